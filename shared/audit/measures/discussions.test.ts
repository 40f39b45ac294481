import { describe, expect, it } from '@jest/globals';
import { allocated, discussion, facts, family, on } from '../../../test/support/audit.js';
import type { DisciplineFact, GradeFacts, SlotFacts, StepFacts } from '../facts.js';
import { cutBy } from '../figure.js';
import { type Grade, questionCodes } from '../sample/questions.js';
import { attendanceOf, contributionOf, silentTwice } from './attendance.js';
import { challengeRecorded, openTooLong } from './challenge.js';
import { qualityOf } from './quality.js';
import { recordTimeliness, unsignedFor } from './records.js';
import { sessionReliability } from './sessions.js';
import { stepDownIntegrity } from './step-down.js';
import { carriedOften, stepsOnTime } from './steps.js';
import { voiceRecorded } from './voice.js';

const span = { from: '2026-03-01', asAt: '2026-03-30' };
const line = (
  discipline: DisciplineFact['discipline'],
  way: DisciplineFact['way'],
  ready = false,
): DisciplineFact => ({ discipline, way, ready, personIds: way === 'vacant' ? [] : [`the ${discipline}`] });

describe('a manager who asks who was round the table', () => {
  const discussions = [
    discussion('d1', {
      heldOn: '2026-03-03',
      disciplines: [
        line('social-work', 'there'),
        line('mental-health', 'vacant'),
        line('recovery', 'in-writing', true),
      ],
    }),
    discussion('d2', {
      heldOn: '2026-03-30',
      counts: false,
      disciplines: [
        line('social-work', 'there'),
        line('recovery', 'absent'),
        line('mental-health', 'absent', true),
      ],
    }),
    discussion('before', { heldOn: '2026-02-27', disciplines: [line('social-work', 'absent')] }),
    discussion('after', { heldOn: '2026-03-31', disciplines: [line('social-work', 'absent')] }),
  ];

  it('sees attendance of posts that are filled, and vacant posts apart', () => {
    const figure = attendanceOf(facts({ discussions }), span);
    expect(figure).toMatchObject({
      numerator: 2,
      denominator: 5,
      apart: 1,
      beside: { inWriting: 2, vacant: 1 },
    });
    const lines = [...cutBy(figure, 'discipline')].map(([k, c]) => [k, c.numerator, c.denominator, c.apart]);
    expect(lines).toEqual([
      ['mental-health', 0, 1, 1],
      ['recovery', 0, 2, 0],
      ['social-work', 2, 2, 0],
    ]);
  });

  it('sees who came or wrote, over the same number', () => {
    expect(contributionOf(facts({ discussions }), span)).toMatchObject({ numerator: 4, denominator: 5 });
  });

  it('sees a discipline that was silent twice running, and not one that wrote or whose post is vacant', () => {
    const of = (now: DisciplineFact, then: DisciplineFact) =>
      silentTwice(
        facts({
          discussions: [
            discussion('new', { heldOn: '2026-03-10', disciplines: [now] }),
            discussion('old', { heldOn: '2026-02-10', disciplines: [then] }),
            discussion('older', { heldOn: '2026-01-10', disciplines: [line('recovery', 'absent')] }),
          ],
        }),
        '2026-03-30',
      ).map((s) => s.discussionIds);
    expect(of(line('recovery', 'absent'), line('recovery', 'absent'))).toEqual([['old', 'new']]);
    expect(of(line('recovery', 'absent'), line('recovery', 'absent', true))).toEqual([]);
    expect(of(line('recovery', 'vacant'), line('recovery', 'absent'))).toEqual([]);
    expect(of(line('recovery', 'absent'), line('recovery', 'there'))).toEqual([]);
  });
});

