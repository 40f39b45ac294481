import type { AttendancePage, FigurePart, GapsPage, OversightPage } from '../../../shared/audit/http.js';
import type { MeasureCode } from '../../../shared/audit/measures/titles.js';
import { rowWords } from '../../../shared/audit/row-words.js';
import { spelled } from '../../../shared/audit/spelled.js';
import { disciplineCodes, disciplineOf } from '../../../shared/disciplines.js';
import { type Cell, countCells, countHeadings, type Sheet } from './sheet.js';

/** Who was round the table. `page` is cut by discipline, so that what was written has its numerator too; `cut` as was asked. */
export function attendanceSheets(page: AttendancePage, cut: AttendancePage = page): Sheet[] {
  const wrote = new Map(page.contribution.groups.map((group) => [group.group, group]));
  return [
    {
      name: 'By discipline',
      headings: [
        'Discipline',
        'There',
        'In post',
        'There %',
        'In writing only',
        'There or wrote',
        'In post',
        'There or wrote %',
        'Post vacant (not counted)',
      ],
      rows: page.lines.map((line) => [
        labelOf(line.discipline),
        line.there,
        line.inPost,
        line.attended,
        line.inWriting,
        wrote.get(line.discipline)?.numerator ?? 0,
        line.inPost,
        line.contributed,
        line.vacant,
      ]),
    },
    ...figureSheets([cut.attendance, cut.contribution]),
  ];
}

/** The other measures, and what a manager follows up. */
export function oversightSheets(page: OversightPage): Sheet[] {
  const { unsigned, notReached, carried, silent, challengesOpen } = page;
  return [
    ...figureSheets(page.figures),
    {
      name: 'To follow up',
      headings: ['List', 'Count'],
      rows: [
        ['Records unsigned after 10 working days', unsigned.after10.length],
        ['Records unsigned after 5 working days', unsigned.after5.length],
        ['Sessions where families were not reached', notReached.length],
        ['Challenges without an outcome', challengesOpen.length],
        ['Steps carried three times or more', carried.length],
        ['Disciplines silent twice running', silent.length],
      ],
    },
    {
      name: 'Records unsigned',
      headings: ['Unsigned after', 'Family', 'Held'],
      rows: [
        ...unsigned.after10.map((talk) => ['10 working days', talk.name, talk.heldOn]),
        ...unsigned.after5.map((talk) => ['5 working days', talk.name, talk.heldOn]),
      ],
    },
    {
      name: 'Families not reached',
      headings: ['Session', 'Families'],
      rows: notReached.map((session) => [session.on, session.families]),
    },
    {
      name: 'Challenges without an outcome',
      headings: ['Family', 'Raised'],
      rows: challengesOpen.map((one) => [one.name, one.familyId ? one.raisedOn : null]),
    },
    {
      name: 'Steps carried three times',
      headings: ['Family', 'Times', 'Now due'],
      rows: carried.map((one) => [one.name, one.times, one.familyId ? one.dueOn : null]),
    },
    {
      name: 'Disciplines silent twice running',
      headings: ['Family', 'Discipline', 'Last'],
      rows: silent.map((one) => [one.name, labelOf(one.discipline), one.familyId ? one.on : null]),
    },
  ];
}

/** How long families wait: the longest first, then the waits that ended, beside how all families stand. */
export function gapsSheets({ longest, intervals, snapshot }: GapsPage): Sheet[] {
  return [
    {
      name: 'Longest waits',
      headings: [
        'Family',
        'Days',
        'From',
        'To',
        'Days today',
        'Social worker',
        'Counted as',
        'Came between',
        'On',
      ],
      rows: longest.map((gap) => [
        gap.name,
        gap.days,
        gap.from,
        gap.from && (gap.to ?? 'It lasts'),
        gap.openDays,
        gap.workers.filter(Boolean).join(', '),
        spelled(gap.reason),
        gap.cause && [spelled(gap.cause.kind), gap.cause.reason].filter(Boolean).join(': '),
        gap.cause?.on ?? null,
      ]),
    },
    {
      name: 'Families in time',
      headings: ['Measure', ...countHeadings],
      rows: [['Families in time', ...countCells(snapshot)]],
    },
    ...figureSheets([intervals]),
  ];
}

function figureSheets(figures: readonly FigurePart[]): Sheet[] {
  const groups = figures.flatMap(({ title, groups: of }) =>
    of.map((group) => [title, group.name, ...countCells(group)]),
  );
  return [
    {
      name: 'Measures',
      headings: ['Measure', ...countHeadings],
      rows: figures.map((figure) => [figure.title, ...countCells(figure)]),
    },
    {
      name: 'To be read with them',
      headings: ['Measure', 'Figure', 'Value'],
      rows: figures.flatMap(({ title, beside }) =>
        Object.entries(beside).map(([name, value]) => [title, spelled(name), value]),
      ),
    },
    {
      name: 'Where they landed',
      headings: ['Measure', 'Landed', 'Reason', 'Count'],
      rows: figures.flatMap((figure) => landed(figure)),
    },
    ...(groups.length > 0
      ? [{ name: 'By group', headings: ['Measure', 'Group', ...countHeadings], rows: groups }]
      : []),
  ];
}

/** In which part of the count each stands, and why. */
function landed({ title, measure, reasons }: FigurePart): Cell[][] {
  const words = rowWords[measure as MeasureCode].lands;
  return (['met', 'not-met', 'apart'] as const).flatMap((lands) =>
    Object.entries(reasons[lands]).map(([reason, count]) => [title, words[lands], spelled(reason), count]),
  );
}

function labelOf(code: string): string {
  const discipline = disciplineCodes.find((one) => one === code);
  return discipline ? disciplineOf(discipline).label : code;
}
