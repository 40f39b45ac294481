import { Navigate, Route, Routes, useParams } from 'react-router';
import type { FamilyPage as Family } from '../../shared/families/family.js';
import { Asked } from '../Asked.js';
import { localDate } from '../ui/format.js';
import { usePageTitle } from '../ui/frames/page-title.js';
import { useAsked } from '../use-asked.js';
import { FamilyHead } from './FamilyHead.js';
import { FilePage } from './file/FilePage.js';
import { Overview } from './overview/Overview.js';
import { ChaptersPage } from './tabs/ChaptersPage.js';
import { MinutesList } from './tabs/MinutesList.js';
import { StepsPage } from './tabs/StepsPage.js';
import { WhoCanSee } from './tabs/WhoCanSee.js';

/** Everything about one family, each part at an address of its own. */
export function FamilyPage() {
  const { familyId = '' } = useParams();
  const family = useAsked<Family>(`families/${familyId}`);
  // A title is seen in tabs, histories and shared screens: never a family's name there.
  usePageTitle(['Family']);
  return (
    <Asked page query={family} fetching="Fetching the family">
      {(page) => <Pages family={page} />}
    </Asked>
  );
}

function Pages({ family }: { family: Family }) {
  const today = localDate(new Date());
  const { record } = family;
  return (
    <div className="stack">
      <FamilyHead family={family} today={today} />
      <Routes>
        {record && (
          <>
            <Route index element={<Overview family={family} record={record} today={today} />} />
            <Route path="chapters" element={<ChaptersPage record={record} today={today} />} />
            <Route path="next-steps" element={<StepsPage record={record} today={today} />} />
            <Route path="minutes" element={<MinutesList family={family} record={record} today={today} />} />
          </>
        )}
        <Route path="file" element={<FilePage family={family} today={today} />} />
        <Route path="who-can-see" element={<WhoCanSee family={family} today={today} />} />
        <Route
          path="*"
          element={
            <Navigate
              to={record ? `/families/${family.familyId}` : `/families/${family.familyId}/file`}
              replace
            />
          }
        />
      </Routes>
    </div>
  );
}
