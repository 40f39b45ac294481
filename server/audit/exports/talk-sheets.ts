import type { AttendancePage, FigurePart, OversightPage } from '../../../shared/audit/http.js';
import { spelled } from '../../../shared/audit/spelled.js';
import { disciplineCodes, disciplineOf } from '../../../shared/disciplines.js';
import { countCells, countHeadings, type Sheet } from './sheet.js';

/** Who was round the table. `page` is cut by discipline, so that what was written has its numerator too. */
export function attendanceSheets(page: AttendancePage): Sheet[] {
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
    ...figureSheets([page.attendance, page.contribution]),
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
      name: 'Not met or not counted',
      headings: ['Measure', 'Reason', 'Count'],
      rows: figures.flatMap(({ title, reasons }) =>
        Object.entries(reasons).map(([reason, count]) => [title, spelled(reason), count]),
      ),
    },
    ...(groups.length > 0
      ? [{ name: 'By group', headings: ['Measure', 'Group', ...countHeadings], rows: groups }]
      : []),
  ];
}

function labelOf(code: string): string {
  const discipline = disciplineCodes.find((one) => one === code);
  return discipline ? disciplineOf(discipline).label : code;
}
