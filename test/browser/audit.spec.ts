import { readFileSync } from 'node:fs';
import { type Browser, chromium, expect, test } from '@playwright/test';
import type {
  AttendancePage,
  GapsPage,
  MonthsPage,
  OversightPage,
  SnapshotPage,
} from '../../shared/audit/http.js';
import { rowsShown } from '../../shared/audit/rows-http.js';
import { disciplines } from '../../shared/disciplines.js';
import { Barriers, type Size } from './barriers.js';
import { findChromium } from './chromium.js';
import { demoEmail, demoPassword, Seat } from './seat.js';
import { Served } from './served.js';

// Adaeze audits her team: who waited longest and why, booked at one press; another limit; a month as it was reported; the
// chart by keyboard. Everything she opens is written down, with why she says she looks.

const everywhere: readonly Size[] = ['laptop', 'doubled', 'phone'];
const barriers = new Barriers();
let served: Served;
let browser: Browser;
let adaeze: Seat;

async function asks<T>(path: string): Promise<T> {
  return (await (await adaeze.page.request.get(`${served.url}/api/audit/${path}`)).json()) as T;
}

/** The name of a number that opens: what it says, and to whom cannot see where it stands, of what. */
const says = (number: string, title: string): RegExp => new RegExp(`^${number}\\s*: ${title}$`);

test.describe.configure({ mode: 'serial', timeout: 180_000 });

test.beforeAll(async () => {
  served = await Served.start('scripts/demo.js');
  browser = await chromium.launch({ ...(await findChromium()), args: ['--no-sandbox', '--disable-gpu'] });
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  adaeze = await Seat.takes('Adaeze', context, served.url);
});

test.afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

test('Adaeze reads the sentence first, and every number opens to as many rows', async () => {
  const { page } = adaeze;
  await adaeze.goes('/');
  await page.getByRole('navigation').getByRole('link', { name: 'Audit' }).click();
  const { families, lists } = await asks<SnapshotPage>('snapshot');
  await expect(
    page.getByRole('heading', {
      name: `${families.numerator} of ${families.denominator} families are in time`,
    }),
  ).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Who was round the table/ })).toBeVisible();
  await expect(page.getByText('Also worth a look')).toBeVisible();
  await barriers.look(page, 'the audit', everywhere);
  for (const [button, rows] of [
    [`${lists.inTime.length} in time`, lists.inTime.length],
    [`${lists.overdue.length} waited too long`, lists.overdue.length],
  ] as const) {
    await page.getByRole('button', { name: button, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('rowheader')).toHaveCount(rows);
    await barriers.look(page, `families ${button}`, ['laptop']);
    await page.keyboard.press('Escape');
  }
});

test('she opens who was there to as many rows, each with a way to its minutes', async () => {
  const { page } = adaeze;
  await adaeze.goes('/audit');
  const { lines } = await asks<AttendancePage>('attendance');
  const line = lines.find((one) => one.there > 0 && one.inPost > one.there)!;
  const label = disciplines.find((one) => one.code === line.discipline)!.label;
  const opener = adaeze.button(says(`${line.there} of ${line.inPost}`, `${label}: round the table`));
  await adaeze.presses(opener);
  const dialog = page.getByRole('dialog', { name: `${label}: round the table` });
  await expect(dialog.getByRole('rowheader')).toHaveCount(Math.min(rowsShown, line.there));
  await expect(dialog.getByRole('link', { name: /^Read the minutes of / }).first()).toBeVisible();
  await barriers.look(page, 'who was there, row by row', everywhere);
  await adaeze.chooses(dialog.getByRole('radio', { name: /^Not there: / }));
  await expect(dialog.getByRole('rowheader')).toHaveCount(Math.min(rowsShown, line.inPost - line.there));
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
});

