import type { StepLine } from '../../../shared/families/family.js';
import { type Directory, useDirectory } from '../../directory.js';
import { shortDate } from '../../ui/format.js';
import { type Column, Table } from '../../ui/surfaces/Table.js';
import { Tag } from '../../ui/surfaces/Tag.js';
import { carriedSays } from '../family-words.js';

interface Props {
  caption: string;
  steps: readonly StepLine[];
  today: string;
  /** With how we will know, on the page that has room for it. */
  whole?: boolean;
}

/** Next steps that are still to be done. Lateness belongs to the date. */
export function StepsTable({ caption, steps, today, whole }: Props) {
  const directory = useDirectory();
  const columns: Column<StepLine>[] = [
    { key: 'what', heading: 'What', names: true, cell: (step) => <What step={step} /> },
    { key: 'who', heading: 'Who', cell: (step) => ownerSays(step, directory) },
    { key: 'by', heading: 'By', nowrap: true, cell: (step) => <By step={step} today={today} /> },
    ...(whole
      ? [
          {
            key: 'how',
            heading: 'How we will know',
            cell: (step: StepLine) => step.evidence || (step.protected && !step.text ? 'Protected' : ''),
          },
        ]
      : []),
  ];
  return (
    <Table
      caption={caption}
      size={whole ? 'normal' : 'small'}
      rows={steps}
      rowKey={(step) => step.stepId}
      columns={columns}
    />
  );
}

function What({ step }: { step: StepLine }) {
  const carried = carriedSays(step.carried);
  return (
    <>
      {step.protected && (
        <>
          <Tag icon="lock" outline>
            {step.text ? 'Protected' : 'Protected next step'}
          </Tag>{' '}
        </>
      )}
      {step.text}{' '}
      {carried && (
        <Tag icon="again" tone={step.carried >= 2 ? 'warn' : 'plain'}>
          {carried}
        </Tag>
      )}
    </>
  );
}

/** "Yusuf, with Lee" */
export function ownerSays(step: StepLine, directory: Directory): string {
  const owner = step.ownerId ? directory.firstName(step.ownerId) : 'Nobody yet';
  return step.withWhom ? `${owner}, with ${step.withWhom}` : owner;
}

function By({ step, today }: { step: StepLine; today: string }) {
  if (!step.dueOn) return <span className="muted">no date yet</span>;
  const date = shortDate(step.dueOn, today);
  if (step.dueOn < today) return <span className="bad-words">was due {date}</span>;
  return step.dueOn === today ? <span className="warn-words">today</span> : date;
}

/** Still to be done. */
export function isOpen({ status }: StepLine): boolean {
  return status === 'open' || status === 'not-yet';
}
