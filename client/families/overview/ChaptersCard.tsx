import { Link } from 'react-router';
import { disciplineOf } from '../../../shared/disciplines.js';
import type { Chapter } from '../../../shared/families/family.js';
import { useDirectory } from '../../directory.js';
import { PersonMark } from '../../marks/PersonMark.js';
import { axisDate, shortDate } from '../../ui/format.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Empty } from '../../ui/surfaces/Waiting.js';

/** Who writes which part of the workbook, and when each was last written. */
export function ChaptersCard({
  chapters,
  today,
  to,
}: {
  chapters: readonly Chapter[];
  today: string;
  to: string;
}) {
  const directory = useDirectory();
  return (
    <Card heading={<Link to={to}>Chapters</Link>} headingSize="l">
      {chapters.length === 0 && <Empty fact="Nobody is allocated yet." />}
      <ul className="chapter-rows">
        {chapters.map((chapter) => (
          <li key={chapter.discipline}>
            <PersonMark
              discipline={chapter.discipline}
              state={!chapter.allocated ? 'away' : chapter.personId ? 'here' : 'vacant'}
              label={disciplineOf(chapter.discipline).label}
            />
            <span className="grow">{whoSays(chapter, directory.firstName)}</span>
            <span className="small muted nowrap">{whenSays(chapter, today)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** "Megan", "Post vacant", "No longer allocated". */
export function whoSays(chapter: Chapter, firstName: (personId: string | null) => string): string {
  if (!chapter.allocated) return 'No longer allocated';
  return chapter.personId ? firstName(chapter.personId) : 'Post vacant';
}

function whenSays(chapter: Chapter, today: string): string {
  if (chapter.vacantSince) return `since ${axisDate(chapter.vacantSince)}`;
  return chapter.writtenAt ? shortDate(chapter.writtenAt, today) : 'not written yet';
}
