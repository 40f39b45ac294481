import { type Browser, chromium, expect, test } from '@playwright/test';
import type { MonthsPage, SnapshotPage } from '../../shared/audit/http.js';
import { Barriers, type Size } from './barriers.js';
import { findChromium } from './chromium.js';
import { Seat } from './seat.js';
import { Served } from './served.js';

// Adaeze audits her team: who waited longest and why, booked at one press; another limit; a month as it was reported; the
// chart by keyboard. Everything she opens is written down.

const everywhere: readonly Size[] = ['laptop', 'doubled', 'phone'];
const barriers = new Barriers();
let served: Served;
let browser: Browser;
let adaeze: Seat;

async function asks<T>(path: string): Promise<T> {
  return (await (await adaeze.page.request.get(`${served.url}/api/audit/${path}`)).json()) as T;
}

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

test('she finds the family that waited longest, sees why, and books it', async () => {
  const { page } = adaeze;
  const { lists } = await asks<SnapshotPage>('snapshot');
  const longest = lists.overdue[0]!;
  const row = page.locator('.overdue-item').first();
  await expect(row.getByRole('button', { name: new RegExp(longest.name) })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
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

test('everything she opened is written down', async () => {
  const { page } = adaeze;
  await adaeze.goes('/audit/looks');
  await expect(page.getByRole('rowheader', { name: 'Adaeze Nwosu' }).first()).toBeVisible();
  await expect(page.getByText('Why one family is red').first()).toBeVisible();
  await barriers.look(page, 'who has looked', everywhere);
});

test('nobody was kept out of the audit', () => {
  expect(barriers.found).toEqual([]);
});
