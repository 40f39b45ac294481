import type { WrittenFamily } from './written.js';

/** Kaczmarek: a recovery that has not met its hardest week yet. */
export const kaczmarek: WrittenFamily = {
  ref: 'NG-1002',
  name: 'Kaczmarek',
  allocatedOn: '2026-01-09',
  minutes: 30,
  children: [
    { ref: 'W100201', firstName: 'Filip', lastName: 'Kaczmarek', bornOn: '2016-05-12', gender: 'M', plans: [{ type: 'CP', since: '2025-07-08', until: '2026-01-09', category: 'NEG' }, { type: 'CIN', since: '2026-01-09' }] },
    { ref: 'W100202', firstName: 'Lena', lastName: 'Kaczmarek', bornOn: '2025-10-01', gender: 'F', plans: [{ type: 'CP', since: '2025-10-01', until: '2026-01-09', category: 'NEG' }, { type: 'CIN', since: '2026-01-09' }] },
  ],
  adults: [
    { name: 'Agnieszka', relation: 'their mum', parentOf: ['Filip', 'Lena'] },
    { name: 'Piotr', relation: 'their dad', parentOf: ['Filip', 'Lena'] },
  ],
  allocations: [
    { discipline: 'social-work', person: 'tom', from: '2026-01-09' },
    { discipline: 'mental-health', person: 'farah', about: 'Agnieszka', from: '2026-01-09' },
    { discipline: 'psychology', person: 'ines', about: 'the family', from: '2026-01-09' },
  ],
  happenings: [
    { on: '2026-01-09', kind: 'plan', words: 'Stepped down from a child protection plan to a child in need plan.' },
    { on: '2026-02-26', kind: 'visit', words: 'Lena weighed at home by the health visitor: back on her line.', child: 'Lena', by: 'tom' },
    { on: '2026-03-04', kind: 'visit', words: 'Filip made his own lunch.', child: 'Filip', by: 'tom' },
  ],
  history: [],
  discussions: [
    {
      heldOn: '2026-01-13',
      inRoom: ['adaeze', 'tom', 'sandra'],
      remote: ['farah', 'ines'],
      reviews: [
        { by: 'tom', discipline: 'social-work', direction: 'better', evidence: ['seen', 'health'], text: 'Lena is feeding well and the home is warm. Filip gets himself ready and waits for someone to notice. The step down was agreed on {2026-01-09}.' },
        { by: 'farah', discipline: 'mental-health', direction: 'better', evidence: ['seen', 'clinic'], stages: [{ adult: 'Agnieszka', issue: 'mood', stage: 'action' }], text: 'Agnieszka has come to every appointment since November. Mood low in the mornings and lifting by ten. Sleeping five hours.' },
        { by: 'ines', discipline: 'psychology', direction: 'same', evidence: ['seen'], text: 'What protects the children is the evening, when Piotr is home and the day is shared. Last winter’s pattern began when he was not.' },
      ],
      children: [
        { child: 'Filip', lastSeenOn: '2026-01-08', seenAlone: 'yes', seenBy: 'tom', method: 'words', gatheredOn: '2026-01-08', voice: 'I know where everything is, so I can do it.', life: 'Filip does more than a nine-year-old needs to, and is proud of it.' },
        { child: 'Lena', lastSeenOn: '2026-01-08', seenAlone: 'no', seenBy: 'tom', method: 'observed', gatheredOn: '2026-01-08', voice: 'Follows her mum’s face across the room.', life: 'Lena is gaining weight and sleeps in her cot.' },
      ],
      meaning: {
        Filip: 'He is ready for anything. We would like him to be able to stop being ready.',
        Lena: 'Her days are steady when her mum’s are.',
      },
      scores: [
        { by: 'tom', score: 6, reason: 'Food, warmth and routine.' },
        { by: 'farah', score: 6, reason: 'Treatment is working and she uses it.' },
        { by: 'ines', score: 5, reason: 'Winter is not over.' },
        { by: 'adaeze', score: 6, reason: 'Steady since November.' },
      ],
      group: 6,
      challenges: [],
      wrongAbout: 'That Filip copes because things are better, when it may be that he has learnt to.',
      decision: {
        type: 'continue',
        text: 'The child in need plan continues, with a review at the end of March.',
        rationale: 'Ten steady weeks, and supports that the family choose to use.',
        contingency: 'If Agnieszka misses two appointments, Farah rings the same day and Tom visits within two.',
      },
      sayToFamily: 'You stepped down because of what you have done. We are staying for the rest of the winter.',
      summary: 'Things are steadier for Filip and Lena. The plan is lighter now, and everyone stays in touch until the spring.',
      steps: [
        { text: 'Ask Filip which jobs he would like to keep', owner: 'tom', dueOn: '2026-01-30', evidence: 'written in his words', then: 'done' },
        { text: 'Write the early warning signs with Agnieszka', owner: 'farah', dueOn: '2026-02-06', evidence: 'in her chapter', then: 'done' },
      ],
    },
    {
      heldOn: '2026-02-10',
      inRoom: ['adaeze', 'tom', 'sandra'],
      remote: ['farah'],
      inWriting: ['ines'],
      reviews: [
        { by: 'tom', discipline: 'social-work', direction: 'better', evidence: ['seen', 'health', 'school'], text: 'Lena’s weight is nearly back on her line. Filip keeps two jobs he likes: the bins and the bread. School say he laughs more.' },
        { by: 'farah', discipline: 'mental-health', direction: 'better', evidence: ['seen', 'clinic'], stages: [{ adult: 'Agnieszka', issue: 'mood', stage: 'action' }], text: 'Four appointments of four. Mood brighter for three weeks. Early warning signs begun with her.' },
        { by: 'ines', discipline: 'psychology', direction: 'same', evidence: ['seen'], text: 'Formulation unchanged. The family’s evenings carry the day.' },
      ],
      children: [
        { child: 'Filip', lastSeenOn: '2026-02-05', seenAlone: 'yes', seenBy: 'tom', method: 'words', gatheredOn: '2026-02-05', voice: 'Mama sings when she does the washing now.', life: 'Filip has a friend to tea on Fridays.' },
        { child: 'Lena', lastSeenOn: '2026-02-05', seenAlone: 'no', seenBy: 'tom', method: 'observed', gatheredOn: '2026-02-05', voice: 'Reaches for whoever is nearest, and looks round for her mum.', life: 'Lena is nearly sitting up.' },
      ],
      meaning: {
        Filip: 'He is choosing his jobs rather than being on duty.',
        Lena: 'She expects to be picked up, and is.',
      },
      scores: [
        { by: 'tom', score: 7, reason: 'Every sign is up.' },
        { by: 'farah', score: 7, reason: 'Brighter, and she knows her signs.' },
        { by: 'ines', score: 5, reason: 'It rests on the evenings.' },
        { by: 'adaeze', score: 7, reason: 'Steady for three months.' },
      ],
      group: 7,
      challenges: [
        { by: 'ines', about: 'pace', text: 'Are we planning to close because it is steady, or because it is nearly the end of March?', answerBy: 'tom', answer: 'Because it is steady. But the date did come first.', outcome: 'partly', reason: 'Closing stays possible; it will rest on what we see.' },
      ],
      wrongAbout: 'That three good weeks in mood will outlast a change in the rota.',
      decision: {
        type: 'continue',
        text: 'The child in need plan continues towards its review on {2026-03-31}.',
        rationale: 'Everything is moving well; nothing new has tested it.',
        contingency: 'Two early warning signs together: Farah the same day.',
      },
      sayToFamily: 'You have built evenings that work. We would like to hear how you would keep them when work changes.',
      summary: 'Filip and Lena are doing well. We will think together about closing when the review comes.',
      steps: [
        { text: 'Finish the early warning signs with Agnieszka', owner: 'farah', dueOn: '2026-03-03', evidence: 'agreed with her', then: 'done' },
        { text: 'See Filip alone and at school', owner: 'tom', dueOn: '2026-03-06', evidence: 'two visits recorded', then: 'done' },
        { text: 'Ask Piotr about his rota from April', owner: 'tom', dueOn: '2026-02-27', evidence: 'dates in the plan', then: 'done' },
      ],
    },
  ],
  today: {
    reviews: [
      { by: 'tom', discipline: 'social-work', direction: 'better', evidence: ['seen', 'health'], text: 'Lena’s weight is back on her line; she turns to Agnieszka’s voice before anyone else’s. Filip made his own lunch “because I like it, not because I have to”. Home warm, routine visible on the fridge.' },
      { by: 'farah', discipline: 'mental-health', direction: 'better', evidence: ['seen', 'clinic', 'self-report'], stages: [{ adult: 'Agnieszka', issue: 'mood', stage: 'maintenance' }], text: 'Agnieszka has come to all four appointments. Her mood has been brighter for six weeks and she is sleeping six hours. Medication taken daily, supported by prescriptions collected on time. Early warning signs written with her: not opening the curtains, hiding food bills, avoiding Lena’s cot.' },
      { by: 'ines', discipline: 'psychology', direction: 'same', evidence: ['seen'], text: 'Formulation unchanged: protective when Piotr is home at night; the pattern last winter began three weeks after he moved to nights.' },
    ],
    children: [
      { child: 'Filip', lastSeenOn: '2026-03-04', seenAlone: 'yes', seenBy: 'tom', method: 'words', gatheredOn: '2026-03-04', voice: 'Mama is loud again, the good loud.', life: 'Filip made his own lunch because he likes to.' },
      { child: 'Lena', lastSeenOn: '2026-03-04', seenAlone: 'no', seenBy: 'tom', method: 'observed', gatheredOn: '2026-03-04', voice: 'Settles in under a minute when Agnieszka picks her up, longer with Piotr.', life: 'Lena’s weight is back on her line.' },
    ],
  },
};
