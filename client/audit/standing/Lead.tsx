import { useState } from 'react';
import type { SnapshotPage } from '../../../shared/audit/http.js';
import { Button } from '../../ui/actions/Button.js';
import { Dialog } from '../../ui/actions/Dialog.js';
import { countOf } from '../../ui/format.js';
import type { AuditQuestion } from '../asking.js';
import { type ListName, leadSays, listTitles, rateSays, shareSays } from '../count-words.js';
import { GroupsTable } from '../rows/GroupsTable.js';
import { OpensRows } from '../rows/OpensRows.js';
import { FamilyName } from './FamilyName.js';
import { StandsWithWhy } from './StandsTable.js';

interface Props {
  snapshot: SnapshotPage;
  question: AuditQuestion;
  today: string;
}

/** The sentence first, then the longest wait, then what both are made of. Every number opens to the families behind it. */
export function Lead({ snapshot, question, today }: Props) {
  const [shown, setShown] = useState<ListName | null>(null);
  const { families, children, lists, longest, by } = snapshot;
  const asked = { question, today };
  const open = (name: ListName, words: string) => (
    <button type="button" className="audit-open" onClick={() => setShown(name)}>
      {lists[name].length} {words}
    </button>
  );
  return (
    <>
      <h2 className="audit-lead">{leadSays(families)}</h2>
      {longest && (
        <p>
          The longest wait today is <b>{countOf(longest.days, 'day')}</b>: <FamilyName family={longest} />
        </p>
      )}
      <p className="muted">
        {!families.small && families.rate !== null && `${rateSays(families)} of families, `}
        <OpensRows {...asked} title="Children in time" of={{ measure: 'snapshot-children', lands: 'met' }}>
          {shareSays(children, 'children')}
        </OpensRows>
        .{' '}
        {families.provisional > 0 && (
          <>
            <OpensRows
              {...asked}
              title="Families in time by a record that is not signed yet"
              of={{ measure: 'snapshot-families', lands: 'met', provisional: 'yes' }}
            >
              {families.provisional} of the families
            </OpensRows>{' '}
            {families.provisional === 1 ? 'rests' : 'rest'} on a record not signed yet.{' '}
          </>
        )}
        Not counted: {open('exempt', 'exempt')}, {open('notYetDue', 'not yet due')}
        {lists.noChild.length > 0 && <>, {open('noChild', 'without a child')}</>}. Counted:{' '}
        {open('inTime', 'in time')}, {open('overdue', 'waited too long')},{' '}
        {open('unsigned', 'unsigned too long')}.
      </p>
      {by && (
        <GroupsTable
          {...asked}
          cut={by.cut}
          figures={[
            { measure: 'snapshot-families', title: 'Families in time', groups: by.families },
            { measure: 'snapshot-children', title: 'Children in time', groups: by.children },
          ]}
        />
      )}
      {shown && (
        <Dialog
          open
          title={`${listTitles[shown]}: ${lists[shown].length}`}
          onClose={() => setShown(null)}
          width="wide"
          actions={<Button onClick={() => setShown(null)}>Close</Button>}
        >
          <StandsWithWhy {...asked} caption={listTitles[shown]} rows={lists[shown]} />
        </Dialog>
      )}
    </>
  );
}
