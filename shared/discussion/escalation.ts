import { plusWorkingDays } from '../schedule/working-days.js';

/** Who answers a challenge that was not settled where it was raised, and within how many working days (practice 5.5). */
export const escalationLadder = [
  { stage: 1, answers: 'The meeting itself', workingDays: 0 },
  { stage: 2, answers: 'Team manager', workingDays: 2 },
  { stage: 3, answers: 'Service manager', workingDays: 5 },
  { stage: 4, answers: 'Head of service', workingDays: 10 },
] as const;

/** From a discussion that a team manager chairs, a challenge goes to the service manager: who answers, and by which day. */
export function escalationFrom(heldOn: string): { stage: 3; answers: string; byOn: string } {
  const { stage, answers, workingDays } = escalationLadder[2];
  return { stage, answers, byOn: plusWorkingDays(heldOn, workingDays) };
}
