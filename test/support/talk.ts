import { randomUUID } from 'node:crypto';
import type { Family } from './council.js';
import type { Person } from './person.js';

/** Everything a chair who also holds the pen must record before the minutes of a family can be signed. */
export async function recordsTalk(
  chair: Person,
  socialWorker: Person,
  family: Family,
  options: { quorate?: boolean; stepOwner?: Person } = {},
): Promise<{ stepId: string; challengeId: string }> {
  const { logId, childIds } = family;
  const on = (kind: string, payload: unknown) => chair.succeeds(logId, kind, payload);
  const [stepId, challengeId] = [randomUUID(), randomUUID()];
  await on('attendance.set', { discipline: 'management', personId: chair.personId, way: 'in-room' });
  const way = options.quorate === false ? 'absent' : 'in-room';
  await on('attendance.set', { discipline: 'social-work', personId: socialWorker.personId, way });
  await socialWorker.writes(logId, 'review/social-work', 'Both children were at school every day.');
  for (const childId of childIds) {
    await chair.writes(logId, `voice/${childId}`, '“I like my room.”');
    await chair.writes(logId, `meaning/${childId}`, 'Settled, for now.');
  }
  await socialWorker.succeeds(logId, 'challenge.raise', {
    challengeId,
    about: 'pace',
    quote: '',
    text: 'Are we moving too fast?',
  });
  await on('challenge.answer', { challengeId, text: 'We test it for a month first.' });
  const evidence = {
    challengeId,
    outcome: 'evidence-needed',
    personId: socialWorker.personId,
    byOn: '2026-03-24',
  };
  await on('challenge.settle', evidence);
  await on('decision.set', { type: 'continue' });
  await chair.writes(logId, 'decision', 'The plan continues.');
  await chair.writes(logId, 'rationale', 'It works, and it is young.');
  await chair.writes(logId, 'say-to-family', 'You have done well this month.');
  const owner = options.stepOwner ?? socialWorker;
  const step = { stepId, text: 'Visit the school on Monday', ownerId: owner.personId, dueOn: '2026-03-16' };
  await on('step.set', step);
  return { stepId, challengeId };
}
