import type {
  AttendancePage,
  MonthsPage,
  OversightPage,
  SnapshotPage,
  WhyPage,
} from '../../shared/audit/http.js';
import { daysBetween } from '../../shared/schedule/working-days.js';
import type { Asked } from './by-hand.js';

/** Figures that both sides must agree on. */
export type Told = Record<string, unknown>;

/** A page as somebody opens it, and what it tells, by each side. */
export interface Screen {
  name: string;
  /** The address of the product's page. */
  path: string;
  who: 'overseer' | 'manager';
  byHand: Asked;
  product: (page: never) => Told;
  hand: (answer: never) => Told;
}

interface FamilyRow {
  name: string;
  reason: string;
  due: string | null;
  held_on: string | null;
  on_day: string;
  children: number;
  credited: number;
  provisional: number;
}
type Many<T extends string> = Record<T, Record<string, string | number | null>[]>;

const isApart = (reason: string): boolean => ['exempt', 'not-yet-due', 'no-child'].includes(reason);

export function snapshotTold(page: SnapshotPage): Told {
  const all = Object.values(page.lists).flat();
  return {
    families: [
      page.families.numerator,
      page.families.denominator,
      page.families.apart,
      page.families.provisional,
    ],
    children: [page.children.numerator, page.children.denominator, page.children.apart],
    lists: all.map((f) => [f.name, f.reason, f.dueBy, f.children].join(' ')).sort(),
    longest: page.longest?.days ?? null,
  };
}

export function snapshotByHand(asAt: string) {
  return ({ families }: { families: FamilyRow[] }): Told => {
    const sum = (of: FamilyRow[], what: (f: FamilyRow) => number): number =>
      of.reduce((a, f) => a + what(f), 0);
    const met = families.filter((f) => f.reason === 'in-time');
    const counted = families.filter((f) => !isApart(f.reason));
    const here = families.filter((f) => f.reason !== 'exempt' && f.reason !== 'no-child');
    return {
      families: [
        met.length,
        counted.length,
        families.length - counted.length,
        sum(met, (f) => f.provisional),
      ],
      children: [
        sum(met, (f) => f.credited),
        sum(counted, (f) => f.children),
        sum(families, (f) => f.children) - sum(counted, (f) => f.children),
      ],
      lists: families.map((f) => [f.name, f.reason, f.due, f.children].join(' ')).sort(),
      longest: Math.max(...here.map((f) => daysBetween(f.held_on ?? f.on_day, asAt))),
    };
  };
}

export const monthsTold = (page: MonthsPage): Told => ({
  months: page.months.map((m) => [m.month, m.now.numerator, m.now.denominator, m.now.provisional]),
  missing: page.months.map((m) => m.missing.map((f) => f.name).sort()),
});

export const monthsByHand = ({ months }: Many<'months'>): Told => ({
  months: months.map((m) => [m['month'], m['covered'], m['families'], m['provisional']]),
  missing: months.map((m) => (JSON.parse(String(m['missing'])) as (string | null)[]).filter(Boolean).sort()),
});

export const attendanceTold = (page: AttendancePage): Told => ({
  lines: [...page.lines]
    .sort((a, b) => (a.discipline < b.discipline ? -1 : 1))
    .map((l) => [l.discipline, l.there, l.inWriting, l.inPost, l.vacant]),
  contributed: page.contribution.numerator,
});

export const attendanceByHand = ({ lines }: Many<'lines'>): Told => ({
  lines: lines.map((l) => [l['discipline'], l['there'], l['in_writing'], l['in_post'], l['vacant']]),
  contributed: lines.reduce((a, l) => a + Number(l['contributed']), 0),
});

