import { useParams, useSearchParams } from 'react-router';
import type { MinutesPage as Page } from '../../shared/families/discussion-http.js';
import type { Minutes } from '../../shared/minutes/minutes.js';
import { Asked } from '../Asked.js';
import type { Around } from '../live/around.js';
import { usePageTitle } from '../ui/frames/page-title.js';
import { useAsked } from '../use-asked.js';
import { Addenda } from './Addenda.js';
import { MinutesSheet } from './MinutesSheet.js';
import { PrintLine } from './PrintLine.js';
import { SignedBox } from './SignedBox.js';
import { WhoseFile } from './WhoseFile.js';
import './minutes.css';

/** Signed minutes as they were filed: the family’s whole record, or what went on one child’s own file. */
export function MinutesPage({ around }: { around: Around }) {
  const { minutesId = '' } = useParams();
  const [search] = useSearchParams();
  const childId = search.get('child');
  const page = useAsked<Page>(
    `minutes/${minutesId}${childId ? `?child=${encodeURIComponent(childId)}` : ''}`,
  );
  usePageTitle(['Minutes']);
  return (
    <Asked page query={page} fetching="Fetching the minutes">
      {(answer) => <Read page={answer} childId={childId} around={around} />}
    </Asked>
  );
}

interface ReadProps {
  page: Page;
  childId: string | null;
  around: Around;
}

function Read({ page, childId, around }: ReadProps) {
  // The schema of the answer leaves it open: the record is what composeMinutes made, kept as it was.
  const minutes = page.minutes as Minutes;
  return (
    <div className="minutes-page">
      <div className="stack">
        <PrintLine page={page} you={around.you} />
        <WhoseFile minutesId={page.minutesId} minutes={minutes} childId={childId} />
        <MinutesSheet page={page} minutes={minutes} childId={childId} />
        {childId === null && <Addenda page={page} />}
      </div>
      <SignedBox page={page} minutes={minutes} childId={childId} />
    </div>
  );
}
