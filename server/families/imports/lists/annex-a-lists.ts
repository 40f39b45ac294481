import type { ListedChild, ProtectionPlan } from '../../../../shared/families/children-in-need.js';
import type { RawTable } from '../reading/table.js';
import {
  abuseCategories,
  caseStatuses,
  closureReasons,
  disabilities,
  ethnicities,
  genders,
  needs,
  readCode,
  yesNo,
} from './codes.js';
import { type Column, findColumns, type Headed } from './columns.js';
import { daysBetween } from './local-date.js';
import type { Problems } from './problems.js';
import { Row } from './row.js';

/** A usable row of either list, as the child it says. */
export interface ListRow {
  number: number;
  refHeading: string | null;
  statusHeading: string | null;
  child: ListedChild;
}

const column = (missing: Column['missing'], ...headings: string[]): Column => ({ missing, headings });

const ABOUT_THE_CHILD = {
  childRef: column(
    'refuse',
    'Child Unique ID',
    'Child ID',
    'Unique Child ID',
    'LA Child ID',
    'Child reference',
  ),
  gender: column('say', 'Gender', 'Sex'),
  ethnicity: column('say', 'Ethnicity'),
  birthDate: column('say', 'Date of Birth', 'DOB', 'Birth date', 'Date of birth or expected date of birth'),
  age: column('silent', 'Age of Child (Years)', 'Age', 'Age of Child', 'Age (Years)'),
  disability: column('say', 'Does the Child have a Disability', 'Disability', 'Disabled'),
  team: column('say', 'Allocated Team', 'Team'),
  worker: column('say', 'Allocated Worker', 'Worker'),
};

const LIST_6 = {
  ...ABOUT_THE_CHILD,
  cinStart: column('say', 'CIN Start Date', 'Child in Need Start Date'),
  need: column('say', 'Primary Need Code', 'Primary Need'),
  lastSeen: column('say', 'Date Child Was Last Seen', 'Date Child Last Seen'),
  closedOn: column('say', 'CIN Closure Date', 'Child in Need Closure Date'),
  closureReason: column('say', 'Reason for Closure', 'Closure Reason'),
  status: column('refuse', 'Case Status', 'Status'),
};

const LIST_7 = {
  ...ABOUT_THE_CHILD,
  start: column('refuse', 'Child Protection Plan Start Date', 'CPP Start Date', 'CP Plan Start Date'),
  initialCategory: column('say', 'Initial Category of Abuse'),
  latestCategory: column('say', 'Latest Category of Abuse'),
  lastVisit: column('say', 'Date of the Last Statutory Visit', 'Date of Last Statutory Visit'),
  seenAlone: column('say', 'Was the Child Seen Alone?', 'Child Seen Alone'),
  lastReview: column('say', 'Date of latest review conference', 'Date of the latest review conference'),
  end: column('say', 'Child Protection Plan End Date', 'CPP End Date', 'CP Plan End Date'),
};

/** The children in need. A row without a child's number, or whose status means nothing to us, is left out. */
export function readList6(
  table: RawTable,
  today: string,
  problems: Problems,
): { rows: ListRow[]; count: number } {
  const headed = findColumns(table, LIST_6, problems);
  const rows: ListRow[] = [];
  for (const raw of headed.rows) {
    const row = new Row('List 6', headed, raw, problems, table.from1904);
    const childRef = childRefOf(row);
    if (childRef === null) continue;
    const text = row.text('status');
    const status = text === null ? undefined : readCode(caseStatuses, text);
    if (status === undefined) {
      row.leaveOut(
        'status',
        text === null ? 'The case status is missing.' : `“${text}” is not a case status.`,
      );
      continue;
    }
    const open = status !== 'closed';
    const child: ListedChild = {
      ...aboutTheChild(row, childRef, today),
      status: status as ListedChild['status'],
      cinStart: notInFuture(row, 'cinStart', today),
      need: row.code('need', needs),
      lastSeenOn: notInFuture(row, 'lastSeen', today),
      closedOn: notInFuture(row, 'closedOn', today),
      closureReason: row.code('closureReason', closureReasons),
    };
    if (open && child.closedOn !== null)
      row.notice(
        'closedOn',
        'There is a closure date, and the status is not closed. The child is kept open.',
      );
    if (!open && child.closedOn === null)
      row.notice('closedOn', 'The status is closed, and there is no closure date.');
    if (open && child.cinStart === null)
      row.notice('cinStart', 'There is no start date, so no plan is shown.');
    if (open && child.team === null) row.notice('team', 'There is no allocated team.');
    rows.push({
      number: raw.row,
      refHeading: headingOf(headed, 'childRef'),
      statusHeading: headingOf(headed, 'status'),
      child: open ? { ...child, closedOn: null, closureReason: null } : child,
    });
  }
  return { rows, count: headed.rows.length };
}