export function oversightTold(page: OversightPage): Told {
  const figures = Object.fromEntries(page.figures.map((f) => [f.measure, [f.numerator, f.denominator]]));
  const beside = Object.fromEntries(page.figures.map((f) => [f.measure, f.beside]));
  const { quality: _, ...rest } = figures;
  const { medianWorkingDays, unsigned } = beside['record-timeliness']!;
  const { raised, withOutcome, medianDaysToOutcome } = beside['challenge-recorded']!;
  return {
    figures: rest,
    beside: [medianWorkingDays, unsigned, raised, withOutcome, medianDaysToOutcome],
    unsigned: page.unsigned.after5.map((t) => `${t.name} ${t.heldOn}`).sort(),
    after10: page.unsigned.after10.length,
    notReached: page.notReached.map((s) => `${s.on} ${s.sessionId} ${s.families}`).sort(),
    carried: page.carried.map((s) => `${s.name} ${s.times}`).sort(),
    silent: page.silent.map((s) => `${s.name} ${s.discipline} ${s.on}`).sort(),
    challengesOpen: page.challengesOpen.map((c) => `${c.name} ${c.raisedOn}`).sort(),
  };
}

type OversightRows = Many<
  | 'challenge'
  | 'challenges'
  | 'challengesOpen'
  | 'steps'
  | 'carried'
  | 'records'
  | 'unsigned'
  | 'voice'
  | 'sessions'
  | 'notReached'
  | 'stepDown'
  | 'silent'
>;

export function oversightByHand(from: string, asAt: string) {
  return (of: OversightRows): Told => {
    const total = (
      rows: OversightRows['steps'],
      column: string,
      where: (key: string | number | null) => boolean,
      key: string,
    ) => rows.reduce((a, r) => a + (where(r[key] ?? null) ? Number(r[column]) : 0), 0);
    const pair = (row: OversightRows['steps'][number] | undefined) => [
      Number(row?.['met'] ?? 0),
      Number(row?.['of'] ?? 0),
    ];
    const days = of.records.flatMap((r) =>
      r['wd'] === null ? [] : Array<number>(Number(r['records'])).fill(Number(r['wd'])),
    );
    const records = total(of.records, 'records', () => true, 'wd');
    const day = (c: OversightRows['steps'][number], at: string) =>
      c[at] ? String(c[at]).slice(0, 10) : null;
    const raised = of.challenges.filter((c) => day(c, 'raised_at')! >= from && day(c, 'raised_at')! <= asAt);
    const settled = (c: OversightRows['steps'][number]) =>
      day(c, 'settled_at') !== null && day(c, 'settled_at')! <= asAt;
    const waits = of.challenges
      .filter((c) => settled(c) && day(c, 'settled_at')! >= from)
      .map((c) => daysBetween(day(c, 'raised_at')!, day(c, 'settled_at')!));
    return {
      figures: {
        'challenge-recorded': pair(of.challenge[0]),
        'steps-on-time': [
          total(of.steps, 'steps', (k) => k === 'met', 'became'),
          total(of.steps, 'steps', (k) => k !== 'apart', 'became'),
        ],
        'record-timeliness': [days.filter((d) => d <= 5).length, records],
        'voice-recorded': pair(of.voice[0]),
        'session-reliability': [
          total(of.sessions, 'slots', (k) => k === 'held' || k === 'inquorate', 'outcome'),
          total(of.sessions, 'slots', () => true, 'outcome'),
        ],
        'step-down-integrity': pair(of.stepDown[0]),
      },
      beside: [
        middleOf(days),
        records - days.length,
        raised.length,
        raised.filter(settled).length,
        middleOf(waits),
      ],
      unsigned: of.unsigned.map((t) => `${t['name']} ${t['held_on']}`).sort(),
      after10: of.unsigned.filter((t) => Number(t['wd']) > 10).length,
      notReached: of.notReached.map((s) => `${s['held_on']} ${s['id']} ${s['families']}`).sort(),
      carried: of.carried.map((s) => `${s['name']} ${s['carried']}`).sort(),
      silent: of.silent.map((s) => `${s['name']} ${s['discipline']} ${s['held_on']}`).sort(),
      challengesOpen: of.challengesOpen.map((c) => `${c['name']} ${day(c, 'raised_at')}`).sort(),
    };
  };
}

function middleOf(values: number[]): number | null {
  const sorted = values.sort((a, b) => a - b);
  if (sorted.length === 0) return null;
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.floor(sorted.length / 2)]!) / 2;
}

export const whyTold = (page: WhyPage): Told => ({ reason: page.reason, due: page.dueBy });

export const whyByHand = ({ families: [family] }: { families: FamilyRow[] }): Told => ({
  reason: family?.reason,
  due: family?.due,
});
