import { attendanceTitles } from '../../../shared/discussion/attendance.js';
import { outcomeTitles } from '../../../shared/discussion/challenge.js';
import { challengeAbouts, evidenceKinds } from '../../../shared/discussion/state.js';
import type {
  AttendanceLine,
  ChallengeSection,
  Minutes,
  ReviewSection,
} from '../../../shared/minutes/minutes.js';
import { PersonMark } from '../../marks/PersonMark.js';
import { clockTime, longDate } from '../../ui/format.js';
import { Table } from '../../ui/surfaces/Table.js';
import { Tag } from '../../ui/surfaces/Tag.js';
import { Section, Words } from './Section.js';

/** What each discipline reported. */
export function Progress({ minutes }: { minutes: Minutes }) {
  if (minutes.reviews.length === 0) return null;
  return (
    <Section title="Progress by discipline">
      <div className="stack">
        {minutes.reviews.map((review) => (
          <div key={review.discipline} className="minutes-review">
            <h3 className="row">
              <PersonMark
                discipline={review.discipline}
                state={isVacant(review, minutes) ? 'vacant' : 'here'}
              />
              {[review.label, ...review.people.map((p) => p.name)].join(', ')}
            </h3>
            {reviewFacts(review) && <p className="small muted">{reviewFacts(review)}</p>}
            {!review.text.trim() && <p className="muted">{silenceSays(review, minutes)}</p>}
            {review.text.trim() && <Words>{review.text}</Words>}
            {review.notes.map((note) => (
              <div key={note.noteId}>
                <Tag icon="lock" outline>
                  Protected note
                </Tag>
                {note.text !== null && <Words>{note.text}</Words>}
              </div>
            ))}
          </div>
        ))}
      </div>
    </Section>
  );
}

function reviewFacts({ direction, evidence, stages, about }: ReviewSection): string {
  const known = evidence.map((e) => evidenceKinds[e].toLowerCase()).join(', ');
  return [
    about.join('; '),
    direction && `Since last time: ${direction}${known ? ` (how we know: ${known})` : ''}`,
    ...stages.map((s) => `${s.adult}, ${s.issue}: ${s.stage}`),
  ]
    .filter(Boolean)
    .join('. ');
}

function isVacant({ discipline }: ReviewSection, { attendance }: Minutes): boolean {
  return attendance.some((line) => line.discipline === discipline && line.way === 'vacant');
}

function silenceSays(review: ReviewSection, minutes: Minutes): string {
  if (review.nothingNew) return 'Nothing new this month.';
  return isVacant(review, minutes) ? 'Post vacant.' : 'Nothing was recorded.';
}

/** Everybody’s score as it was revealed, and the group’s. */
export function Scale({ minutes: { scale } }: { minutes: Minutes }) {
  if (!scale.revealed) return null;
  return (
    <Section title="Safety scale">
      <p>
        <b>Group score {scale.group ?? 'not set'}</b>
        {scale.last !== null && `, last time ${scale.last}`}
        {scale.spread !== null && `. Spread ${scale.spread}`}. 0 is harm is happening, 10 is safe enough to
        close.
      </p>
      <Table
        caption="What each person scored, and why"
        rows={scale.scores}
        rowKey={(score) => score.personId}
        columns={[
          { key: 'who', heading: 'Who', names: true, cell: (score) => score.name },
          { key: 'score', heading: 'Score', figure: true, cell: (score) => score.score },
          { key: 'why', heading: 'Why', cell: (score) => score.reason },
        ]}
      />
    </Section>
  );
}

/** Each challenge as it was asked, answered and settled; or what we could be wrong about. */
export function Challenges({ minutes }: { minutes: Minutes }) {
  const { challenges, wrongAbout } = minutes;
  if (challenges.length === 0 && !wrongAbout.trim()) return null;
  return (
    <Section title="Challenge">
      <ol className="stack">
        {challenges.map((challenge) => (
          <li key={challenge.challengeId}>
            <OneChallenge challenge={challenge} />
          </li>
        ))}
      </ol>
      {wrongAbout.trim() && (
        <>
          <h3>What could we be wrong about?</h3>
          <Words>{wrongAbout}</Words>
        </>
      )}
    </Section>
  );
}

function OneChallenge({ challenge: c }: { challenge: ChallengeSection }) {
  return (
    <>
      <p>
        <b>{c.raisedBy?.name ?? 'Somebody'}</b> asked, about {challengeAbouts[c.about].toLowerCase()}
        {c.carried && ' (carried from last time)'}: {c.text}
      </p>
      {c.quote.trim() && <p className="small muted">On “{c.quote.trim()}”</p>}
      {c.answers.map((answer) => (
        <p key={`${answer.by.personId} ${answer.text}`}>
          <b>{answer.by.name}</b> answered: {answer.text}
        </p>
      ))}
      {c.outcome && (
        <p>
          <b>Outcome:</b> {outcomeTitles[c.outcome.outcome].toLowerCase()}
          {c.outcome.person && `, ${c.outcome.person.name}`}
          {c.outcome.byOn && ` by ${longDate(c.outcome.byOn)}`}
          {c.outcome.reason && `. ${c.outcome.reason}`}
        </p>
      )}
    </>
  );
}

/** Who was part of it and how, and who chaired and wrote it down. */
export function Attendance({ minutes }: { minutes: Minutes }) {
  const { chair, inPlaceOf, pens, attendance, quorate, quorumSays } = minutes;
  const wrote = [...new Set(pens.map((pen) => pen.name))].join(', ');
  return (
    <Section title="Who was part of it">
      <p>
        {chair && `Chair: ${chair.name}${inPlaceOf ? `, in place of ${inPlaceOf.name}` : ''}. `}
        {wrote && `Written down by: ${wrote}. `}
        {quorate ? 'Quorate.' : `Not quorate. ${quorumSays}`}
      </p>
      <Table
        caption="Who was part of it, and how"
        rows={attendance}
        rowKey={(line) => `${line.discipline} ${line.person?.personId}`}
        columns={[
          {
            key: 'who',
            heading: 'Who',
            names: true,
            cell: (line) => (
              <span className="row">
                <PersonMark discipline={line.discipline} state={line.way === 'vacant' ? 'vacant' : 'here'} />
                {line.person ? `${line.person.name}, ${line.label.toLowerCase()}` : line.label}
              </span>
            ),
          },
          { key: 'how', heading: 'How', cell: (line) => howSays(line) },
          { key: 'times', heading: 'There', cell: (line) => timesSay(line) },
        ]}
      />
    </Section>
  );
}

function howSays({ way, inPlaceOf }: AttendanceLine): string {
  return inPlaceOf ? `${attendanceTitles[way]} for ${inPlaceOf.name}` : attendanceTitles[way];
}

function timesSay({ joinedAt, leftAt }: AttendanceLine): string {
  if (!joinedAt) return '';
  return leftAt ? `${clockTime(joinedAt)} to ${clockTime(leftAt)}` : `from ${clockTime(joinedAt)}`;
}
