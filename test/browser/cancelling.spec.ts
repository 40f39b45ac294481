import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import type { Board, BoardSession } from '../../shared/schedule/planner.js';
import { type Mail, MailServer } from '../support/mail.js';
import { Barriers, type Size } from './barriers.js';
import { findChromium } from './chromium.js';
import { Seat } from './seat.js';
import { Served } from './served.js';

// The morning of a session Sandra cancels it: Adaeze is ill. Who looks at the month, at the session's plan or at home sees
// it without touching anything; its families wait on top of the month with all that was prepared; and whoever was
// invited hears at once that they need not come.

const everywhere: readonly Size[] = ['laptop', 'doubled', 'phone'];
const barriers = new Barriers();
const mail = new MailServer();
let served: Served;
let browser: Browser;
let sandra: Seat;
let adaeze: Seat;
let callum: Seat;
let dean: Seat;
/** Northgate's session of today, as it stood before. */
let session: BoardSession;

async function seat(first: string): Promise<Seat> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  return Seat.takes(first, context, served.url);
}

/** Today in England, whatever the machine says. */
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date());
const month = today.slice(0, 7);
const more = 'Adaeze is ill since last night';

/** The board as the server tells it to whoever sits here. */
async function boardOf({ page }: Seat): Promise<Board> {
  const teams = (await (await page.request.get(`${served.url}/api/teams`)).json()) as {
    teamId: string;
    name: string;
  }[];
  const teamId = teams.find(({ name }) => name === 'Northgate')?.teamId;
  const answer = await page.request.get(`${served.url}/api/planner/board?teamId=${teamId}&month=${month}`);
  return (await answer.json()) as Board;
}

const columnOf = (page: Page) => page.locator(`[data-session="${session.sessionId}"]`);

test.describe.configure({ mode: 'serial', timeout: 240_000 });

test.beforeAll(async () => {
  const smtpUrl = await mail.open();
  served = await Served.start('scripts/demo.js', () => ({
    SMTP_URL: smtpUrl,
    MAIL_FROM: 'supervision@wrenshire.example',
  }));
  browser = await chromium.launch({ ...(await findChromium()), args: ['--no-sandbox', '--disable-gpu'] });
});

test.afterAll(async () => {
  await browser?.close();
  await served?.stop();
  await mail.close();
});

test('Sandra gives today’s session a quarter of an hour more, and everybody in it is invited', async () => {
  sandra = await seat('Sandra');
  const { page } = sandra;
  session = (await boardOf(sandra)).sessions.find(({ date }) => date === today)!;
  await sandra.goes(`/sessions/${session.sessionId}/plan`);
  await sandra.button('Change').click();
  await page.getByLabel('Ends').fill('12:45');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(/9:30am to 12:45pm/)).toBeVisible();
  await sandra.goes(`/planner?month=${month}`);
  await sandra.button('Invite everyone').click();
  await sandra.button('Send the invitations').click();
  await expect(page.getByText('The invitations are on their way.')).toBeVisible();
  await expect.poll(() => invited('REQUEST')).toEqual(expect.arrayContaining(['adaeze', 'dean', 'sandra']));
});