test('she opens another measure, and in it where its rows landed', async () => {
  const { page } = adaeze;
  const { figures } = await asks<OversightPage>('oversight');
  const steps = figures.find((one) => one.measure === 'steps-on-time')!;
  const [reason, count] = Object.entries(steps.reasons['not-met'])[0]!;
  await adaeze.presses(says(`${steps.numerator} of ${steps.denominator}`, steps.title));
  const dialog = page.getByRole('dialog', { name: steps.title, exact: true });
  await expect(dialog.getByRole('table', { name: 'Where they landed' })).toBeVisible();
  await barriers.look(page, 'one measure', everywhere);
  await adaeze.presses(says(String(count), `${steps.title}: ${reason.replaceAll('-', ' ')}`));
  const rows = page.getByRole('dialog', { name: new RegExp(`^${steps.title}: `) });
  await expect(rows.getByRole('rowheader')).toHaveCount(Math.min(rowsShown, count));
  await page.keyboard.press('Escape');
  await expect(rows).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('she reads the longest wait first, and cuts every figure by plan', async () => {
  const { page } = adaeze;
  await adaeze.goes('/audit');
  const gaps = await asks<GapsPage>('gaps');
  const waits = page.getByRole('region', { name: 'How long families wait' });
  await expect(waits.getByRole('rowheader')).toHaveCount(gaps.longest.length);
  await adaeze.presses('By group');
  await adaeze.presses('By plan');
  await expect(page).toHaveURL(/by=plan/);
  const { by } = await asks<SnapshotPage>('snapshot?by=plan');
  const table = page
    .getByRole('region', { name: 'Families in time' })
    .getByRole('table', { name: 'By plan', exact: true });
  const groups = new Set([...by!.families, ...by!.children].map((one) => one.group));
  await expect(table.getByRole('rowheader')).toHaveCount(groups.size);
  await barriers.look(page, 'the audit by plan', everywhere);
  const group = by!.families.find((one) => one.numerator > 0)!;
  await adaeze.presses(table.getByRole('button', { name: new RegExp(`Families in time: ${group.name}$`) }));
  const dialog = page.getByRole('dialog', { name: `Families in time: ${group.name}` });
  await expect(dialog.getByRole('rowheader')).toHaveCount(group.numerator);
  await page.keyboard.press('Escape');
});

test('she is asked why she looks before a family’s story opens, and can leave it at that', async () => {
  const { page } = adaeze;
  await adaeze.goes('/audit');
  await expect(adaeze.button('Why you are looking: not said')).toBeVisible();
  const longest = page.locator('.overdue-item').first().getByRole('button').first();
  await adaeze.presses(longest);
  const question = page.getByRole('dialog', { name: 'Why are you looking?' });
  await expect(question).toBeVisible();
  await adaeze.presses('See why it is red');
  await expect(question.getByText('Choose why you are looking').first()).toBeVisible();
  await barriers.look(page, 'why are you looking', everywhere);
  await page.keyboard.press('Escape');
  await expect(question).toBeHidden();
  await expect(longest).toBeFocused();
  await expect(longest).toHaveAttribute('aria-expanded', 'false');
});

test('she says why she looks, finds the family that waited longest, sees why, and books it', async () => {
  const { page } = adaeze;
  const { lists } = await asks<SnapshotPage>('snapshot');
  const longest = lists.overdue[0]!;
  const row = page.locator('.overdue-item').first();
  const name = row.getByRole('button', { name: new RegExp(longest.name) });
  await adaeze.presses(name);
  await adaeze.chooses(page.getByRole('radio', { name: 'Preparing for an inspection' }));
  await adaeze.presses('See why it is red');
  await expect(adaeze.button('Why you are looking: preparing for an inspection')).toBeVisible();
  await expect(name).toBeFocused();
  await expect(name).toHaveAttribute('aria-expanded', 'true');
  await expect(row.getByRole('heading', { name: 'Why is this red?' })).toBeVisible();
  await expect(row.getByText('Last discussion that counts')).toBeVisible();
  await expect(row.getByText(/^Rule: Four-weekly, version 1/)).toBeVisible();
  await row.getByRole('button', { name: /^Book / }).click();
  // Whoever is past the limit already is booked at once; a later day than could be is asked about.
  const reason = page.getByRole('dialog', { name: 'Book after the limit' });
  const booked = row.getByText('Booked.');
  await expect(reason.or(booked).first()).toBeVisible();
  if (await reason.isVisible()) {
    await reason.getByRole('textbox').fill('No sitting is sooner');
    await reason.getByRole('button', { name: /^Book / }).click();
    await expect(reason).toBeHidden();
  }
  await adaeze.goes(`/families/${longest.familyId}`);
  await expect(page.getByText(/Planned|planned/).first()).toBeVisible();
});

test('a family that is in time opens to why, too, by keyboard, once she has said why she looks', async () => {
  const { page } = adaeze;
  await adaeze.goes('/audit');
  const { lists } = await asks<SnapshotPage>('snapshot');
  await adaeze.presses(`${lists.inTime.length} in time`);
  const dialog = page.getByRole('dialog', { name: `In time: ${lists.inTime.length}` });
  await adaeze.presses(dialog.getByRole('button', { name: /^Why / }).first());
  const question = page.getByRole('dialog', { name: 'Why are you looking?' });
  await adaeze.chooses(question.getByRole('radio', { name: 'Monthly check' }));
  await adaeze.presses('See why');
  await expect(dialog.getByRole('heading', { name: 'Why: in time' })).toBeVisible();
  await expect(dialog.getByText(/^Rule: Four-weekly, version 1/)).toBeVisible();
  await barriers.look(page, 'why a family is in time', everywhere);
  await page.keyboard.press('Escape');
});

test('she changes the limit to 31 days: never more families are late, and the address keeps it', async () => {
  const { page } = adaeze;
  const at28 = await asks<SnapshotPage>('snapshot?limit=28d');
  const at31 = await asks<SnapshotPage>('snapshot?limit=31d');
  expect(at31.families.numerator).toBeGreaterThanOrEqual(at28.families.numerator);
  await adaeze.goes('/audit');
  await page.getByRole('button', { name: 'By each family’s policy' }).click();
  await page.getByRole('button', { name: '31-day limit' }).click();
  await expect(page).toHaveURL(/limit=31d/);
  const { numerator, denominator } = at31.families;
  const sentence =
    numerator === denominator
      ? `All ${denominator} families are in time`
      : `${numerator} of ${denominator} families are in time`;
  await expect(page.getByRole('heading', { name: sentence })).toBeVisible();
});

test('she reads the same figures again though the process that counted them was killed', async () => {
  const before = await asks<SnapshotPage>('snapshot?limit=31d');
  const first = await served.countingDies();
  expect(await asks<SnapshotPage>('snapshot?limit=31d')).toEqual(before);
  expect(await served.countingDies()).not.toBe(first);
  await adaeze.goes('/audit?limit=31d');
  await expect(adaeze.page.getByRole('heading', { name: /families are in time$/ })).toBeVisible();
});

test('a month as reported stays what it was, and what is known since stands beside it', async () => {
  const { page } = adaeze;
  const { months } = await asks<MonthsPage>('months');
  const reported = months.filter((month) => month.reported);
  expect(reported.length).toBeGreaterThan(9);
  await adaeze.goes('/audit');
  await page.getByText('As reported', { exact: true }).click();
  await expect(page).toHaveURL(/figures=reported/);
  await expect(page.getByRole('img', { name: /as reported/ })).toBeVisible();
});

test('she reads the chart by keyboard alone, as rows that open to families', async () => {
  const { page } = adaeze;
  await adaeze.goes('/audit');
  await adaeze.presses('Show as a table');
  const { months } = await asks<MonthsPage>('months');
  const table = page.getByRole('table', { name: 'Families supervised in each month' });
  await expect(table.getByRole('rowheader')).toHaveCount(months.length);
  await barriers.look(page, 'the months as a table', everywhere);
  const february = months.find(({ missing }) => missing.length > 0)!;
  const [year, month] = february.month.split('-').map(Number);
  const name = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.UTC(year!, month! - 1, 1),
  );
  await adaeze.presses(table.getByRole('button', { name }));
  await expect(
    page.getByRole('heading', { name: `Not supervised in the month: ${february.missing.length}` }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
});

test('she takes a file and a page to print with her in her own words, and is asked why just once', async () => {
  const { page } = adaeze;
  await adaeze.goes('/audit');
  await adaeze.presses('Families and how they stand as CSV');
  await adaeze.chooses(page.getByRole('radio', { name: 'Something else…' }));
  await adaeze.writes(page.getByRole('textbox', { name: 'In a few words' }), 'The board’s question');
  const first = page.waitForEvent('download');
  await adaeze.presses('Take the file');
  expect(readFileSync(await (await first).path(), 'utf8')).toMatch(/^Why,The board’s question,/m);
  await expect(adaeze.button('Families and how they stand as CSV')).toBeFocused();
  const second = page.waitForEvent('download');
  await adaeze.presses('Months as XLSX');
  expect((await second).suggestedFilename()).toMatch(/^supervision-months-.*\.xlsx$/);
  await page.getByRole('link', { name: 'A page for a committee, to print' }).click();
  await expect(page.getByRole('heading', { name: /^How often families are supervised/ })).toBeVisible();
  await adaeze.goes('/audit/print');
  await expect(page.getByRole('dialog', { name: 'Why are you looking?' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/audit$/);
});

test('everything she opened is written down with what she said, and that she said nothing before', async () => {
  const { page } = adaeze;
  await page.getByRole('link', { name: 'See who has looked' }).click();
  const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Adaeze Nwosu' }) });
  for (const [what, why] of [
    ['Families in time', 'Not said'],
    ['Attendance by discipline: the rows', 'Not said'],
    ['Why one family is red', 'Preparing for an inspection'],
    ['Families in time, as a file', 'The board’s question'],
    ['The months, as a file', 'The board’s question'],
    ['Families in time', 'The board’s question, to print'],
  ] as const)
    await expect(
      rows
        .filter({ has: page.getByRole('cell', { name: what, exact: true }) })
        .filter({ has: page.getByRole('cell', { name: why, exact: true }) })
        .first(),
    ).toBeVisible();
  // Nobody’s story was opened and no file was taken without a reason.
  await expect(
    rows.filter({ hasText: /Why one family is red|as a file/ }).filter({ hasText: 'Not said' }),
  ).toHaveCount(0);
  await barriers.look(page, 'who has looked', everywhere);
});

test('her reason leaves with her: Helen, who signs in at the same screen, has said nothing yet', async () => {
  const { page } = adaeze;
  await page.getByRole('link', { name: 'Audit' }).first().click();
  await adaeze.presses('Why you are looking: not said');
  await adaeze.presses('Supervising a worker');
  await expect(adaeze.button('Why you are looking: supervising a worker')).toBeFocused();
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByLabel('Work e-mail address').fill(demoEmail('Helen'));
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation').getByRole('link', { name: 'Audit' }).click();
  await expect(adaeze.button('Why you are looking: not said')).toBeVisible();
  expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
});

test('nobody was kept out of the audit', () => {
  expect(barriers.found).toEqual([]);
});
