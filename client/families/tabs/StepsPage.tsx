import type { FamilyRecord, StepLine } from '../../../shared/families/family.js';
import { useDirectory } from '../../directory.js';
import { Disclosure } from '../../ui/actions/Disclosure.js';
import { shortDate } from '../../ui/format.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Table } from '../../ui/surfaces/Table.js';
import { Empty } from '../../ui/surfaces/Waiting.js';
import { isOpen, ownerSays, StepsTable } from '../overview/StepsTable.js';

/** All next steps of the family: what is open, and what became of the rest. */
export function StepsPage({ record, today }: { record: FamilyRecord; today: string }) {
  const open = record.steps.filter(isOpen);
  const done = record.steps.filter((step) => step.status === 'done');
  const dropped = record.steps.filter((step) => step.status === 'no-longer-needed');
  return (
    <Card heading="Next steps" aside={<span className="small muted">{open.length} open</span>}>
      {open.length === 0 ? (
        <Empty fact="No next step is open.">The next ones are agreed at supervision.</Empty>
      ) : (
        <StepsTable caption="Open next steps" steps={open} today={today} whole />
      )}
      {done.length > 0 && (
        <Disclosure summary={`Done (${done.length})`}>
          <Past caption="Next steps that are done" steps={done} today={today} />
        </Disclosure>
      )}
      {dropped.length > 0 && (
        <Disclosure summary={`No longer needed (${dropped.length})`}>
          <Past caption="Next steps that are no longer needed" steps={dropped} today={today} />
        </Disclosure>
      )}
    </Card>
  );
}

function Past({ caption, steps, today }: { caption: string; steps: readonly StepLine[]; today: string }) {
  const directory = useDirectory();
  const newestFirst = [...steps].sort((a, b) =>
    (b.doneOn ?? b.dueOn ?? '').localeCompare(a.doneOn ?? a.dueOn ?? ''),
  );
  return (
    <Table
      caption={caption}
      size="small"
      rows={newestFirst}
      rowKey={(step) => step.stepId}
      columns={[
        { key: 'what', heading: 'What', names: true, cell: (step) => step.text || 'Protected next step' },
        { key: 'who', heading: 'Who', cell: (step) => ownerSays(step, directory) },
        {
          key: 'by',
          heading: 'By',
          nowrap: true,
          cell: (step) => (step.dueOn ? shortDate(step.dueOn, today) : ''),
        },
        {
          key: 'done',
          heading: 'Done',
          nowrap: true,
          cell: (step) => (step.doneOn ? shortDate(step.doneOn, today) : ''),
        },
      ]}
    />
  );
}