test('the morning of a session Sandra cancels it, and has to say why and who allowed it', async () => {
  adaeze = await seat('Adaeze');
  await adaeze.goes(`/planner?month=${month}`);
  await expect(columnOf(adaeze.page)).toContainText('3 families');
  callum = await seat('Callum');
  await callum.goes(`/sessions/${session.sessionId}/plan`);
  await expect(callum.button('Cancel the session')).toBeVisible();
  dean = await seat('Dean');
  await dean.goes(`/sessions/${session.sessionId}`);
  await expect(
    dean.page.getByRole('heading', { name: /^This session (opens at|is not open yet)/ }),
  ).toBeVisible();

  const { page } = sandra;
  await columnOf(page)
    .getByRole('button', { name: /^What to do with/ })
    .click();
  await sandra.button('Cancel the session…').click();
  const dialog = page.getByRole('dialog', { name: /^Cancel the session of / });
  for (const { name } of session.slots)
    await expect(dialog.getByRole('listitem').filter({ hasText: name })).toContainText(/ limit /);
  await expect(dialog.getByText(/Everybody who was invited is told at once\.$/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel the session' }).click();
  await expect(dialog.getByRole('link', { name: 'Choose the reason' })).toBeVisible();
  await expect(dialog.getByRole('link', { name: 'Name the manager who allowed it' })).toBeVisible();
  expect(await sessionNow()).toMatchObject({ status: 'planned', cancelled: null });
  await barriers.look(page, 'cancelling a session', everywhere);

  await dialog.getByLabel('Reason').selectOption('chair-absent');
  await sandra.finds(dialog.getByRole('combobox', { name: 'Allowed by' }), 'callum');
  await dialog.getByLabel('More about it').fill(more);
  await dialog.getByRole('button', { name: 'Cancel the session' }).click();
  await expect(
    page.getByText(/^The session of .* is cancelled\. 3 families need another place\.$/),
  ).toBeVisible();
  const column = columnOf(page);
  await expect(column.getByText('Cancelled', { exact: true })).toBeVisible();
  await expect(column.getByText(`The chair was away. ${more}`)).toBeVisible();
  await expect(column.getByText('Postponed')).toHaveCount(3);
  await expect(column.getByRole('button', { name: /^What to do with/ })).toHaveCount(0);
  // What asked for it is gone; the focus stays with the session.
  await expect(column.locator('h3 button')).toBeFocused();
  await barriers.look(page, 'a month with a session that is off', everywhere);
});

test('Adaeze’s month, Callum’s plan and the room in which Dean waits say so without being touched', async () => {
  await expect(columnOf(adaeze.page).getByText('Cancelled', { exact: true })).toBeVisible();
  await expect(adaeze.page.locator('#main').getByText(/^Somebody else has changed /)).toBeVisible();
  await barriers.look(adaeze.page, 'a month in which somebody cancelled', everywhere);

  await expect(
    callum.page.getByText(/^Cancelled on .*The chair was away\. Allowed by Callum Reid\.$/),
  ).toBeVisible();
  for (const name of ['Change', 'Cancel the session']) await expect(callum.button(name)).toHaveCount(0);
  await barriers.look(callum.page, 'the plan of a session that is off', everywhere);

  await expect(dean.page.getByRole('heading', { name: 'This session is cancelled' })).toBeVisible();
  await expect(dean.page.getByText(/^The chair was away\. What was prepared stays/)).toBeVisible();
  // Why the chair is away is for those who plan.
  expect(await dean.page.locator('body').innerText()).not.toContain(more);
  expect(dean.heard.join()).not.toContain(more);
  await barriers.look(dean.page, 'the room of a session that is off', everywhere);
});

test('its families wait on top of Adaeze’s month, and what was prepared for them is there', async () => {
  const { page } = adaeze;
  const families = session.slots.map(({ familyId }) => familyId);
  const first = page.locator('[data-need]');
  const onTop = await Promise.all([0, 1, 2].map((at) => first.nth(at).getAttribute('data-need')));
  expect(onTop.sort()).toEqual(families.sort());
  for (const familyId of families)
    await expect(page.locator(`[data-need="${familyId}"]`)).toContainText(
      /Its session on .* was cancelled; what was prepared is kept\./,
    );
  const [hartley] = session.slots.filter(({ name }) => name.startsWith('Hartley'));
  await dean.goes(`/discussions/${hartley?.discussionId}`);
  await expect(dean.box('Progress since last time')).toHaveValue(/^26 alcohol-free days of 28;/);
  await expect(dean.page.getByText('Recovery is ready to be read.')).toBeVisible();
  const changed = dean.page.getByRole('region', { name: /^What is different since / });
  await expect(changed.getByRole('listitem').filter({ hasText: 'Lorna' })).toContainText(
    /four times of four/,
  );
});

test('everybody who was invited is told by the calendar in their own programs, and nobody is told of whom', async () => {
  const before = invited('REQUEST');
  expect(before).toEqual(expect.arrayContaining(['adaeze', 'dean', 'priya', 'sandra']));
  await expect.poll(() => invited('CANCEL')).toEqual(before);
  for (const { raw, parts } of mail.mails.filter(isOf('CANCEL'))) {
    expect(parts.at(-1)?.type).toContain('method=CANCEL');
    expect(parts.at(-1)?.text).toContain('STATUS:CANCELLED');
    for (const { name } of session.slots)
      for (const part of name.split(' / ')) expect(raw).not.toContain(part);
    expect(raw).not.toContain(more);
  }
});

test('nobody was kept out where a session was cancelled', () => {
  expect(barriers.found).toEqual([]);
});

async function sessionNow(): Promise<BoardSession | undefined> {
  return (await boardOf(sandra)).sessions.find(({ sessionId }) => sessionId === session.sessionId);
}

const isOf =
  (method: 'REQUEST' | 'CANCEL') =>
  ({ parts }: Mail) =>
    parts.at(-1)?.text.includes(`METHOD:${method}`) ?? false;

/** Who was sent calendars of this kind: first names, each as often as it was sent. */
function invited(method: 'REQUEST' | 'CANCEL'): string[] {
  return mail.mails
    .filter(isOf(method))
    .map(({ to }) => to.join().replace('@wrenshire.example', ''))
    .sort();
}
