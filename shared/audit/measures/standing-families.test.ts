import { describe, expect, it } from '@jest/globals';
import {
  allocated,
  child,
  discussion,
  exempted,
  facts,
  family,
  held,
  on,
} from '../../../test/support/audit.js';
import { policyNamed } from '../../../test/support/cadence.js';
import { cutBy, reasonsOf, unsaid } from '../figure.js';
import { limitOf } from '../limits.js';
import type { Question } from '../standing.js';
import { measure } from './all.js';
import { coverageOf } from './coverage.js';
import { gapsOf } from './gaps.js';
import { overdueList, snapshotOfChildren, snapshotOfFamilies } from './snapshot.js';

const ask: Question = { asAt: '2026-03-30', limit: { every: 'days', n: 28 }, from: '2026-01-01' };
const plan = (type: 'CP' | 'CIN' | 'PLO') => [{ type, sinceOn: '2025-01-01', untilOn: null }];
const since = allocated('2025-09-01');

describe('a manager who asks how families stand', () => {
  it('reads a family that no rule names at the limit asked about, before and after a rule for others was made', () => {
    const families = [family('g', { events: [since, held('2026-02-28', ['g-1'])] })];
    const protection = policyNamed('Protection', { planTypes: ['CP'] });
    const at31 = { ...ask, limit: limitOf('31d')! };
    for (const policies of [[], [protection]])
      expect(snapshotOfFamilies(facts({ families, policies }), at31)).toMatchObject({
        numerator: 1,
        denominator: 1,
        rows: [{ on: '2026-03-31', reason: 'in-time' }],
      });
  });

  it('sees a record that nobody signed count for ten working days, and then no longer until it is signed', () => {
    // Monday 9 March and ten working days: Monday 23 March.
    const of = (asAt: string, signedOn: string | null) =>
      snapshotOfFamilies(
        facts({ families: [family('f1', { events: [since, held('2026-03-09', [], signedOn)] })] }),
        {
          ...ask,
          asAt,
        },
      ).rows[0]!;
    expect(of('2026-03-23', null)).toMatchObject({ lands: 'met', reason: 'in-time', provisional: true });
    expect(of('2026-03-24', null)).toMatchObject({
      lands: 'not-met',
      reason: 'unsigned',
      provisional: false,
    });
    expect(of('2026-03-24', '2026-03-24')).toMatchObject({ lands: 'met', provisional: false });
    expect(of('2026-03-23', '2026-03-24')).toMatchObject({ lands: 'met', provisional: true });
  });

  it('sees the signed record before it hold, where that is still in time', () => {
    const events = [since, held('2026-03-05', ['a']), held('2026-03-09', ['a', 'b'], null)];
    const families = [family('f1', { events, children: [child('a'), child('b')] })];
    const at = { ...ask, asAt: '2026-03-27' };
    expect(snapshotOfFamilies(facts({ families }), at).rows[0]).toMatchObject({
      lands: 'met',
      provisional: false,
    });
    expect(snapshotOfChildren(facts({ families }), at)).toMatchObject({ numerator: 1, denominator: 2 });
  });

  it('credits no child with a discussion from before it came, though the record names nobody', () => {
    const events = [since, held('2026-03-10', [])];
    const children = [
      child('a'),
      child('b', { hereFrom: '2026-03-11' }),
      child('c', { hereFrom: '2026-03-31' }),
    ];
    const figure = snapshotOfChildren(facts({ families: [family('f1', { events, children })] }), ask);
    expect(figure.rows.map((r) => [r.id, r.lands, r.reason])).toEqual([
      ['a', 'met', 'in-time'],
      ['b', 'not-met', 'never-discussed'],
    ]);
  });

  it('sees children who were left out, or never discussed, as overdue in a family that is in time', () => {
    const events = [since, held('2026-02-10', ['a', 'b']), held('2026-03-10', ['a'])];
    const children = [child('a'), child('b'), child('c'), child('gone', { hereUntil: '2026-03-30' })];
    const figure = snapshotOfChildren(facts({ families: [family('f1', { events, children })] }), ask);
    expect(figure.rows.map((r) => [r.id, r.lands, r.reason])).toEqual([
      ['a', 'met', 'in-time'],
      ['b', 'not-met', 'left-out'],
      ['c', 'not-met', 'never-discussed'],
    ]);
  });

  it('sees a discussion that names no child, from a file of the past, to the credit of every child', () => {
    const children = [child('a'), child('b')];
    const figure = snapshotOfChildren(
      facts({ families: [family('f1', { events: [since, held('2026-03-10', [])], children })] }),
      ask,
    );
    expect(figure).toMatchObject({ numerator: 2, denominator: 2 });
  });

  it('sees exempt, not yet due and childless families listed and not counted', () => {
    const families = [
      family('exempt', { events: [since, exempted('2026-03-01')] }),
      family('new', { events: [allocated('2026-03-16')] }),
      family('empty', { events: [since], children: [] }),
      family('closed', { events: [since, { ...on('2026-02-02'), kind: 'closed', reason: '' }] }),
    ];
    const figure = snapshotOfFamilies(facts({ families }), ask);
    expect(figure).toMatchObject({ numerator: 0, denominator: 0, rate: null, apart: 3 });
    expect(reasonsOf(figure.rows, 'apart')).toEqual({ exempt: 1, 'not-yet-due': 1, 'no-child': 1 });
  });

  it('sees the same figure by team, worker, chair, plan, discipline, ethnicity and disability', () => {
    const late = family('late', {
      events: [since, held('2026-02-03', ['late-1'])],
      children: [child('late-1', { plans: plan('CIN'), ethnicity: 'WBRI', disability: 'no' })],
      allocations: [{ discipline: 'recovery', personId: null, fromOn: '2025-09-01', toOn: null }],
    });
    const good = family('good', {
      events: [allocated('2025-09-01', 'southgate'), held('2026-03-10', ['a', 'b'])],
      children: [
        child('a', { plans: plan('CP'), ethnicity: 'WBRI', disability: 'yes' }),
        child('b', { plans: [...plan('CIN'), ...plan('PLO')], ethnicity: 'APKN' }),
      ],
      allocations: [
        { discipline: 'social-work', personId: 'tom', fromOn: '2026-03-02', toOn: null },
        { discipline: 'social-work', personId: 'priya', fromOn: '2025-09-01', toOn: '2026-03-01' },
        { discipline: 'recovery', personId: 'dean', fromOn: '2025-09-01', toOn: null },
      ],
    });
    const all = facts({
      families: [late, good],
      discussions: [discussion('d-2026-03-10-a', { chairId: 'helen', familyId: 'good' })],
    });
    const cut = (by: Parameters<typeof cutBy>[1], code: 'snapshot-families' | 'snapshot-children') =>
      Object.fromEntries(
        [...cutBy(measure(code, all, ask), by)].map(([k, c]) => [k, `${c.numerator}/${c.denominator}`]),
      );
    expect(cut('team', 'snapshot-families')).toEqual({ northgate: '0/1', southgate: '1/1' });
    expect(cut('worker', 'snapshot-families')).toEqual({ tom: '1/1', [unsaid]: '0/1' });
    expect(cut('chair', 'snapshot-families')).toEqual({ helen: '1/1', [unsaid]: '0/1' });
    // A family stands under its weightiest plan, each child under their own.
    expect(cut('plan', 'snapshot-families')).toEqual({ CIN: '0/1', PLO: '1/1' });
    expect(cut('plan', 'snapshot-children')).toEqual({ CIN: '0/1', CP: '1/1', PLO: '1/1' });
    expect(cut('discipline', 'snapshot-families')).toEqual({ recovery: '1/2', 'social-work': '1/1' });
    expect(cut('ethnicity', 'snapshot-families')).toEqual({ APKN: '1/1', WBRI: '1/2' });
    expect(cut('ethnicity', 'snapshot-children')).toEqual({ APKN: '1/1', WBRI: '1/2' });
    expect(cut('disability', 'snapshot-children')).toEqual({ no: '0/1', yes: '1/1', [unsaid]: '1/1' });
  });

  it('sees a rate over fewer than ten marked as too small to stand alone', () => {
    const many = Array.from({ length: 10 }, (_, i) =>
      family(`f${i}`, { events: [since, held('2026-03-10', [])] }),
    );
    expect(snapshotOfFamilies(facts({ families: many }), ask).small).toBe(false);
    expect(snapshotOfFamilies(facts({ families: many.slice(1) }), ask).small).toBe(true);
  });

  it('sees of two families that are equally late the one in pre-proceedings first', () => {
    const late = (id: string, type: 'CP' | 'CIN' | 'PLO') =>
      family(id, { events: [since, held('2026-02-20', [])], children: [child(id, { plans: plan(type) })] });
    const families = [late('a', 'CIN'), late('b', 'CP'), late('c', 'PLO')];
    expect(overdueList(facts({ families }), ask).map((r) => [r.id, r.days])).toEqual([
      ['c', 10],
      ['b', 10],
      ['a', 10],
    ]);
    expect(measure('overdue', facts({ families }), ask)).toMatchObject({ numerator: 3, denominator: 3 });
  });

  it('sees what was known when a month was closed, and what is known now', () => {
    const late = { ...held('2026-02-17', ['f1-1']), knownAt: '2026-03-12T10:00:00.000Z' };
    const families = [family('f1', { events: [since, late] })];
    const at = { asAt: '2026-03-04', known: '2026-03-04T17:00:00.000Z' };
    expect(coverageOf(facts({ families }), '2026-02', at)).toMatchObject({ numerator: 0, denominator: 1 });
    expect(coverageOf(facts({ families }), '2026-02', { asAt: '2026-03-30' })).toMatchObject({
      numerator: 1,
    });
  });

  it('sees what came between in a gap, and why a month has no discussion', () => {
    const events = [
      since,
      held('2026-01-15', ['f1-1']),
      { ...on('2026-02-12'), kind: 'not-reached', sessionId: 's', reason: 'overran', newDate: null } as const,
      { ...on('2026-03-12'), kind: 'inquorate', discussionId: 'd', reason: 'No specialist' } as const,
    ];
    const all = facts({ families: [family('f1', { events })] });
    expect(gapsOf(all, ask)[0]!.open).toEqual({
      from: '2026-01-15',
      to: null,
      days: 74,
      first: false,
      cause: { on: '2026-03-12', kind: 'inquorate', reason: 'No specialist' },
    });
    expect(coverageOf(all, '2026-02', ask).rows[0]!.reason).toBe('not-reached');
    expect(coverageOf(all, '2026-03', ask).rows[0]!.reason).toBe('inquorate');
  });

  it('sees a family that changed team, closed, or is new left out of the month, each for its reason', () => {
    const closed = { ...on('2026-03-10'), kind: 'closed', reason: '' } as const;
    const moved = { ...on('2026-03-10'), kind: 'transferred', teamId: 'southgate' } as const;
    const families = [
      family('closed', { events: [since, closed] }),
      family('moved', { events: [since, moved] }),
      family('new', { events: [allocated('2026-03-02')] }),
      family('childless', { events: [since], children: [child('x', { hereUntil: '2026-03-20' })] }),
      family('whole', { events: [allocated('2026-03-01')] }),
    ];
    const { rows } = coverageOf(facts({ families }), '2026-03', ask);
    expect(rows.map((r) => [r.id, r.lands, r.reason])).toEqual([
      ['closed', 'apart', 'closed'],
      ['moved', 'apart', 'changed-team'],
      ['new', 'apart', 'new'],
      ['childless', 'apart', 'no-child'],
      ['whole', 'not-met', 'not-discussed'],
    ]);
  });
});