/** The children with a protection plan now or in the last six months: a row a plan. */
export function readList7(
  table: RawTable,
  today: string,
  problems: Problems,
): { rows: ListRow[]; count: number } {
  const headed = findColumns(table, LIST_7, problems);
  const rows: ListRow[] = [];
  for (const raw of headed.rows) {
    const row = new Row('List 7', headed, raw, problems, table.from1904);
    const childRef = childRefOf(row);
    if (childRef === null) continue;
    const plan: ProtectionPlan = {
      start: notInFuture(row, 'start', today),
      end: row.date('end'),
      initialCategory: row.code('initialCategory', abuseCategories),
      latestCategory: row.code('latestCategory', abuseCategories),
      lastVisitOn: notInFuture(row, 'lastVisit', today),
      seenAlone: knownOr(row, 'seenAlone'),
      lastReviewOn: notInFuture(row, 'lastReview', today),
    };
    if (plan.start === null) row.notice('start', 'There is no start date, so no plan is shown.');
    if (plan.end !== null && (plan.end > today || (plan.start !== null && plan.end < plan.start))) {
      row.notice(
        'end',
        `The plan would end ${plan.end > today ? 'in the future' : 'before it began'}. It is taken as open.`,
      );
      plan.end = null;
    }
    const child: ListedChild = {
      ...aboutTheChild(row, childRef, today),
      lastSeenOn: plan.lastVisitOn,
      protection: [plan],
    };
    rows.push({ number: raw.row, refHeading: headingOf(headed, 'childRef'), statusHeading: null, child });
  }
  return { rows, count: headed.rows.length };
}

type AboutTheChild = keyof typeof ABOUT_THE_CHILD;

const headingOf = (headed: Headed, field: AboutTheChild | 'status') =>
  headed.places.get(field)?.heading ?? null;

function childRefOf(row: Row<AboutTheChild>): string | null {
  const childRef = row.identifier('childRef');
  if (childRef === null) row.leaveOut('childRef', 'The child’s number is missing.');
  else if (/^\d(?:\.\d+)?e\+\d+$/i.test(childRef)) {
    row.leaveOut(
      'childRef',
      `A spreadsheet shortened this number to “${childRef}”, so we cannot tell which child it is.`,
    );
  } else return childRef;
  return null;
}

function aboutTheChild(row: Row<AboutTheChild>, childRef: string, today: string): ListedChild {
  const date = row.date('birthDate');
  const age = row.figure('age');
  const days = date === null ? 0 : daysBetween(today, date);
  const unborn =
    days > 0 || (date === null && age !== null && age < 0) || /unborn/i.test(row.text('age') ?? '');
  const impossible = days > 310;
  if (impossible)
    row.notice('birthDate', 'This birth date is too far in the future to be right. It was not used.');
  else if (date === null && !unborn) row.notice('birthDate', 'There is no birth date.');
  else if (days < -26 * 366) row.notice('birthDate', 'By this birth date the child is older than 25.');
  return {
    childRef,
    gender: (known(row, 'gender', genders) ?? 'unknown') as ListedChild['gender'],
    ethnicity: row.code('ethnicity', ethnicities),
    bornOn: unborn || impossible ? null : date,
    expectedOn: unborn && !impossible ? date : null,
    unborn: unborn && !impossible,
    disability: (known(row, 'disability', disabilities) ?? 'unknown') as ListedChild['disability'],
    status: 'closed',
    cinStart: null,
    need: null,
    lastSeenOn: null,
    closedOn: null,
    closureReason: null,
    team: row.text('team'),
    worker: row.text('worker'),
    protection: [],
  };
}

/** For the few columns where a text of the authority's own would mean nothing later: said, and taken as unknown. */
function known<F extends string>(row: Row<F>, field: F, set: typeof yesNo): string | undefined {
  const text = row.text(field);
  const code = text === null ? undefined : readCode(set, text);
  if (text !== null && code === undefined)
    row.notice(field, `“${text}” is not a value we know. It is taken as unknown.`);
  return code;
}

const knownOr = (row: Row<keyof typeof LIST_7>, field: 'seenAlone') =>
  (known(row, field, yesNo) ?? 'unknown') as ProtectionPlan['seenAlone'];

function notInFuture<F extends string>(row: Row<F>, field: F, today: string): string | null {
  const date = row.date(field);
  if (date === null || date <= today) return date;
  row.notice(field, 'This date is in the future. It was not used.');
  return null;
}
