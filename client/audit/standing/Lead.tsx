import { useState } from 'react';
import type { SnapshotPage } from '../../../shared/audit/http.js';
import { Dialog } from '../../ui/actions/Dialog.js';
import { type ListName, leadSays, listTitles, ofSays, rateSays } from '../count-words.js';
import { StandsTable } from './StandsTable.js';

/** The sentence first, then what it is made of. Every number opens to the families behind it, and counts equal rows. */
export function Lead({ snapshot, today }: { snapshot: SnapshotPage; today: string }) {
  const [shown, setShown] = useState<ListName | null>(null);
  const { families, children, lists } = snapshot;
  const open = (name: ListName, words: string) => (
    <button type="button" className="audit-open" onClick={() => setShown(name)}>
      {lists[name].length} {words}
    </button>
  );
  return (
    <>
      <h2 className="audit-lead">{leadSays(families)}</h2>
      <p className="muted">
        {rateSays(families)} of families, {rateSays(children)} of children ({ofSays(children)}).{' '}
        {families.provisional > 0 && `${families.provisional} of them rest on a record not signed yet. `}
        Not counted: {open('exempt', 'exempt')}, {open('notYetDue', 'not yet due')}
        {lists.noChild.length > 0 && <>, {open('noChild', 'without a child')}</>}. Counted:{' '}
        {open('inTime', 'in time')}, {open('overdue', 'waited too long')},{' '}
        {open('unsigned', 'unsigned too long')}.
      </p>
      {shown && (
        <Dialog
          open
          title={`${listTitles[shown]}: ${lists[shown].length}`}
          onClose={() => setShown(null)}
          width="wide"
        >
          <StandsTable caption={listTitles[shown]} rows={lists[shown]} today={today} />
        </Dialog>
      )}
    </>
  );
}
