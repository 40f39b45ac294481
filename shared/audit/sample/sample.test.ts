import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { agreementOf, mayNotGrade } from './agreement.js';
import { type Drawable, drawSample } from './draw.js';
import { type Grade, gradeCodes, questionCodes } from './questions.js';

const record = fc.record({
  teamId: fc.constantFrom('north', 'south'),
  chairId: fc.option(fc.constantFrom('adaeze', 'helen', 'ruth'), { nil: null }),
  heldOn: fc.constantFrom('2026-01-07', '2026-01-21', '2026-02-04', '2026-02-18'),
});
const month: fc.Arbitrary<Drawable[]> = fc
  .array(record, { maxLength: 60 })
  .map((all) => all.map((r, i) => ({ ...r, discussionId: `d${i}` })));

describe('records drawn to be read', () => {
  it('are the same for the same seed, in whatever order the records come', () => {
    fc.assert(
      fc.property(month, fc.string(), fc.infiniteStream(fc.nat()), (records, seed, chance) => {
        const shuffled = [...records]
          .map((r) => ({ r, at: chance.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ r }) => r);
        expect(drawSample(shuffled, seed)).toEqual(drawSample(records, seed));
      }),
    );
  });

  it('hold one of every chair in every month, one more of every team where it has one, and none twice', () => {
    fc.assert(
      fc.property(month, fc.string(), (records, seed) => {
        const drawn = drawSample(records, seed);
        expect(new Set(drawn.map((d) => d.discussionId)).size).toBe(drawn.length);
        const key = (r: Drawable) => `${r.chairId} ${r.heldOn.slice(0, 7)}`;
        const chairs = new Set(records.filter((r) => r.chairId).map(key));
        expect(
          drawn
            .filter((d) => d.because === 'chair')
            .map(key)
            .sort(),
        ).toEqual([...chairs].sort());
        const team = (r: Drawable) => `${r.teamId} ${r.heldOn.slice(0, 7)}`;
        const byChair = new Set(drawn.filter((d) => d.because === 'chair').map((d) => d.discussionId));
        const left = new Set(records.filter((r) => !byChair.has(r.discussionId)).map(team));
        expect(
          drawn
            .filter((d) => d.because === 'team')
            .map(team)
            .sort(),
        ).toEqual([...left].sort());
        expect(drawn.filter((d) => d.second).length).toBe(Math.ceil(drawn.length / 10));
      }),
    );
  });

  it('fall on every record about as often as on every other', () => {
    const records = Array.from({ length: 10 }, (_, i) => ({
      discussionId: `d${i}`,
      teamId: 'north',
      chairId: 'adaeze',
      heldOn: '2026-03-10',
    }));
    const often = new Map(records.map((r) => [r.discussionId, 0]));
    for (let seed = 0; seed < 2000; seed += 1)
      for (const { discussionId } of drawSample(records, `seed ${seed}`, { perTeam: 0 }))
        often.set(discussionId, often.get(discussionId)! + 1);
    // Each is expected 200 times; chi-square with nine degrees of freedom passes 27.9 once in a thousand.
    const chi = [...often.values()].reduce((sum, n) => sum + (n - 200) ** 2 / 200, 0);
    expect(chi).toBeLessThan(27.9);
  });
});

describe('people who grade a record', () => {
  it('answer ten questions with four grades', () => {
    expect([questionCodes.length, gradeCodes.length]).toEqual([10, 4]);
  });

  it('are not its chair, not the same person twice, and not more than are wanted', () => {
    const one = { chairId: 'adaeze', gradedBy: ['helen'], second: true };
    expect(mayNotGrade('adaeze', one)).toBe('own-chair');
    expect(mayNotGrade('helen', one)).toBe('graded-already');
    expect(mayNotGrade('ruth', one)).toBeNull();
    expect(mayNotGrade('ruth', { ...one, second: false })).toBe('graded-by-all');
  });

  it('agree in a share of records, and beyond chance by Cohen’s kappa', () => {
    // The textbook case of 50 pairs: 20 both yes, 15 both no, 5 and 10 apart. Agreement 0.7, chance 0.5, kappa 0.4.
    const times = (n: number, a: Grade, b: Grade) => Array.from({ length: n }, () => [a, b] as const);
    const pairs = [
      ...times(20, 'good', 'good'),
      ...times(5, 'good', 'inadequate'),
      ...times(10, 'inadequate', 'good'),
      ...times(15, 'inadequate', 'inadequate'),
    ];
    expect(agreementOf(pairs)).toEqual({ pairs: 50, same: 35, share: 70, kappa: 0.4 });
    expect(agreementOf(times(3, 'good', 'good'))).toEqual({ pairs: 3, same: 3, share: 100, kappa: null });
    expect(agreementOf([])).toEqual({ pairs: 0, same: 0, share: null, kappa: null });
  });
});
