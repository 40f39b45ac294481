import type { DiscussionFacts, MinutesPage } from '../../shared/families/discussion-http.js';
import type { Minutes } from '../../shared/minutes/minutes.js';
import type { SessionPage } from '../../shared/schedule/http.js';
import { Pattern, type PatternNumber } from '../marks/Pattern.js';
import { clockTime, longDate, timeRange } from '../ui/format.js';
import { Tag } from '../ui/surfaces/Tag.js';
import { useAsked } from '../use-asked.js';
import { ChildrenSections } from './sections/ChildrenSections.js';
import { DecisionSections } from './sections/DecisionSections.js';
import { Attendance, Challenges, Progress, Scale } from './sections/RoomSections.js';
import { Prose } from './sections/Section.js';
import { LastTime, NextSteps } from './sections/StepsSections.js';

interface Props {
  page: MinutesPage;
  minutes: Minutes;
  childId: string | null;
}

/** The sheet itself, the part that is printed. What a family needs first stands first. */
export function MinutesSheet({ page, minutes, childId }: Props) {
  const pattern = usePattern(page);
  const [child] = childId === null ? [] : minutes.children;
  const kind = page.kind === 'supervision' ? 'Minutes of group supervision' : 'Case discussion';
  const held = `held ${longDate(page.heldOn)}`;
  const times = !minutes.beganAt
    ? ''
    : minutes.endedAt
      ? `, ${timeRange(minutes.beganAt, minutes.endedAt)}`
      : `, from ${clockTime(minutes.beganAt)}`;
  return (
    <article className="minutes-sheet" aria-labelledby="minutes-title">
      {pattern && <Pattern number={pattern} shape="band" />}
      <div className="minutes-inside">
        <header>
          <div className="row apart wraps top">
            <p className="small muted">
              {kind} · {held}
              {times}
            </p>
            <span className="row wraps">
              {page.kind === 'case-discussion' && <Tag tone="warn">Does not count</Tag>}
              <Tag tone="good" icon="check">
                Signed {longDate(page.signedAt)}
              </Tag>
            </span>
          </div>
          <h1 id="minutes-title">{child ? `${child.firstName}’s file` : page.familyName}</h1>
          <p className="people-line">
            {minutes.children.map((c) => (
              <span key={c.childId}>
                <b>{c.firstName}</b> {c.age}
                {!c.discussed && ' (not discussed)'}
              </span>
            ))}
          </p>
        </header>
        <DecisionSections minutes={minutes} />
        <NextSteps minutes={minutes} />
        <ChildrenSections minutes={minutes} />
        <Progress minutes={minutes} />
        <Scale minutes={minutes} />
        <Challenges minutes={minutes} />
        <LastTime minutes={minutes} />
        <Attendance minutes={minutes} />
        <Prose title="Summary for the family" text={minutes.summary} />
      </div>
    </article>
  );
}

/** The pattern the family had in that sitting. */
function usePattern({ discussionId }: MinutesPage): PatternNumber | undefined {
  const discussion = useAsked<DiscussionFacts>(`discussions/${discussionId}`);
  const { sessionId, slotId } = discussion.data ?? {};
  const session = useAsked<SessionPage>(sessionId ? `sessions/${sessionId}` : null);
  return session.data?.slots.find((slot) => slot.slotId === slotId)?.pattern as PatternNumber | undefined;
}