describe('a manager who asks what was said and agreed', () => {
  it('sees challenge or a considered “none”, and what became of challenges', () => {
    const challenge = (challengeId: string, raisedOn: string, settledOn: string | null = null) => ({
      challengeId,
      familyId: 'f1',
      raisedOn,
      settledOn,
      outcome: settledOn ? ('accepted' as const) : null,
      escalatedOn: null,
      ...{ raisedHere: true, waitsHere: true },
    });
    const all = facts({
      discussions: [
        discussion('d1', { challenged: true }),
        discussion('d2', { considered: true, signedOn: null }),
        discussion('d3'),
      ],
      challenges: [
        challenge('before', '2026-02-20', '2026-03-02'),
        challenge('quick', '2026-03-10', '2026-03-10'),
        { ...challenge('up', '2026-03-03', '2026-03-08'), outcome: 'escalated', escalatedOn: '2026-03-08' },
        { ...challenge('up and answered', '2026-03-04', '2026-03-24'), escalatedOn: '2026-03-09' },
        { ...challenge('evidence', '2026-03-12', '2026-03-12'), outcome: 'evidence-needed' },
        // Raised elsewhere, of a family that has come since; and the other way about.
        { ...challenge('came', '2026-03-02'), raisedHere: false },
        { ...challenge('went', '2026-03-01'), waitsHere: false },
        // Friday 13 March and ten working days: Friday 27 March. One more is too long.
        challenge('open', '2026-03-13'),
        challenge('not yet', '2026-03-16'),
        challenge('settled after', '2026-03-11', '2026-04-01'),
      ],
    });
    const figure = challengeRecorded(all, span);
    expect(figure).toMatchObject({ numerator: 2, denominator: 3, rate: 66.7, provisional: 1 });
    expect(figure.beside).toEqual({
      medianDaysToOutcome: 10,
      raised: 8,
      withOutcome: 2,
      withOutcomePercent: 25,
      escalated: 2,
      escalatedPercent: 25,
      openTooLong: 5,
    });
    expect(openTooLong(all, '2026-03-30').map((c) => c.challengeId)).toEqual([
      'came',
      'up',
      'settled after',
      'evidence',
      'open',
    ]);
    expect(openTooLong(all, '2026-03-20').map((c) => c.challengeId)).toEqual([
      'came',
      'up',
      'up and answered',
    ]);
  });

  it('sees next steps on time, late, open, due today and no longer needed', () => {
    const step = (agreementId: string, given: Partial<StepFacts> = {}): StepFacts => ({
      agreementId,
      stepId: agreementId,
      familyId: 'f1',
      ownerId: 'tom',
      dueOn: '2026-03-20',
      doneOn: null,
      droppedBecause: null,
      droppedOn: null,
      carried: 0,
      ...given,
    });
    const all = facts({
      families: [family('f1', { events: [allocated('2025-09-01')] })],
      steps: [
        step('on the day', { doneOn: '2026-03-20' }),
        step('late', { doneOn: '2026-03-21' }),
        step('open'),
        step('done since', { doneOn: '2026-03-31' }),
        step('today', { dueOn: '2026-03-30' }),
        step('dropped', { droppedBecause: 'They moved', droppedOn: '2026-03-15' }),
        step('dropped without a word', { droppedBecause: ' ', droppedOn: '2026-03-15' }),
        step('later', { dueOn: '2026-03-31' }),
      ],
    });
    const figure = stepsOnTime(all, span);
    expect(figure).toMatchObject({ numerator: 1, denominator: 6, apart: 1, rate: 16.7 });
    expect(figure.beside).toEqual({ late: 1, open: 3, dueToday: 1, noLongerNeeded: 1 });
    expect([...cutBy(figure, 'worker').keys()]).toEqual(['tom']);
    expect([...cutBy(figure, 'team').keys()]).toEqual(['northgate']);
    const carried = [0, 1, 2, 3].map((n) => step(`agreement ${n}`, { stepId: 'dentist', carried: n }));
    const often = carriedOften(facts({ steps: [...carried, step('twice', { carried: 2 })] }), '2026-03-30');
    expect(often.map((s) => [s.stepId, s.carried])).toEqual([['dentist', 3]]);
    const done = carried.map((s) => ({ ...s, doneOn: s.carried === 3 ? '2026-03-25' : null }));
    expect(carriedOften(facts({ steps: done }), '2026-03-30')).toEqual([]);
  });

  it('sees children whose view is recent, old, undated or missing', () => {
    const voices = [
      { childId: 'recent', gatheredOn: '2026-02-07' },
      { childId: 'old', gatheredOn: '2026-02-06' },
      { childId: 'undated', gatheredOn: null },
    ];
    const childIds = ['recent', 'old', 'undated', 'silent'];
    const figure = voiceRecorded(facts({ discussions: [discussion('d1', { voices, childIds })] }), span);
    expect(figure.rows.map((r) => [r.childId, r.lands, r.reason])).toEqual([
      ['recent', 'met', 'recent'],
      ['old', 'not-met', 'older'],
      ['undated', 'not-met', 'undated'],
      ['silent', 'not-met', 'none'],
    ]);
    expect(figure.beside).toEqual({ older: 1, none: 2 });
  });
});

