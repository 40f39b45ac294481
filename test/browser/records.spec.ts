import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Browser, chromium, expect, test } from '@playwright/test';
import { questions } from '../../shared/audit/sample/questions.js';
import { unzip } from '../support/unzip.js';
import { Barriers, type Size } from './barriers.js';
import { findChromium } from './chromium.js';
import { Seat } from './seat.js';
import { Served } from './served.js';

// The demonstration's signed records, read back: Callum draws a sample and grades a record by keyboard, Adaeze asks for
// the inspection pack and watches it being prepared, and opens it once Helen has agreed.

const everywhere: readonly Size[] = ['laptop', 'doubled', 'phone'];
const barriers = new Barriers();
let served: Served;
let browser: Browser;

async function seat(first: string): Promise<Seat> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  return Seat.takes(first, context, served.url);
}

test.describe.configure({ mode: 'serial', timeout: 240_000 });

test.beforeAll(async () => {
  served = await Served.start('scripts/demo.js');
  browser = await chromium.launch({ ...(await findChromium()), args: ['--no-sandbox', '--disable-gpu'] });
});

test.afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

test('Callum draws a sample, and grades a record by keyboard alone', async () => {
  const callum = await seat('Callum');
  const { page } = callum;
  await callum.goes('/audit/samples');
  await expect(page.getByText('No sample has been drawn yet.')).toBeVisible();
  await barriers.look(page, 'no sample yet', everywhere);
  await callum.presses('Draw a sample');
  await barriers.look(page, 'drawing a sample', everywhere);
  await callum.box('Seed (optional)').fill('spring');
  await callum.presses('Draw the sample');
  await expect(page.getByRole('heading', { level: 2, name: /^0 of \d+ graded$/ })).toBeVisible();
  await barriers.look(page, 'a sample', everywhere);

  await callum.presses(page.getByRole('link', { name: /^Grade it/ }).first());
  await expect(page.getByRole('heading', { level: 1, name: /^Grade the record of / })).toBeVisible();
  await callum.presses('Record the grades');
  await expect(page.getByRole('heading', { name: '11 things to mend' })).toBeVisible();
  await barriers.look(page, 'a record that is not graded whole', everywhere);
  for (const question of [...Object.values(questions), 'The record as a whole'])
    await callum.chooses(page.getByRole('group', { name: question }).getByRole('radio', { name: 'Good' }));
  await callum.writes(callum.box('In words (optional)'), 'The children’s own words are there.');
  await barriers.look(page, 'a record to grade', everywhere);
  await callum.presses('Record the grades');
  await expect(page.getByRole('heading', { name: 'What readers found' })).toBeVisible();
  await callum.presses(page.getByRole('button', { name: /^Callum Reid, / }));
  await expect(page.getByText('The children’s own words are there.')).toBeVisible();
  await barriers.look(page, 'a sample with grades', everywhere);
});

test('Adaeze asks for its pack and watches it, and opens it only when Helen has agreed', async () => {
  const adaeze = await seat('Adaeze');
  const { page } = adaeze;
  await adaeze.goes('/audit/samples');
  await page.getByRole('link', { name: /drawn with spring/ }).click();
  await expect(page.getByText('You chaired it').first()).toBeVisible();
  await page.getByRole('link', { name: 'Ask for its inspection pack' }).click();
  await barriers.look(page, 'asking for a pack', everywhere);
  await adaeze.box('What it is for').fill('The inspectors come on Monday');
  await adaeze.presses('Ask for the pack');
  await expect(page.getByText('Waits for another manager')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('It can be opened once another manager has agreed to it.')).toBeVisible();
  await barriers.look(page, 'a pack that waits', everywhere);

  const helen = await seat('Helen');
  await expect(
    helen.page.getByRole('heading', { name: 'An inspection pack waits for you to agree' }),
  ).toBeVisible();
  await barriers.look(helen.page, 'home with a pack that waits', everywhere);
  await helen.page.getByRole('link', { name: 'See the pack' }).click();
  await helen.presses(/^Agree to this pack/);
  await expect(helen.page.getByText(/The inspectors come on Monday/).last()).toBeVisible();
  await barriers.look(helen.page, 'agreeing to a pack', everywhere);
  await helen.presses('Agree to the pack');
  await expect(helen.page.getByText('Helen Brandt agreed on')).toBeVisible();
  await helen.goes('/');
  await expect(helen.page.getByRole('heading', { name: 'Since you last looked' })).toBeVisible();
  await expect(helen.page.getByText('waits for you to agree')).toHaveCount(0);

  await page.reload();
  await expect(page.getByRole('link', { name: /^Download the pack/ })).toBeVisible();
  await barriers.look(page, 'a pack that can be opened', everywhere);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^Download the pack/ }).click(),
  ]);
  const file = test.info().outputPath('pack.zip');
  await download.saveAs(file);
  const files = await unzip(readFileSync(file));
  const sums = files.get('SHA256SUMS')?.toString().trim().split('\n') ?? [];
  expect(sums.length).toBe(files.size - 1);
  for (const line of sums) {
    const [sha256, path] = line.split('  ') as [string, string];
    expect([path, createHash('sha256').update(files.get(path)!).digest('hex')]).toEqual([path, sha256]);
  }
});

test('whoever works with families finds neither page, and nothing kept anybody out', async () => {
  const priya = await seat('Priya');
  for (const path of ['/audit/samples', '/audit/packs']) {
    await priya.goes(path);
    await expect(priya.page.getByRole('heading', { level: 1, name: 'Not found' })).toBeVisible();
  }
  expect(barriers.found).toEqual([]);
});
