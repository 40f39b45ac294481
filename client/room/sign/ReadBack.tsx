import { useMemo } from 'react';
import { composeMinutes } from '../../../shared/minutes/compose.js';
import { Pattern, type PatternNumber, PeopleLine } from '../../marks/Pattern.js';
import { clockTime, dateAndTime, longDate } from '../../ui/format.js';
import { Tag } from '../../ui/surfaces/Tag.js';
import { useDiscussion } from '../in-discussion.js';
import { useRoom } from '../in-room.js';
import { planLines } from '../people/plan-lines.js';
import type { PanelProps } from '../steps/panels.js';
import { MinutesDecision } from './minutes/MinutesDecision.js';
import { MinutesSteps } from './minutes/MinutesSteps.js';
import { MinutesTalk } from './minutes/MinutesTalk.js';
import './minutes/minutes.css';

/** The minutes as they will be filed: read aloud, mended, printed, signed. */
export function ReadBack({ headingRef }: PanelProps) {
  const { state, you, people } = useDiscussion();
  const { session, view, now, councilName } = useRoom();
  const minutes = useMemo(() => composeMinutes(state, people.fullName), [state, people]);
  const pattern = session.slots.find((slot) => slot.slotId === view.place?.slotId)?.pattern ?? 1;
  const { signed } = state;
  const times = minutes.beganAt
    ? `, ${clockTime(minutes.beganAt)} to ${clockTime(minutes.endedAt ?? new Date(now))}`
    : '';
  return (
    <>
      <p className="only-print print-line">
        OFFICIAL-SENSITIVE · {councilName} · printed by {you.name}, {dateAndTime(new Date(now))} ·{' '}
        {signed ? `signed ${dateAndTime(signed.at)}` : 'draft, not signed'}
      </p>
      <article className="minutes-sheet">
        <Pattern number={pattern as PatternNumber} shape="band" />
        <div className="minutes-inside">
          <div className="row apart top">
            <div>
              <p className="small muted">
                {minutes.kind === 'case-discussion' && signed ? 'Case discussion' : 'Minutes'},{' '}
                {signed ? 'signed' : 'draft'}
                {minutes.heldOn && ` · held ${longDate(minutes.heldOn)}${times}`}
              </p>
              <h1 ref={headingRef} tabIndex={-1}>
                {minutes.familyName}
              </h1>
            </div>
            {signed ? (
              <Tag tone="good" icon="check">
                Signed
              </Tag>
            ) : (
              <Tag tone="warn">Not signed</Tag>
            )}
          </div>
          <PeopleLine
            people={[
              ...minutes.children.map((child) => ({
                key: child.childId,
                name: child.firstName,
                age: child.age,
              })),
            ]}
          />
          <p className="small muted">
            {planLines(state.children)
              .map((p) => p.short + (p.whose.length > 0 ? ` (${p.whose.join(', ')})` : ''))
              .join(' · ')}
          </p>
          <MinutesDecision minutes={minutes} />
          <MinutesSteps minutes={minutes} />
          <MinutesTalk minutes={minutes} />
        </div>
      </article>
    </>
  );
}
