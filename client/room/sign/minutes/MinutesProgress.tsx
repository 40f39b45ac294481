import type { Minutes, NoteLine, ReviewSection } from '../../../../shared/minutes/minutes.js';
import { countOf } from '../../../ui/format.js';
import { Icon } from '../../../ui/icons.js';
import { DirectionTag, restsOn, stageNames } from '../../steps/progress/review-words.js';
import { Words } from './MinutesDecision.js';

/** What each discipline reports. */
export function MinutesProgress({ minutes }: { minutes: Minutes }) {
  return (
    <section>
      <h2>Progress</h2>
      {minutes.reviews.map((review) => (
        <Review key={review.discipline} review={review} />
      ))}
    </section>
  );
}

function Review({ review }: { review: ReviewSection }) {
  const who = [review.people.map((p) => p.name).join(', '), review.about.join('; ')].filter(Boolean);
  const stages = review.stages.map(
    (s) => `${[s.adult, s.issue].filter(Boolean).join(', ')}: ${stageNames[s.stage].toLowerCase()}.`,
  );
  return (
    <div className="minutes-child">
      <h3 className="row wraps">
        {review.label} <DirectionTag direction={review.direction} />
        {review.evidence.length > 0 && (
          <span className="small muted">rests on {restsOn(review.evidence)}</span>
        )}
      </h3>
      {who.length > 0 && <p className="small muted">{who.join(', ')}</p>}
      {stages.length > 0 && <p className="small muted">{stages.join(' ')}</p>}
      {review.text && review.nothingNew && <p className="muted">Nothing new.</p>}
      <Words text={review.text} none={review.nothingNew ? 'Nothing new.' : 'Nothing written.'} />
      <Notes notes={review.notes} />
    </div>
  );
}

/** Their words for those who may read them, and never on paper; that they are there for everybody. */
function Notes({ notes }: { notes: readonly NoteLine[] }) {
  if (notes.length === 0) return null;
  const hidden = notes.filter((note) => note.text === null).length;
  return (
    <>
      {notes.map(
        (note) =>
          note.text !== null && (
            <p key={note.noteId} className="written not-printed">
              <Icon name="lock" size="small" /> {note.text}
            </p>
          ),
      )}
      {hidden > 0 && (
        <p className="small muted not-printed">{countOf(hidden, 'protected note')}, not for you</p>
      )}
      <p className="small muted only-print">{countOf(notes.length, 'protected note')}</p>
    </>
  );
}
