import { type Browser, chromium, expect, test } from '@playwright/test';
import { Barriers, type Size } from './barriers.js';
import { findChromium } from './chromium.js';
import { Seat } from './seat.js';
import { Served } from './served.js';

// What leaves the demonstration by itself: Dean subscribes to his own times and takes the address back, Sandra to her
// team's, and Ade looks after the messages that wait because there is no mail server.

const barriers = new Barriers();
const everywhere: readonly Size[] = ['laptop', 'doubled', 'phone'];
let served: Served;
let browser: Browser;

async function seat(first: string): Promise<Seat> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  return Seat.takes(first, context, served.url);
}

test.describe.configure({ mode: 'serial', timeout: 180_000 });

test.beforeAll(async () => {
  served = await Served.start('scripts/demo.js');
  browser = await chromium.launch({ ...(await findChromium()), args: ['--no-sandbox', '--disable-gpu'] });
});

test.afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

test('a recovery worker subscribes to the times of his own families and takes the address back', async () => {
  const dean = await seat('Dean');
  const { page } = dean;
  await dean.button(/Your account$/).click();
  await page.getByRole('link', { name: 'Calendars' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Calendars' })).toBeVisible();
  await expect(page.getByText('The sessions of a team')).toHaveCount(0);
  await dean.button('Make an address for your calendar').click();
  const made = page.getByRole('region', { name: 'The new address' });
  await expect(made).toBeVisible();
  await barriers.look(page, 'a calendar just made', everywhere);

  const address = /http\S+\.ics/.exec(await made.innerText())?.[0] ?? '';
  const file = await (await fetch(address.replace('127.0.0.1', 'localhost'))).text();
  expect(file).toContain('SUMMARY:Supervision: ');
  expect(file).toContain('TZID:Europe/London');
  for (const name of ['Hartley', 'Osei', 'Brooks', 'Kaczmarek', 'Doyle', 'Maya', 'Kirsty'])
    expect(file).not.toContain(name);

  // Shown once: the page asked again has it no more, and the list says that it was fetched.
  await page.reload();
  await expect(page.getByRole('cell', { name: 'Not yet' })).toHaveCount(0);
  await expect(page.getByRole('rowheader', { name: 'Your own times' })).toBeVisible();
  await expect(page.getByText(address)).toHaveCount(0);
  await dean.button(/^Withdraw the address/).click();
  await expect(page.getByText('No address yet.')).toBeVisible();
  expect((await fetch(address)).status).toBe(404);
});

test('business support subscribes to the sessions of her team', async () => {
  const sandra = await seat('Sandra');
  const { page } = sandra;
  await sandra.goes('/calendars');
  await sandra.button('Make an address for the team').click();
  await expect(page.getByRole('region', { name: 'The new address' })).toBeVisible();
  await barriers.look(page, 'calendars of a team', everywhere);
});

test('the administrator sees that messages wait, and why', async () => {
  const ade = await seat('Ade');
  const { page } = ade;
  await expect(async () => {
    await ade.goes('/messages');
    await expect(page.getByRole('radio', { name: /^Waiting \([1-9]/ })).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 60_000 });
  await expect(page.getByText('No mail server is set, so every message waits.')).toBeVisible();
  await barriers.look(page, 'messages that wait', everywhere);
  await page.getByText(/^Given up/).click();
  await expect(page.getByText('Nothing was given up.')).toBeVisible();
});

test('no page that was looked at keeps anybody out', () => {
  expect(barriers.found).toEqual([]);
});
