import type { ChallengeLine } from '../../../shared/families/family.js';
import { useDirectory } from '../../directory.js';
import { shortDate } from '../../ui/format.js';
import { Card } from '../../ui/surfaces/Card.js';
import { Tag } from '../../ui/surfaces/Tag.js';

/** Challenges that wait: for the next agenda, for evidence, or for a more senior manager. Each is a card, because each must end. */
export function OpenChallenges({
  challenges,
  today,
}: {
  challenges: readonly ChallengeLine[];
  today: string;
}) {
  const rank = (c: ChallengeLine) =>
    ['escalated', 'evidence-needed', null].indexOf(c.outcome as 'escalated' | null);
  const waiting = challenges.filter((c) => rank(c) >= 0).sort((a, b) => rank(a) - rank(b));
  return (
    <>
      {waiting.map((challenge) => (
        <Waiting key={challenge.challengeId} challenge={challenge} today={today} />
      ))}
    </>
  );
}

function Waiting({ challenge, today }: { challenge: ChallengeLine; today: string }) {
  const directory = useDirectory();
  const { outcome, personId, byOn, raisedBy, text, reason } = challenge;
  const heading =
    outcome === 'escalated'
      ? `With ${personId ? directory.fullName(personId) : 'a more senior manager'}`
      : outcome === 'evidence-needed'
        ? `Evidence from ${directory.firstName(personId)}`
        : 'Open challenge';
  const after =
    outcome === 'escalated'
      ? 'The next steps stand meanwhile.'
      : outcome === null
        ? 'First on the next agenda, until it has an answer and an outcome.'
        : '';
  return (
    <Card heading={heading} headingSize="l">
      <div className="stack tight small">
        <p>
          {raisedBy && <b>{directory.firstName(raisedBy)}: </b>}
          {text}
        </p>
        {reason && <p>{reason}</p>}
        {after && <p className="muted">{after}</p>}
        {byOn && (
          <Tag icon="clock" tone={byOn < today ? 'bad' : 'warn'}>
            {outcome === 'escalated' ? 'Answer' : 'Evidence'} {byOn < today ? 'was due' : 'due'}{' '}
            {shortDate(byOn, today)}
          </Tag>
        )}
      </div>
    </Card>
  );
}
