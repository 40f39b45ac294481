import type { WrittenFamily } from './written.js';

/** Doyle / Bennett: plans that differ between the children, a vacant post, a month in which they were not reached. */
export const doyle: WrittenFamily = {
  ref: 'NG-1003',
  name: 'Doyle / Bennett',
  allocatedOn: '2025-09-29',
  minutes: 45,
  children: [
    { ref: 'W100301', firstName: 'Tyler', lastName: 'Doyle', bornOn: '2011-09-03', gender: 'M', plans: [{ type: 'CP', since: '2025-07-11', until: '2025-12-12', category: 'NEG' }, { type: 'CLA', since: '2025-12-12' }] },
    { ref: 'W100302', firstName: 'Jade', lastName: 'Doyle', bornOn: '2015-01-22', gender: 'F', plans: [{ type: 'CP', since: '2025-07-11', category: 'NEG' }, { type: 'PLO', since: '2026-02-20' }] },
    { ref: 'W100303', firstName: 'Alfie', lastName: 'Bennett', bornOn: '2019-07-17', gender: 'M', plans: [{ type: 'CP', since: '2025-07-11', category: 'NEG' }, { type: 'PLO', since: '2026-02-20' }] },
    { ref: 'W100304', firstName: 'Ruby', lastName: 'Bennett', bornOn: '2023-12-05', gender: 'F', plans: [{ type: 'CP', since: '2025-07-11', category: 'NEG' }, { type: 'PLO', since: '2026-02-20' }] },
  ],
  adults: [
    { name: 'Shauna', relation: 'their mum', parentOf: ['Tyler', 'Jade', 'Alfie', 'Ruby'] },
    { name: 'Lee', relation: 'Alfie and Ruby’s dad', parentOf: ['Alfie', 'Ruby'] },
    { name: 'Carol', relation: 'their nan; Tyler lives with her', parentOf: [] },
  ],
  allocations: [
    { discipline: 'social-work', person: 'megan', from: '2025-09-29' },
    { discipline: 'recovery', person: 'dean', about: 'Shauna and Lee', from: '2025-09-29' },
    { discipline: 'family-support', person: 'yusuf', about: 'Shauna', from: '2025-10-20' },
    { discipline: 'mental-health', person: null, about: 'Shauna', from: '2026-02-01' },
  ],
  happenings: [
    { on: '2025-12-12', kind: 'move', words: 'Tyler moved to live with Carol.', child: 'Tyler' },
    { on: '2026-02-20', kind: 'pre-proceedings', words: 'Parents told in writing that pre-proceedings begin.' },
    { on: '2026-03-03', kind: 'visit', words: 'Nan’s is boring. Boring’s good.', child: 'Tyler', voice: true, by: 'megan' },
    { on: '2026-03-04', kind: 'visit', words: 'Food in, clean clothes. The back bedroom still to do.', by: 'megan' },
  ],
  history: [
    { heldOn: '2025-10-14', note: 'Before the record began' },
    { heldOn: '2025-11-11', note: 'Before the record began' },
    { heldOn: '2025-12-09', note: 'Before the record began' },
  ],
  discussions: [
    {
      heldOn: '2026-01-06',
      inRoom: ['adaeze', 'megan', 'yusuf', 'sandra'],
      remote: ['dean'],
      reviews: [
        { by: 'megan', discipline: 'social-work', direction: 'mixed', evidence: ['seen', 'school'], text: 'Tyler has settled with Carol since {2025-12-12}. At home there was food at each of three visits; the back bedroom has loose wiring and no stair gate. Jade was late for school nine days before Christmas.' },
        { by: 'dean', discipline: 'recovery', direction: 'mixed', evidence: ['test'], stages: [{ adult: 'Lee', issue: 'drugs', stage: 'preparation' }, { adult: 'Shauna', issue: 'drugs', stage: 'contemplation' }], text: 'Lee three of six samples clear. Shauna collects her own prescription and someone else’s.' },
        { by: 'yusuf', discipline: 'family-support', direction: 'same', evidence: ['seen'], text: 'Module 3 finished. Bedtime happens one night of seven.' },
      ],
      children: [
        { child: 'Tyler', lastSeenOn: '2025-12-30', seenAlone: 'yes', seenBy: 'megan', method: 'words', gatheredOn: '2025-12-30', voice: 'It’s quiet at Nan’s. I slept.', life: 'Tyler is at Carol’s and back at school.' },
        { child: 'Jade', lastSeenOn: '2025-12-30', seenAlone: 'yes', seenBy: 'megan', method: 'words', gatheredOn: '2025-12-30', voice: 'Somebody has to get them up.', life: 'Jade gets Alfie and Ruby up before school.' },
        { child: 'Alfie', lastSeenOn: '2025-12-30', seenAlone: 'no', seenBy: 'megan', method: 'drawing', gatheredOn: '2025-12-30', voice: 'The house with nobody outside.', life: 'Alfie has toothache and has not seen a dentist.' },
        { child: 'Ruby', lastSeenOn: '2025-12-30', seenAlone: 'no', seenBy: 'megan', method: 'observed', gatheredOn: '2025-12-30', voice: 'Goes to Jade first when she cries.', life: 'Ruby is two and is mostly looked after by Jade in the evenings.' },
      ],
      meaning: {
        Tyler: 'He has his first rest in a long time. It needs to last.',
        Jade: 'She is being a parent at eleven.',
        Alfie: 'His pain has waited too long.',
        Ruby: 'Her safe person is a child.',
      },
      scores: [
        { by: 'megan', score: 2, reason: 'The evenings are on Jade.' },
        { by: 'dean', score: 5, reason: 'Half the samples, up from one.' },
        { by: 'yusuf', score: 4, reason: 'They let me in every time.' },
        { by: 'adaeze', score: 3, reason: 'Food yes; evenings no.' },
      ],
      group: 3,
      challenges: [
        { by: 'yusuf', about: 'practice', text: 'We ask what the parents do. Who asks what Jade stops doing?', answerBy: 'megan', answer: 'Nobody has. I will ask about evenings first.', outcome: 'accepted' },
      ],
      wrongAbout: 'That food in the cupboard means that tea is cooked.',
      decision: {
        type: 'continue',
        text: 'The child protection plan continues; legal advice before the end of the month.',
        rationale: 'Drug use is falling, and what the younger children live with has not changed.',
        contingency: 'If Ruby and Alfie are left with Jade alone in the evening, a visit the same day.',
      },
      sayToFamily: 'We can see the samples getting better. What we look at next is who does the evenings.',
      summary: 'Tyler is settled with his nan. For Jade, Alfie and Ruby the evenings are what needs to change.',
      steps: [
        { text: 'Take Alfie to the dentist', owner: 'megan', dueOn: '2026-01-20', evidence: 'appointment kept', then: 'not-yet', note: 'Appointment missed' },
        { text: 'Ask for legal advice', owner: 'adaeze', dueOn: '2026-01-30', evidence: 'advice on file', then: 'done' },
        { text: 'Start module 4 with Shauna', owner: 'yusuf', dueOn: '2026-01-27', evidence: 'session dated', then: 'done' },
      ],
    },
    {
      heldOn: '2026-02-03',
      inRoom: ['adaeze', 'megan', 'yusuf', 'sandra'],
      remote: ['dean'],
      reviews: [
        { by: 'megan', discipline: 'social-work', direction: 'mixed', evidence: ['seen', 'school', 'police'], text: 'Food and clean clothes at both visits. The back bedroom has not changed. Jade was late five times in January. One police call to a neighbour’s; nobody here involved.' },
        { by: 'dean', discipline: 'recovery', direction: 'better', evidence: ['test'], stages: [{ adult: 'Lee', issue: 'drugs', stage: 'action' }, { adult: 'Shauna', issue: 'drugs', stage: 'contemplation' }], text: 'Lee four of six samples clear. Shauna stable on her prescription.' },
        { by: 'yusuf', discipline: 'family-support', direction: 'better', evidence: ['seen'], text: 'Module 4 begun. Bedtime kept one night of seven, then two.' },
      ],
      children: [
        { child: 'Tyler', lastSeenOn: '2026-01-27', seenAlone: 'yes', seenBy: 'megan', method: 'words', gatheredOn: '2026-01-27', voice: 'I might go back to boxing.', life: 'Tyler is at Carol’s and in school every day.' },
        { child: 'Jade', lastSeenOn: '2026-01-27', seenAlone: 'yes', seenBy: 'megan', method: 'words', gatheredOn: '2026-01-27', voice: 'It’s fine. I don’t mind.', life: 'Jade does bath and bed for the little ones most nights.' },
        { child: 'Alfie', lastSeenOn: '2026-01-27', seenAlone: 'no', seenBy: 'megan', method: 'play', gatheredOn: '2026-01-27', voice: 'The dinosaur’s tooth fell out and he was cross.', life: 'Alfie’s toothache comes and goes.' },
        { child: 'Ruby', lastSeenOn: '2026-01-27', seenAlone: 'no', seenBy: 'megan', method: 'observed', gatheredOn: '2026-01-27', voice: 'Laughs when Shauna reads to her.', life: 'Ruby has new words every week.' },
      ],
      meaning: {
        Tyler: 'Ordinary days are what he wants more of.',
        Jade: '“I don’t mind” is what she says, not what it costs.',
        Alfie: 'A tooth is a small thing that tells us about follow-through.',
        Ruby: 'She is finding her mum again.',
      },
      scores: [
        { by: 'megan', score: 3, reason: 'Clothes and food, not yet evenings.' },
        { by: 'dean', score: 5, reason: 'Most samples clear.' },
        { by: 'yusuf', score: 5, reason: 'They are trying the bedtime plan.' },
        { by: 'adaeze', score: 4, reason: 'A real start, late.' },
      ],
      group: 4,
      challenges: [
        { by: 'dean', about: 'plan', text: 'Are we starting pre-proceedings because of January, or because of last summer?', answerBy: 'adaeze', answer: 'Because of what has stayed the same since summer: the evenings.', outcome: 'accepted' },
      ],
      wrongAbout: 'That Jade will tell us when it is too much.',
      decision: {
        type: 'legal',
        text: 'Pre-proceedings begin this month. The plan continues.',
        rationale: 'Six months on, the younger children’s evenings still rest on Jade. Pre-proceedings gives the parents advice and a clear list.',
        contingency: 'If Ruby and Alfie are left with Jade alone in the evening, a visit the same day and legal advice.',
      },
      sayToFamily: 'This is the point where you get a solicitor’s advice and a short list of what has to change. We want it to work.',
      summary: 'The plan gets more formal now, so that everyone knows what has to change for Jade, Alfie and Ruby.',
      steps: [
        { text: 'Take Alfie to the dentist', owner: 'megan', dueOn: '2026-02-17', evidence: 'appointment kept', then: 'not-yet', note: 'Not rebooked', goesOn: true },
        { text: 'Tell both parents in writing that pre-proceedings begin', owner: 'megan', dueOn: '2026-02-20', evidence: 'letter dated', then: 'done' },
        { text: 'Finish module 4 with Shauna', owner: 'yusuf', dueOn: '2026-03-06', evidence: 'module signed off', then: 'done' },
      ],
    },
  ],
  notReached: { on: '2026-03-03' },
  today: {
    reviews: [
      { by: 'megan', discipline: 'social-work', direction: 'mixed', evidence: ['seen', 'school', 'police'], text: 'Seen on {2026-02-11}, {2026-02-18} and {2026-03-04}. Ruby and Alfie were in clean clothes and there was food in; the back bedroom is still not safe for them. Jade has missed 6 of 30 half-days and is carrying more of the evenings than an eleven-year-old should. Tyler is going to boxing again.' },
      { by: 'dean', discipline: 'recovery', direction: 'better', evidence: ['test'], stages: [{ adult: 'Lee', issue: 'drugs', stage: 'action' }, { adult: 'Shauna', issue: 'pills at night', stage: 'contemplation' }], text: 'Lee five of six samples clear; Shauna stable on prescription and has stopped collecting for someone else.' },
      { by: 'yusuf', discipline: 'family-support', direction: 'better', evidence: ['seen'], text: 'Module 4 finished: bedtime routine kept four nights of seven, was one. Shauna reads to Ruby.' },
    ],
    children: [
      { child: 'Tyler', lastSeenOn: '2026-03-03', seenAlone: 'yes', seenBy: 'megan', method: 'words', gatheredOn: '2026-03-03', voice: 'Nan’s is boring. Boring’s good.', life: 'Tyler lives with Carol and is boxing again.' },
      { child: 'Jade', lastSeenOn: '2026-03-04', seenAlone: 'yes', seenBy: 'megan', method: 'words', gatheredOn: '2026-03-04', voice: 'I can do it, it’s fine.', life: 'Jade has missed 6 of 30 half-days and does most of the evenings.' },
      { child: 'Alfie', lastSeenOn: '2026-03-04', seenAlone: 'no', seenBy: 'megan', method: 'drawing', gatheredOn: '2026-03-04', voice: 'The house with the lights on.', life: 'Alfie still has toothache.' },
      { child: 'Ruby', lastSeenOn: '2026-03-04', seenAlone: 'no', seenBy: 'megan', method: 'observed', gatheredOn: '2026-03-04', voice: 'Brings shoes when the door opens.', life: 'Ruby is read to by Shauna.' },
    ],
  },
};
