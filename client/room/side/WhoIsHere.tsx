import { useContext } from 'react';
import { disciplineOf } from '../../../shared/disciplines.js';
import { attends, quorum } from '../../../shared/discussion/attendance.js';
import { isChair } from '../../../shared/discussion/rights.js';
import type { DiscussionState } from '../../../shared/discussion/state.js';
import { PersonMark } from '../../marks/PersonMark.js';
import { Button } from '../../ui/actions/Button.js';
import { listed } from '../../ui/format.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Note } from '../../ui/surfaces/Note.js';
import { Tag } from '../../ui/surfaces/Tag.js';
import { useDiscussion } from '../in-discussion.js';
import type { People } from '../people/people.js';
import { attendanceRows, peopleHere, wayWords } from '../steps/check-in/attendance-rows.js';
import { WaysContext } from '../ways.js';
import { QuorumNote } from './QuorumNote.js';
import './who-is-here.css';

/** Everybody of this discussion with how they are part of it, whether that is enough (unless the sheet says so), and who has not been heard. */
export function WhoIsHere({ quorumIsShown }: { quorumIsShown: boolean }) {
  const { state, you, people } = useDiscussion();
  const { passPen } = useContext(WaysContext);
  const enough = quorum(state);
  const penId = state.penId;
  const pen = people.find(penId);
  const rows = attendanceRows(state).filter((row) => row.personId !== penId);
  const unheard = isChair(you, state) ? notHeard(state, people) : [];
  return (
    <Card
      padding="room"
      heading="Who is here"
      headingSize="m"
      aside={
        enough.quorate ? (
          <Tag tone="good" icon="check">
            Quorate
          </Tag>
        ) : (
          <Tag tone="warn">Not quorate yet</Tag>
        )
      }
    >
      <ul className="here-list">
        {rows.map((row) => {
          const shown = row.deputy ?? row.recorded;
          const personId = row.deputy?.personId ?? row.personId;
          const { label, person } = disciplineOf(row.discipline);
          return (
            <li key={row.key}>
              <PersonMark
                discipline={row.discipline}
                state={
                  !personId
                    ? 'vacant'
                    : shown && (attends(shown.way) || shown.way === 'in-writing') && !shown.leftAt
                      ? 'here'
                      : 'away'
                }
              />
              <span className="grow">
                {personId ? people.firstName(personId) : label}
                <span className="small muted">
                  {row.deputy && row.personId
                    ? `for ${people.firstName(row.personId)}`
                    : personId === state.chairId
                      ? 'Chair'
                      : row.discipline === 'social-work'
                        ? person
                        : label}
                </span>
              </span>
              <span className="small muted">
                {shown?.leftAt
                  ? 'left'
                  : shown
                    ? wayWords[shown.way]
                    : personId
                      ? 'not here yet'
                      : 'post vacant'}
              </span>
            </li>
          );
        })}
        {pen && (
          <li>
            <PersonMark discipline={pen.discipline} />
            <span className="grow">
              {pen.firstName}
              <span className="small muted">Has the pen</span>
            </span>
            {passPen && (
              <Button kind="quiet" size="small" onClick={passPen}>
                Pass pen
              </Button>
            )}
          </li>
        )}
      </ul>
      <div className="stack tight">
        {!quorumIsShown && <QuorumNote size="small" />}
        {unheard.length > 0 && (
          <Note icon="talk" size="small">
            Not heard on this challenge: <b>{listed(unheard)}</b>
          </Note>
        )}
      </div>
    </Card>
  );
}

/** Who takes part and has said nothing in the challenge that is still open: for the chair to ask. */
function notHeard(state: DiscussionState, people: People): string[] {
  const open = state.challenges.filter((challenge) => !challenge.outcome);
  if (open.length === 0) return [];
  const spoke = new Set(open.flatMap((c) => [c.raisedBy, ...c.answers.map((answer) => answer.by)]));
  return peopleHere(state)
    .filter(
      ({ personId, discipline }) =>
        !spoke.has(personId) && personId !== state.chairId && disciplineOf(discipline).reviews,
    )
    .map(({ personId }) => people.firstName(personId));
}
