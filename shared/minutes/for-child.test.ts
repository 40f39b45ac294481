import { describe, expect, it } from '@jest/globals';
import {
  adaeze,
  amina,
  dean,
  hartley,
  lorna,
  marcus,
  names,
  priya,
  sandra,
  tuesday,
} from '../../test/support/hartley.js';
import { hartleyInMarch } from '../../test/support/hartley-march.js';
import { live, preparing } from '../../test/support/record-room.js';
import { composeMinutes } from './compose.js';
import { minutesForChild } from './for-child.js';
import type { Minutes } from './minutes.js';
import { minutesText } from './text.js';

const whole = composeMinutes(hartleyInMarch().state, names);

/** Everything on a child's file: the text, and the structure that goes with it. */
function fileOf(childId: string, minutes: Minutes = whole): string {
  const own = minutesForChild(minutes, childId);
  return own ? `${minutesText(own)}\n${JSON.stringify(own)}` : '';
}

describe('what goes on each child’s own file', () => {
  it('Jaden’s has nothing about Daniel, who is not his father, and nothing of Marcus’s work with him', () => {
    const file = fileOf('jaden');
    expect(file).not.toMatch(/Daniel|Osei|accountability|sessions|frightened/);
    expect(file).toContain('He keeps watch, so the front door matters more to him than to anybody.');
    expect(file).toContain('CP plan continues');
    expect(file).toContain('to understand what helps on the days the phone rings');
    expect(file).toContain('Marcus Hale, probation: remote');
  });

  it('Maya’s and Theo’s have what is about Daniel, and nothing of Curtis, Jaden’s father', () => {
    for (const childId of ['maya', 'theo']) {
      const file = fileOf(childId);
      expect(file).toContain('Daniel has come to all six sessions');
      expect(file).not.toMatch(/Curtis|Brooks/);
    }
  });

  it('no child has another child’s own sections, nor sentences about another child alone', () => {
    expect(fileOf('jaden')).toContain('I just want it to stay like this');
    expect(fileOf('jaden')).not.toMatch(/heating|big bear|19\/19|Theo|Maya/);
    expect(fileOf('maya')).toContain('19/19');
    expect(fileOf('maya')).not.toMatch(/asked again|cooking|front door|big bear|Jaden/);
    expect(fileOf('theo')).not.toMatch(/asked again|cooking|heating|Jaden|half-term/);
  });

  it('what is protected is on nobody’s file', () => {
    for (const childId of ['jaden', 'maya', 'theo']) {
      expect(fileOf(childId)).not.toMatch(/gate|worked out|confirms in writing/);
      expect(fileOf(childId)).toContain('- Protected (Priya Raman');
    }
  });

  it('Jaden’s has neither the challenge that Marcus answered nor the steps about Daniel; Maya’s has both', () => {
    const [jaden, maya] = [minutesForChild(whole, 'jaden')!, minutesForChild(whole, 'maya')!];
    expect(jaden.challenges).toEqual([]);
    expect(maya.challenges).toHaveLength(1);
    expect(jaden.steps.map((s) => s.stepId)).toEqual(['a3', 'a4']);
    expect(maya.steps.map((s) => s.stepId)).toEqual(['a1', 'a2', 'a3', 'a4']);
    const marcusScore = (m: Minutes) => m.scale.scores.find((s) => s.personId === 'marcus');
    expect(marcusScore(jaden)).toMatchObject({ score: 6, reason: '' });
    expect(marcusScore(maya)?.reason).not.toBe('');
  });

  it('a child who was not discussed has no entry, and a stranger has none', () => {
    const room = hartleyInMarch();
    room.does(sandra, 'child.discussed', { childId: 'theo', discussed: false });
    const minutes = composeMinutes(room.state, names);
    expect(minutesForChild(minutes, 'theo')).toBeNull();
    expect(minutesForChild(minutes, 'alfie')).toBeNull();
  });

  it('Daniel named in lower case, by his surname, or as “he” in the next sentence still does not reach Jaden', () => {
    const room = live();
    room.writes(
      sandra,
      'decision',
      'daniel stays away. He knows why.\nMr Osei was told. His sister was not; she will be. Kirsty keeps the plan.',
    );
    room.writes(sandra, 'rationale', 'Their dad calls. Jaden says that he hears it.');
    const jaden = minutesForChild(composeMinutes(room.state, names), 'jaden')!;
    expect(jaden.decision.text).toBe('[…] Kirsty keeps the plan.');
    expect(jaden.decision.rationale).toBe('[…] Jaden says that he hears it.');
    const maya = minutesForChild(composeMinutes(room.state, names), 'maya')!;
    expect(maya.decision.text).toContain('He knows why');
  });

  it('somebody who sits in for Marcus writes about Daniel too', () => {
    const room = hartleyInMarch();
    const put = {
      discipline: 'domestic-abuse-officer',
      personId: 'amina',
      way: 'deputy',
      inPlaceOf: 'marcus',
    };
    room.does(sandra, 'attendance.set', put);
    room.does(amina, 'dissent.keep', { text: 'I would have ended the sessions.' });
    const minutes = composeMinutes(room.state, names);
    expect(minutesForChild(minutes, 'jaden')?.dissents).toEqual([]);
    expect(minutesForChild(minutes, 'maya')?.dissents).toHaveLength(1);
  });

  it('while nobody has said whose an adult is, every child has what is about them', () => {
    const adults = hartley.adults.map((a) => ({ ...a, childIds: null }));
    const room = live({ adults });
    room.writes(marcus, 'review/domestic-abuse-officer', 'Daniel has come to all six.');
    const jaden = minutesForChild(composeMinutes(room.state, names), 'jaden')!;
    expect(jaden.reviews.find((r) => r.discipline === 'domestic-abuse-officer')?.text).toContain('Daniel');
  });

  const others = hartley.adults.filter((a) => a.adultId !== 'daniel');
  const refreshed = { familyName: 'Hartley', children: hartley.children };

  it('Daniel, taken off the family’s file before the day, is still no father of Jaden’s', () => {
    const room = preparing();
    room.writes(marcus, 'review/domestic-abuse-officer', 'He has come to all six.');
    room.writes(sandra, 'decision', 'Daniel stays away. Kirsty keeps the plan.');
    const stages = [{ adultId: 'daniel', issue: 'anger', stage: 'action' }];
    room.does(dean, 'review.set', { discipline: 'recovery', stages });
    const { expected } = hartley;
    room.records('discussion.refresh', { ...refreshed, adults: others, expected });
    room.records('discussion.begin', tuesday);
    const minutes = composeMinutes(room.state, names);
    const jaden = fileOf('jaden', minutes);
    expect(jaden).toContain('[…] Kirsty keeps the plan.');
    expect(jaden).not.toMatch(/Daniel|all six|anger/);
    expect(fileOf('maya', minutes)).toContain('Daniel stays away');
  });

  it('Daniel, taken off as Jaden’s by mistake and put in again, is known to his own children alone', () => {
    const mistaken = hartley.adults.map((a) => (a.adultId === 'daniel' ? { ...a, childIds: ['jaden'] } : a));
    const room = preparing({ adults: mistaken });
    room.writes(marcus, 'review/domestic-abuse-officer', 'He has come to all six.');
    room.writes(sandra, 'decision', 'Daniel stays away.');
    const daniel = { adultId: 'd2', name: 'Daniel Osei', relation: 'dad', childIds: ['maya', 'theo'] };
    const { expected } = hartley;
    room.records('discussion.refresh', { ...refreshed, adults: [...others, daniel], expected });
    const minutes = composeMinutes(room.state, names);
    expect(fileOf('jaden', minutes)).not.toMatch(/Daniel|all six/);
    expect(fileOf('maya', minutes)).toContain('Daniel stays away');
  });

  it('what Marcus wrote of Daniel before his work with him ended is still not for Jaden', () => {
    const room = preparing();
    room.writes(marcus, 'review/domestic-abuse-officer', 'He has come to all six.');
    const challenged = { challengeId: 'c1', about: 'pace', quote: '', text: 'The sessions are slow' };
    room.does(marcus, 'challenge.raise', challenged);
    const expected = hartley.expected.filter((e) => e.personId !== 'marcus');
    room.records('discussion.begin', { ...tuesday, expected });
    const minutes = composeMinutes(room.state, names);
    expect(fileOf('jaden', minutes)).not.toMatch(/all six|slow/);
    expect(fileOf('maya', minutes)).toMatch(/all six[\s\S]*slow/);
  });

  it('a challenge between Lorna and Priya that names nobody’s father is on every file', () => {
    const room = live();
    room.does(lorna, 'challenge.raise', {
      challengeId: 'c1',
      about: 'pace',
      quote: '',
      text: 'The plan is slow',
    });
    room.does(priya, 'challenge.answer', { challengeId: 'c1', text: 'It is' });
    room.does(adaeze, 'challenge.settle', { challengeId: 'c1', outcome: 'accepted' });
    const minutes = composeMinutes(room.state, names);
    for (const childId of ['jaden', 'maya'])
      expect(minutesForChild(minutes, childId)?.challenges).toHaveLength(1);
  });
});
