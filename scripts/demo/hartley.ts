import type { WrittenFamily } from './written.js';

/** Hartley / Osei / Brooks: three children, two fathers, a plan that depends on what the children notice. */
export const hartley: WrittenFamily = {
  ref: 'NG-1001',
  name: 'Hartley / Osei / Brooks',
  allocatedOn: '2026-01-05',
  minutes: 30,
  children: [
    { ref: 'W100101', firstName: 'Jaden', lastName: 'Brooks', bornOn: '2012-08-20', gender: 'M', plans: [{ type: 'CP', since: '2025-11-24', category: 'EMO' }] },
    { ref: 'W100102', firstName: 'Maya', lastName: 'Hartley-Osei', bornOn: '2018-06-14', gender: 'F', plans: [{ type: 'CP', since: '2025-11-24', category: 'EMO' }] },
    { ref: 'W100103', firstName: 'Theo', lastName: 'Hartley-Osei', bornOn: '2021-11-02', gender: 'M', plans: [{ type: 'CP', since: '2025-11-24', category: 'EMO' }] },
  ],
  adults: [
    { name: 'Kirsty', relation: 'their mum', parentOf: ['Jaden', 'Maya', 'Theo'] },
    { name: 'Daniel', relation: 'Maya and Theo’s dad', parentOf: ['Maya', 'Theo'] },
    { name: 'Curtis', relation: 'Jaden’s dad', parentOf: ['Jaden'] },
  ],
  allocations: [
    { discipline: 'social-work', person: 'priya', from: '2026-01-05' },
    { discipline: 'domestic-abuse', person: 'lorna', about: 'Kirsty', from: '2026-01-05' },
    { discipline: 'domestic-abuse-officer', person: 'marcus', about: 'Daniel', from: '2026-01-05' },
    { discipline: 'recovery', person: 'dean', about: 'Kirsty', from: '2026-01-05' },
  ],
  happenings: [
    { on: '2025-11-24', kind: 'plan', words: 'Child protection plan made for all three children.' },
    { on: '2026-02-17', kind: 'conference', words: 'First review conference. The plan continues.' },
    { on: '2026-02-27', kind: 'visit', words: 'Jaden seen alone after school.', child: 'Jaden', by: 'priya' },
    { on: '2026-03-05', kind: 'visit', words: 'Each child seen alone.', by: 'priya' },
  ],
  history: [],
  discussions: [
    {
      heldOn: '2026-01-13',
      inRoom: ['adaeze', 'priya', 'lorna', 'sandra'],
      remote: ['dean', 'marcus'],
      reviews: [
        { by: 'priya', discipline: 'social-work', direction: 'mixed', evidence: ['seen', 'school'], text: 'The house is quieter since Daniel left in November. Maya missed six days of school before Christmas and has been in every day since. Jaden sleeps on the landing some nights so that he can hear the door.' },
        { by: 'lorna', discipline: 'domestic-abuse', direction: 'same', evidence: ['seen', 'dash'], text: 'Kirsty has met me twice of three times. We began a safety plan and she changed the parts that would not work in her street. DASH 20.' },
        { by: 'marcus', discipline: 'domestic-abuse-officer', direction: 'same', evidence: ['attendance'], text: 'Daniel came to the first two sessions. He describes November as an argument. He has agreed to the accountability module.' },
        { by: 'dean', discipline: 'recovery', direction: 'mixed', evidence: ['test', 'self-report'], stages: [{ adult: 'Kirsty', issue: 'alcohol', stage: 'preparation' }], text: 'Kirsty had 15 alcohol-free days of 28. She wants the evenings back and is working out what the first hour after bedtime should look like.' },
      ],
      children: [
        { child: 'Jaden', lastSeenOn: '2026-01-08', seenAlone: 'yes', seenBy: 'priya', method: 'words', gatheredOn: '2026-01-08', voice: 'I just listen, that’s all. Somebody has to.', life: 'Jaden keeps watch at night and is tired at school. He cooks for himself most evenings.' },
        { child: 'Maya', lastSeenOn: '2026-01-08', seenAlone: 'yes', seenBy: 'priya', method: 'drawing', gatheredOn: '2026-01-08', voice: 'This is our house and this is the big lock.', life: 'Maya is back at school and sits near the door of her classroom.' },
        { child: 'Theo', lastSeenOn: '2026-01-08', seenAlone: 'no', seenBy: 'priya', method: 'play', gatheredOn: '2026-01-08', voice: 'The bears are hiding. Shh.', life: 'Theo stays close to Kirsty and wakes in the night.' },
      ],
      meaning: {
        Jaden: 'He is doing an adult’s job at night. We want him to be able to sleep.',
        Maya: 'School is the place that holds. Keeping it steady matters more than anything new.',
        Theo: 'He shows us fear in play before he can say it. He needs calm, repeated evenings.',
      },
      scores: [
        { by: 'priya', score: 3, reason: 'Calmer, but Jaden is on watch.' },
        { by: 'lorna', score: 2, reason: 'The safety plan has not been tried yet.' },
        { by: 'marcus', score: 4, reason: 'He came, twice.' },
        { by: 'dean', score: 3, reason: 'Half the evenings are still hard.' },
        { by: 'adaeze', score: 3, reason: 'Three weeks of quiet is short.' },
      ],
      group: 3,
      challenges: [
        { by: 'lorna', about: 'risk', text: 'We say the risk fell when Daniel left. What if leaving is when it rises?', answerBy: 'marcus', answer: 'Agreed: the weeks after a separation are the ones to watch, and he has not yet named what he did.', outcome: 'accepted' },
      ],
      wrongAbout: 'That quiet means safe. It may mean that everybody is being careful.',
      decision: {
        type: 'continue',
        text: 'The child protection plan continues. Family time stays supervised.',
        rationale: 'The change is three weeks old and rests on distance. Jaden’s nights tell us that the children do not feel it yet.',
        contingency: 'If Daniel comes to the home, Kirsty calls the police and we hold a strategy discussion the same day.',
      },
      sayToFamily: 'To Kirsty: you have made the evenings quieter, and we want to help Jaden to stop listening for the door. To Daniel: we would like to understand what the children remember.',
      summary: 'Everyone met to talk about Jaden, Maya and Theo. Home is quieter. Jaden is still listening at night, so the plan stays while things settle.',
      steps: [
        { text: 'Repeat DASH with Kirsty', owner: 'lorna', dueOn: '2026-02-06', evidence: 'score in the review', then: 'done' },
        { text: 'Start the accountability module with Daniel', owner: 'marcus', dueOn: '2026-01-30', evidence: 'first session dated', then: 'done' },
        { text: 'Ask school to give Jaden a place to rest at lunch', owner: 'priya', dueOn: '2026-01-23', evidence: 'school confirms', then: 'done' },
        { text: 'Plan the first hour after bedtime with Kirsty', owner: 'dean', dueOn: '2026-01-27', evidence: 'written by her', then: 'done' },
      ],
    },
    {
      heldOn: '2026-02-10',
      inRoom: ['adaeze', 'priya', 'lorna', 'sandra'],
      remote: ['dean', 'marcus'],
      reviews: [
        { by: 'priya', discipline: 'social-work', direction: 'better', evidence: ['seen', 'school'], text: 'Mornings are calmer. Jaden checks the front door twice before bed, which is fewer times than in January. Maya has missed one day. Theo sleeps through four nights of seven.' },
        { by: 'lorna', discipline: 'domestic-abuse', direction: 'better', evidence: ['seen', 'dash'], text: 'Kirsty has met me four times of four. The safety plan has been tried once, when Daniel’s sister called round, and it held. DASH 19.' },
        { by: 'marcus', discipline: 'domestic-abuse-officer', direction: 'better', evidence: ['attendance', 'group'], text: 'Daniel has come to four sessions of four and has begun the accountability module. He can name one behaviour that frightened the children.' },
        { by: 'dean', discipline: 'recovery', direction: 'better', evidence: ['test', 'self-report'], stages: [{ adult: 'Kirsty', issue: 'alcohol', stage: 'action' }], text: '22 alcohol-free days of 28. The plan for the first hour is on the fridge in her own words. Stage: action.' },
      ],
      children: [
        { child: 'Jaden', lastSeenOn: '2026-02-05', seenAlone: 'yes', seenBy: 'priya', method: 'words', gatheredOn: '2026-02-05', voice: 'It’s better. Can we not talk about it every week?', life: 'Jaden sleeps in his own bed and still checks the door.' },
        { child: 'Maya', lastSeenOn: '2026-02-05', seenAlone: 'yes', seenBy: 'priya', method: 'words', gatheredOn: '2026-02-05', voice: 'I like it when the telly is on low.', life: 'Maya is in school and has asked to join the choir.' },
        { child: 'Theo', lastSeenOn: '2026-02-05', seenAlone: 'no', seenBy: 'priya', method: 'play', gatheredOn: '2026-02-05', voice: 'The little bear has a new bed.', life: 'Theo is sleeping better and asks for the same story each night.' },
      ],
      meaning: {
        Jaden: 'He is letting go of the night watch a little. He asks us to talk with him less, not more.',
        Maya: 'Quiet evenings are something she notices and likes.',
        Theo: 'Routine is doing its work. He still needs the same people at bedtime.',
      },
      scores: [
        { by: 'priya', score: 5, reason: 'School and sleep are better for all three.' },
        { by: 'lorna', score: 3, reason: 'The plan held once. Once is not a pattern.' },
        { by: 'marcus', score: 5, reason: 'He is working, and can say one thing he did.' },
        { by: 'dean', score: 4, reason: 'Six hard days, each after a call.' },
        { by: 'adaeze', score: 4, reason: 'Better, and new.' },
      ],
      group: 4,
      challenges: [
        { by: 'dean', about: 'evidence', text: 'Each lapse followed a phone call. Do we know who is calling?', answerBy: 'lorna', answer: 'Kirsty says it is his family. We have not asked her to show us, and we should.', outcome: 'accepted' },
      ],
      wrongAbout: 'That better mornings mean better nights for Jaden.',
      decision: {
        type: 'continue',
        text: 'The plan continues to the review conference. Family time stays supervised.',
        rationale: 'Things are moving the right way for the children; none of it has been tested by contact with Daniel or his family.',
        contingency: 'If calls turn into visits, same-day strategy discussion with police.',
      },
      sayToFamily: 'To Kirsty: four good weeks, led by you. We would like to look at the calls together. To Daniel: naming one thing is a start; the children remember more than one.',
      summary: 'School and sleep are better for Jaden, Maya and Theo. Calls from family still make some evenings hard, so that is what we will look at next.',
      steps: [
        { text: 'Repeat DASH with Kirsty', owner: 'lorna', dueOn: '2026-03-03', evidence: 'score in the review', then: 'done' },
        { text: 'Finish the accountability module with Daniel', owner: 'marcus', dueOn: '2026-03-06', evidence: 'module signed off', then: 'done' },
        { text: 'See each child alone', owner: 'priya', dueOn: '2026-03-05', evidence: 'three visits recorded', then: 'done' },
        { text: 'Talk with Kirsty about who she rings when a call comes', owner: 'dean', dueOn: '2026-03-13', evidence: 'names in her plan', then: 'not-yet' },
      ],
    },
  ],
  today: {
    reviews: [
      { by: 'priya', discipline: 'social-work', direction: 'better', evidence: ['seen', 'school'], text: 'Mornings are calmer. Maya has been at school every day since half-term, 19 of 19. Jaden has started cooking with his mum on Sundays. He still checks the front door twice before bed. Theo asks where Dad is sleeping.' },
      { by: 'lorna', discipline: 'domestic-abuse', direction: 'mixed', evidence: ['seen', 'dash'], text: 'Kirsty has met me four times of four and led the safety plan herself. She describes more messages from Daniel’s sister than last month. DASH repeated on {2026-03-03}: 15, down from 19.' },
      { by: 'marcus', discipline: 'domestic-abuse-officer', direction: 'better', evidence: ['attendance', 'group'], text: 'Daniel has come to all six sessions and completed the accountability module. He can name two behaviours that frightened the children. He speaks about what he has lost more than about what they felt.' },
      { by: 'dean', discipline: 'recovery', direction: 'better', evidence: ['test', 'self-report'], stages: [{ adult: 'Kirsty', issue: 'alcohol', stage: 'action' }], text: '26 alcohol-free days of 28; two lapses, both after phone calls from his family. Change talk is strong on reason and need. She has told her sister the plan.' },
    ],
    children: [
      { child: 'Jaden', lastSeenOn: '2026-03-05', seenAlone: 'yes', seenBy: 'priya', method: 'words', gatheredOn: '2026-02-27', voice: 'I don’t want to be asked again. I just want it to stay like this.', life: 'Jaden cooks with his mum on Sundays and checks the front door twice before bed.' },
      { child: 'Maya', lastSeenOn: '2026-03-05', seenAlone: 'yes', seenBy: 'priya', method: 'words', gatheredOn: '2026-03-05', voice: 'It’s quiet at night now and I can hear the heating.', life: 'Maya has been at school every day since half-term.' },
      { child: 'Theo', lastSeenOn: '2026-03-05', seenAlone: 'yes', seenBy: 'priya', method: 'play', gatheredOn: '2026-03-05', voice: 'The big bear knocks and nobody opens.', life: 'Theo asks where Dad is sleeping.' },
    ],
    notes: [
      { by: 'lorna', discipline: 'domestic-abuse', audience: ['social-work', 'domestic-abuse'], text: 'Kirsty is worried that the area they live in now has been worked out. The detail is held separately.' },
    ],
  },
};
