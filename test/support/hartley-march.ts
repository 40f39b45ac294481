import type { DisciplineCode } from '../../shared/disciplines.js';
import { adaeze, dean, lorna, marcus, priya, sandra } from './hartley.js';
import { type DiscussionRoom, live } from './record-room.js';

/** Hartley's discussion of 10 March 2026 as it was held, up to the moment before Adaeze signs. Nothing is missing. */
export function hartleyInMarch(): DiscussionRoom {
  const room = live();
  for (const who of [adaeze, priya, lorna]) comes(room, who, 'in-room');
  for (const who of [marcus, dean]) comes(room, who, 'remote');
  comes(room, sandra, 'in-room');
  reviews(room);
  children(room);
  scaleAndChallenge(room);
  decision(room);
  steps(room);
  return room;
}

function comes(room: DiscussionRoom, who: typeof dean, way: 'in-room' | 'remote'): void {
  room.does(who, 'attendance.set', { discipline: who.discipline, personId: who.personId, way });
}

function reviews(room: DiscussionRoom): void {
  const written: [typeof dean, DisciplineCode, object, string][] = [
    [
      priya,
      'social-work',
      { direction: 'better', evidence: ['seen', 'school'] },
      'Seen on 16 and 27 Feb and 5 Mar, each child alone. Mornings are calmer; Maya has been at school every day since half-term (19/19). Jaden has started cooking with his mum on Sundays. He still checks the front door twice before bed. Theo asks where Dad is sleeping.',
    ],
    [
      lorna,
      'domestic-abuse',
      { direction: 'mixed', evidence: ['dash'] },
      'Kirsty has met me four times out of four and led the safety plan herself. She describes more messages from Daniel’s sister than last month. DASH repeated 3 Mar: 15, down from 19.',
    ],
    [
      marcus,
      'domestic-abuse-officer',
      { direction: 'better', evidence: ['attendance', 'group'] },
      'Daniel has come to all six sessions and completed the accountability module. He can name two behaviours that frightened the children.',
    ],
    [
      dean,
      'recovery',
      {
        direction: 'better',
        evidence: ['test', 'self-report'],
        stages: [{ adultId: 'kirsty', issue: 'alcohol', stage: 'action' }],
      },
      'Kirsty has had 26 alcohol-free days of 28; two lapses, both after phone calls from his family.',
    ],
  ];
  for (const [who, discipline, fields, text] of written) {
    room.does(who, 'review.set', { discipline, ...fields });
    room.writes(who, `review/${discipline}`, text);
  }
  const note = 'Concern that the new area has been worked out; detail held separately.';
  room.does(lorna, 'note.protect', {
    noteId: 'n1',
    discipline: 'domestic-abuse',
    text: note,
    audience: ['social-work'],
  });
}

function children(room: DiscussionRoom): void {
  const seen = { lastSeenOn: '2026-03-05', seenAlone: 'yes', seenBy: 'priya', gatheredOn: '2026-03-05' };
  for (const childId of ['jaden', 'maya', 'theo']) {
    room.does(priya, 'child.now', { childId, ...seen, method: childId === 'theo' ? 'play' : 'words' });
  }
  room.writes(priya, 'voice/maya', 'It’s quiet at night now and I can hear the heating.');
  room.writes(priya, 'voice/jaden', 'I don’t want to be asked again. I just want it to stay like this.');
  room.writes(priya, 'voice/theo', 'The big bear knocks and nobody opens.');
  room.writes(priya, 'meaning/maya', 'The quiet is new to her, and she notices it.');
  room.writes(
    priya,
    'meaning/jaden',
    'He keeps watch, so the front door matters more to him than to anybody.',
  );
  room.writes(priya, 'meaning/theo', 'He misses Dad and is afraid of him in the same game.');
}

function scaleAndChallenge(room: DiscussionRoom): void {
  const given: [typeof dean, number, string][] = [
    [priya, 5, 'Mornings hold.'],
    [lorna, 3, 'The messages have not stopped.'],
    [marcus, 6, 'He comes, and he has begun to name it.'],
    [dean, 5, 'Two lapses, both explained.'],
    [adaeze, 4, 'Nothing has been tested yet.'],
  ];
  for (const [who, score, reason] of given) room.does(who, 'scale.score', { score, reason });
  room.does(adaeze, 'scale.reveal', {});
  room.does(adaeze, 'scale.group', { score: 4 });
  room.does(lorna, 'challenge.raise', {
    challengeId: 'c1',
    about: 'evidence',
    quote: 'Daniel has come to all six sessions',
    text: 'Six sessions attended tells us he comes; what tells us Kirsty and the children are safer?',
  });
  room.does(marcus, 'challenge.answer', {
    challengeId: 'c1',
    text: 'Attendance is not change. There is no partner contact, so I cannot see what reaches Kirsty.',
  });
  room.does(adaeze, 'challenge.settle', { challengeId: 'c1', outcome: 'accepted' });
  room.writes(priya, 'wrong-about', 'That the calm is because of the distance, not the change.');
}

function decision(room: DiscussionRoom): void {
  room.does(sandra, 'decision.set', {
    type: 'continue',
    reviewOn: '2026-04-07',
    whoAgreed: ['priya', 'lorna', 'marcus', 'dean'],
  });
  room.writes(sandra, 'decision', 'CP plan continues; family time stays supervised for now.');
  room.writes(
    sandra,
    'rationale',
    'Two of three indicators we agreed are about things the children would notice, and neither has been tested yet.',
  );
  room.writes(
    sandra,
    'contingency',
    'If a safe-address breach is confirmed, same-day strategy discussion and police, no waiting for the next supervision.',
  );
  room.writes(
    sandra,
    'say-to-family',
    'To Kirsty, that she has kept this going and we would like to understand what helps on the days the phone rings; to Daniel, that turning up matters and the next step is showing the children what is different.',
  );
}

function steps(room: DiscussionRoom): void {
  const agreed = [
    {
      stepId: 'a1',
      text: 'Agree with Kirsty who, among Daniel’s family, may pass on messages',
      ownerId: 'lorna',
      dueOn: '2026-03-13',
      evidence: 'safety plan v4 dated',
    },
    {
      stepId: 'a2',
      text: 'Ask Daniel to describe, in Maya’s words, one frightening evening',
      ownerId: 'marcus',
      dueOn: '2026-03-24',
      evidence: 'account on chapter, read out here',
    },
    {
      stepId: 'a3',
      text: 'Check the collection password at the new gate',
      ownerId: 'priya',
      dueOn: '2026-03-13',
      evidence: 'school confirms in writing',
      protected: true,
      audience: ['domestic-abuse'],
    },
    {
      stepId: 'a4',
      text: 'Plan for Sunday-evening calls, with Kirsty choosing the plan',
      ownerId: 'dean',
      dueOn: '2026-03-20',
      evidence: 'written by her',
    },
  ];
  for (const step of agreed) room.does(sandra, 'step.set', step);
  for (const { stepId, ownerId } of agreed)
    room.does(sandra, 'step.accept', { stepId, forPersonId: ownerId });
}
