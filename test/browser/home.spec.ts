import { type Browser, chromium, expect, test } from '@playwright/test';
import { Barriers } from './barriers.js';
import { findChromium } from './chromium.js';
import { Seat } from './seat.js';
import { Served } from './served.js';

// “Your supervision” on the demonstration, for somebody who is called in, for the chair and for business support, and
// how it moves while the session runs. Each test begins where the one before left the room.

const barriers = new Barriers();
let served: Served;
let browser: Browser;
let dean: Seat;
let sandra: Seat;
let adaeze: Seat;

async function seat(first: string): Promise<Seat> {
  return Seat.takes(first, await browser.newContext({ viewport: { width: 1366, height: 768 } }), served.url);
}
const card = (one: Seat, heading: string) => one.page.getByRole('region', { name: heading });
const call = (one: Seat) => card(one, 'Your next session');

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  served = await Served.start('scripts/demo.js');
  browser = await chromium.launch({ ...(await findChromium()), args: ['--no-sandbox', '--disable-gpu'] });
});
test.afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

test('Dean, at home, sees his day as one line, with the time he is free, and only families that are his', async () => {
  dean = await seat('Dean');
  const line = call(dean).getByRole('list', { name: 'Your day' });
  await expect(line.getByRole('listitem')).toHaveText([
    /Hartley \/ Osei \/ Brooks/,
    /free, 30 min/,
    /Doyle \/ Bennett/,
    /you can leave/,
  ]);
  await expect(call(dean)).toContainText('Northgate, remote');
  await expect(card(dean, 'Waiting for your words')).toContainText(
    'Ready: Hartley / Osei / Brooks, Doyle / Bennett',
  );
  await expect(dean.page.locator('body')).not.toContainText('Kaczmarek');
  await expect(card(dean, 'Since you last looked')).toContainText('Megan finished the social work review.');
  await barriers.look(dean.page, 'home of a specialist', ['laptop', 'doubled', 'phone']);
  await dean.page.setViewportSize({ width: 320, height: 640 });
  expect(await dean.page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  await dean.page.setViewportSize({ width: 1366, height: 768 });
  await dean.page.emulateMedia({ colorScheme: 'dark' });
  await barriers.look(dean.page, 'home of a specialist, dark');
  await dean.page.emulateMedia({ colorScheme: 'light' });
});

test('Dean ticks a next step as done, and it stays so', async () => {
  const words = /Talk with Kirsty about who she rings/;
  const step = card(dean, 'Your next steps').getByRole('checkbox', { name: words });
  await step.check();
  await dean.isSaved();
  await dean.goes('/next-steps');
  await expect(card(dean, 'Done').getByRole('checkbox', { name: words })).toBeChecked();
  await barriers.look(dean.page, 'next steps of a specialist', ['laptop', 'phone']);
  await dean.goes('/');
});

test('Sandra sees what is still owed, and Adaeze how ready each family is', async () => {
  sandra = await seat('Sandra');
  await expect(card(sandra, 'Reviews still to come')).toContainText('All reviews are ready');
  await barriers.look(sandra.page, 'home of business support', ['laptop', 'doubled', 'phone']);
  adaeze = await seat('Adaeze');
  const ready = card(adaeze, 'How ready it is');
  await expect(ready.getByRole('listitem')).toHaveText([
    /Hartley \/ Osei \/ Brooks.*All reviews are ready/,
    /Kaczmarek.*All reviews are ready/,
    /Doyle \/ Bennett.*Mental health vacant/,
  ]);
  await expect(ready.getByText(/^Quorum (likely|at risk)$/)).toHaveCount(3);
  await expect(card(adaeze, 'In no session yet').getByRole('listitem').first()).toBeVisible();
});

test('Adaeze opens the session and begins, and Dean’s page calls him in without being touched', async () => {
  await adaeze.page.getByRole('link', { name: 'Open the session' }).click();
  await adaeze.button('Open the session').click();
  await adaeze.button('Start: Hartley / Osei / Brooks').click();
  await expect(call(dean)).toContainText('You’re needed now');
  await expect(call(dean)).toContainText('The room is with Hartley / Osei / Brooks');
  await expect(dean.page.locator('[data-live="assertive"]')).toContainText(
    'You’re needed now for Hartley / Osei / Brooks.',
  );
  await barriers.look(dean.page, 'home while the room waits for a specialist');
});

test('in the room Dean reads when his next family comes, and Adaeze whom to call in', async () => {
  await call(dean).getByRole('link', { name: 'Join' }).click();
  const next = card(dean, 'Your next family');
  await expect(next).toContainText(/in about (59|60) min/);
  await expect(next).toContainText('Doyle / Bennett');
  await expect(next).toContainText('You’re free for about 30 min before it.');
  const calling = card(adaeze, 'Call in next');
  await expect(calling).toContainText(/Kaczmarek in about (29|30) min/);
  await expect(calling.getByRole('listitem')).toHaveText([
    /Tom.*comes in/,
    /Farah.*remote, not here yet/,
    /Inês.*remote, not here yet/,
  ]);
  await barriers.look(adaeze.page, 'room, whom to call in', ['laptop', 'doubled', 'phone']);
  await barriers.look(dean.page, 'room, the next family', ['laptop', 'doubled', 'phone']);
});

test('when the chair gives Hartley longer, Dean’s next family moves; when the room goes on, he is free until it', async () => {
  await adaeze.button('More').click();
  await adaeze.button(/Extend this family by 5 min/).click();
  await expect(card(dean, 'Your next family')).toContainText(/in about (63|64|65) min/);
  await adaeze.page.locator('.rail-family', { hasText: 'Kaczmarek' }).click();
  await expect(dean.page.getByText(/^You’re needed in about (29|30) min$/)).toBeVisible();
  await dean.goes('/');
  await expect(call(dean)).toContainText(/You’re needed in about (29|30) min/);
  await expect(call(dean)).toContainText(/About .* for Doyle \/ Bennett/);
  await expect(call(dean).getByRole('listitem')).toHaveText([/Doyle \/ Bennett/, /you can leave/]);
});

test('nothing on these pages kept anybody out', () => {
  expect(barriers.found).toEqual([]);
});
