import type { DisciplineCode } from '../../shared/disciplines.js';
import type { DiscussionOpen } from '../../shared/discussion/opening.js';
import type { DiscussionBegin } from '../../shared/discussion/running.js';
import type { Actor, Relation } from '../../shared/people.js';

// Wrenshire's Northgate team and one of its families, all made up: the people that tests of the record are about.

function person(personId: string, name: string, discipline: DisciplineCode, ...relations: Relation[]): Actor {
  return { personId, name, discipline, relations, confirmed: false };
}
const worksWith = (personId: string, name: string, discipline: DisciplineCode) =>
  person(personId, name, discipline, { as: 'allocated', discipline });

export const adaeze = person('adaeze', 'Adaeze Nwosu', 'management', { as: 'manager' });
export const callum = person('callum', 'Callum Reid', 'management', { as: 'manager' });
export const priya = worksWith('priya', 'Priya Raman', 'social-work');
export const lorna = worksWith('lorna', 'Lorna Beckett', 'domestic-abuse');
export const marcus = worksWith('marcus', 'Marcus Hale', 'domestic-abuse-officer');
export const dean = worksWith('dean', 'Dean Marlow', 'recovery');
export const sandra = person('sandra', 'Sandra Pike', 'business-support', { as: 'business-support' });
export const helen = person('helen', 'Helen Brandt', 'management', { as: 'overseer' });
export const noor = person('noor', 'Noor Haddad', 'social-work', { as: 'observer' });
export const amina = person('amina', 'Amina Yusuf', 'recovery', { as: 'deputy', discipline: 'recovery' });
/** Of another team: nothing to this family. */
export const farah = person('farah', 'Farah Siddiqui', 'mental-health');

export const everybody = [adaeze, callum, priya, lorna, marcus, dean, sandra, helen, noor, amina];

/** Somebody who has just confirmed that it is them. */
export function confirmed(who: Actor): Actor {
  return { ...who, confirmed: true };
}

export const names = (personId: string | null): string =>
  [...everybody, farah].find((p) => p.personId === personId)?.name ?? 'somebody';

const plans = [{ type: 'CP' as const, since: '2025-11-24' }];
const expects = (who: Actor, about: string) => ({
  discipline: who.discipline,
  personId: who.personId,
  about,
  vacantSince: null,
});

/** The family as its discussion opened on 10 February 2026. */
export const hartley: DiscussionOpen = {
  discussionId: 'd-march',
  familyId: 'f-hartley',
  familyName: 'Hartley / Osei / Brooks',
  afterId: 'd-february',
  lastHeldOn: '2026-02-10',
  lastProse: { 'review/recovery': 'Twenty-two alcohol-free days of 28.' },
  children: [
    { childId: 'jaden', firstName: 'Jaden', bornOn: '2012-08-20', expectedOn: null, plans, discussed: true },
    { childId: 'maya', firstName: 'Maya', bornOn: '2018-06-14', expectedOn: null, plans, discussed: true },
    { childId: 'theo', firstName: 'Theo', bornOn: '2021-11-02', expectedOn: null, plans, discussed: true },
  ],
  adults: [
    { adultId: 'kirsty', name: 'Kirsty Hartley', relation: 'their mum', childIds: ['jaden', 'maya', 'theo'] },
    { adultId: 'daniel', name: 'Daniel Osei', relation: 'Maya and Theo’s dad', childIds: ['maya', 'theo'] },
    { adultId: 'curtis', name: 'Curtis Brooks', relation: 'Jaden’s dad', childIds: ['jaden'] },
  ],
  expected: [
    expects(priya, ''),
    expects(lorna, 'for Kirsty'),
    expects(marcus, 'for Daniel'),
    expects(dean, 'for Kirsty'),
  ],
  lastSteps: [],
  challenges: [],
  scaleLast: { group: 4, scores: { priya: 4, lorna: 3 } },
};

export const tuesday: DiscussionBegin = {
  sessionId: 's-1',
  chairId: 'adaeze',
  inPlaceOf: null,
  penId: 'sandra',
  heldOn: '2026-03-10',
};