describe('a manager who asks about records and sessions', () => {
  it('sees records signed within five working days, and those that still can be', () => {
    const all = facts({
      discussions: [
        // Tuesday 10 March and five working days: Tuesday 17 March.
        discussion('in time', { signedOn: '2026-03-17' }),
        discussion('late', { signedOn: '2026-03-18' }),
        discussion('unsigned', { signedOn: null }),
        discussion('yesterday', { heldOn: '2026-03-27', signedOn: null }),
      ],
    });
    const figure = recordTimeliness(all, span);
    expect(figure).toMatchObject({ numerator: 1, denominator: 4, rate: 25 });
    expect(figure.beside).toEqual({
      medianWorkingDays: 5.5,
      ninetiethWorkingDays: 6,
      unsigned: 2,
      canStill: 1,
    });
    expect(unsignedFor(all, '2026-03-24', 5).map((d) => d.discussionId)).toEqual(['unsigned']);
    expect(unsignedFor(all, '2026-03-24', 10)).toEqual([]);
    expect(unsignedFor(all, '2026-03-25', 10).map((d) => d.discussionId)).toEqual(['unsigned']);
  });

  it('sees grades of first readers, and how often two agreed', () => {
    const grade = (discussionId: string, overall: Grade, order: 1 | 2 = 1): GradeFacts => ({
      sampleId: 's1',
      discussionId,
      familyId: 'f1',
      teamId: 'northgate',
      chairId: 'adaeze',
      graderId: `reader ${order}`,
      gradedOn: '2026-03-20',
      order,
      overall,
      answers: Object.fromEntries(questionCodes.map((q) => [q, overall])) as GradeFacts['answers'],
    });
    const grades = [
      grade('d1', 'good'),
      grade('d1', 'good', 2),
      grade('d2', 'outstanding'),
      grade('d2', 'good', 2),
      grade('d3', 'inadequate'),
    ];
    const figure = qualityOf(facts({ grades }), span);
    expect(figure).toMatchObject({ numerator: 2, denominator: 3, rate: 66.7 });
    expect(figure.beside).toEqual({
      outstanding: 1,
      good: 1,
      'requires-improvement': 0,
      inadequate: 1,
      readTwice: 2,
      agreed: 50,
      kappa: 0,
    });
    expect([...cutBy(figure, 'chair').keys()]).toEqual(['adaeze']);
    // Drawn again in April’s sample, which two people read and found different.
    const again = [
      { ...grade('d3', 'good'), sampleId: 's2', gradedOn: '2026-03-21' },
      { ...grade('d3', 'requires-improvement', 2), sampleId: 's2', gradedOn: '2026-03-22' },
    ];
    const both = qualityOf(facts({ grades: [...again, ...grades] }), span);
    expect(both.rows.map((r) => [r.id, r.reason])).toEqual([
      ['d3', 'inadequate'],
      ['d1', 'good'],
      ['d2', 'outstanding'],
    ]);
    expect(both.beside).toMatchObject({ readTwice: 3, agreed: 33.3 });
  });

  it('sees families on the list that were not reached, and passes over what left the list in time', () => {
    const slot = (slotId: string, given: Partial<SlotFacts>): SlotFacts => ({
      slotId,
      sessionId: 's1',
      familyId: 'f1',
      teamId: 'northgate',
      chairId: 'adaeze',
      on: '2026-03-10',
      outcome: 'held',
      reason: null,
      outcomeOn: '2026-03-10',
      publishedOn: '2026-02-24',
      ...given,
    });
    const slots = [
      slot('held', {}),
      slot('inquorate', { outcome: 'inquorate' }),
      slot('not reached', { outcome: 'not-reached' }),
      slot('cancelled', { outcome: 'cancelled', outcomeOn: '2026-03-09' }),
      slot('moved in time', { outcome: 'postponed', outcomeOn: '2026-02-20' }),
      slot('forgotten', { outcome: null, outcomeOn: null }),
      slot('moved after', { outcome: 'postponed', reason: 'moved', outcomeOn: '2026-02-25' }),
      slot('not signed yet', { unsigned: true }),
      slot('never sent', { outcome: 'cancelled', publishedOn: null }),
      slot('joined later', { publishedOn: null }),
      slot('joined later, not reached', { outcome: 'not-reached', publishedOn: null, sessionId: 's2' }),
      slot('next month', { on: '2026-04-07', outcome: null }),
    ];
    const figure = sessionReliability(facts({ slots }), span);
    expect(figure).toMatchObject({ numerator: 3, denominator: 7, apart: 4, rate: 42.9, provisional: 1 });
    expect(figure.beside).toEqual({
      notReached: 1,
      moved: 1,
      postponed: 0,
      cancelled: 1,
      noOutcome: 1,
      sessionsThatRanOut: 2,
      inquorate: 1,
    });
  });

  it('sees step-downs that rest on change seen twice running by evidence, and families taken up again', () => {
    const review = (better: boolean, evidenced = true) => [
      { discipline: 'recovery' as const, better, evidenced },
    ];
    const down = (familyId: string, now: ReturnType<typeof review>, then: ReturnType<typeof review>) => [
      discussion(`${familyId} then`, { familyId, heldOn: '2026-02-10', reviews: then }),
      discussion(`${familyId} now`, { familyId, heldOn: '2026-03-10', reviews: now, decision: 'step-down' }),
    ];
    const again = { ...on('2026-03-20'), kind: 'reopened', teamId: 'northgate' } as const;
    const all = facts({
      families: [family('b', { events: [allocated('2025-09-01'), again] })],
      discussions: [
        ...down('a', review(true), review(true)),
        ...down('b', review(true), review(false)),
        ...down('c', review(true), review(true, false)),
        discussion('first', { familyId: 'd', decision: 'step-down', reviews: review(true) }),
        discussion('not counted', { familyId: 'e', decision: 'step-down', counts: false }),
      ],
    });
    const figure = stepDownIntegrity(all, span);
    expect(figure.rows.map((r) => [r.id, r.reason])).toEqual([
      ['a now', 'sustained'],
      ['b now', 'not-sustained'],
      ['c now', 'not-sustained'],
      ['first', 'first-discussion'],
    ]);
    expect(figure.beside).toEqual({ takenUpAgain: 1, takenUpAgainPercent: 25 });
  });
});
