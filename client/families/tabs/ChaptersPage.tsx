import { Link } from 'react-router';
import { disciplineOf } from '../../../shared/disciplines.js';
import type { Chapter, FamilyRecord } from '../../../shared/families/family.js';
import { useDirectory } from '../../directory.js';
import { PersonMark } from '../../marks/PersonMark.js';
import { Disclosure } from '../../ui/actions/Disclosure.js';
import { longDate, shortDate } from '../../ui/format.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Tag } from '../../ui/surfaces/Tag.js';
import { Empty } from '../../ui/surfaces/Waiting.js';
import { whoSays } from '../overview/ChaptersCard.js';
import './tabs.css';

/** So many reviews of a chapter stand open. */
const openAtFirst = 3;

const directions = {
  better: { words: 'Better', tone: 'good', icon: 'up' },
  same: { words: 'The same', tone: 'plain', icon: 'same' },
  worse: { words: 'Worse', tone: 'bad', icon: 'worse' },
  mixed: { words: 'Mixed', tone: 'warn', icon: 'mixed' },
} as const;

type Review = Chapter['reviews'][number];

/** The workbook: each discipline’s reviews, newest first, with the one in preparation on top. */
export function ChaptersPage({ record, today }: { record: FamilyRecord; today: string }) {
  if (record.chapters.length === 0) {
    return (
      <Empty fact="No chapter yet.">
        A discipline has its chapter from the day somebody of it is allocated.
      </Empty>
    );
  }
  return (
    <div className="stack">
      {record.chapters.map((chapter) => (
        <ChapterCard key={chapter.discipline} chapter={chapter} today={today} />
      ))}
    </div>
  );
}

function ChapterCard({ chapter, today }: { chapter: Chapter; today: string }) {
  const directory = useDirectory();
  const { label } = disciplineOf(chapter.discipline);
  const who = chapter.personId ? directory.fullName(chapter.personId) : whoSays(chapter, directory.firstName);
  const earlier = chapter.reviews.slice(openAtFirst);
  return (
    <Card
      heading={
        <span className="row">
          <PersonMark
            discipline={chapter.discipline}
            state={!chapter.allocated ? 'away' : chapter.personId ? 'here' : 'vacant'}
          />
          {label}
        </span>
      }
      aside={
        <span className="small muted">
          {who}
          {chapter.vacantSince && ` since ${longDate(chapter.vacantSince)}`}
        </span>
      }
    >
      {chapter.reviews.length === 0 && (
        <Empty fact="No review yet.">
          {chapter.personId
            ? 'The first is written for the next supervision.'
            : 'It waits until the post is filled.'}
        </Empty>
      )}
      <ol className="stack">
        {chapter.reviews.slice(0, openAtFirst).map((review) => (
          <ReviewItem key={review.discussionId} review={review} chapter={chapter} today={today} />
        ))}
      </ol>
      {earlier.length > 0 && (
        <Disclosure summary={`Earlier reviews (${earlier.length})`}>
          <ol className="stack">
            {earlier.map((review) => (
              <ReviewItem key={review.discussionId} review={review} chapter={chapter} today={today} />
            ))}
          </ol>
        </Disclosure>
      )}
    </Card>
  );
}

function ReviewItem({ review, chapter, today }: { review: Review; chapter: Chapter; today: string }) {
  const direction = review.direction && directions[review.direction];
  return (
    <li className="chapter-review">
      <div className="row wraps">
        <h3>
          {review.minutesId ? (
            <Link to={`/minutes/${review.minutesId}`}>{review.heldOn && longDate(review.heldOn)}</Link>
          ) : (
            <Link to={`/discussions/${review.discussionId}/brief`}>Being prepared</Link>
          )}
        </h3>
        {!review.minutesId && chapter.writtenAt && (
          <span className="small muted">written {shortDate(chapter.writtenAt, today)}</span>
        )}
        {direction && (
          <Tag tone={direction.tone} icon={direction.icon}>
            {direction.words}
          </Tag>
        )}
      </div>
      {review.nothingNew && !review.text ? (
        <p className="muted">Nothing new that month.</p>
      ) : (
        <p className="measure kept-lines">{review.text}</p>
      )}
    </li>
  );
}
