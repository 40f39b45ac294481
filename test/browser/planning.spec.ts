import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import type { Board } from '../../shared/schedule/planner.js';
import { Barriers, type Size } from './barriers.js';
import { findChromium } from './chromium.js';
import { Seat } from './seat.js';
import { Served } from './served.js';

// The demonstration's next month, planned: Sandra makes a series and plans it in one act, Adaeze has the same board in
// another browser. Two moves are refused, one is made by keyboard alone, and everybody is invited.

const everywhere: readonly Size[] = ['laptop', 'doubled', 'phone'];
const barriers = new Barriers();
let served: Served;
let browser: Browser;
let sandra: Seat;
let adaeze: Seat;

const next = new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth() + 1, 1));
const month = next.toISOString().slice(0, 7);
/** The first Tuesday of the month that is planned. */
const tuesday = new Date(
  Date.UTC(next.getUTCFullYear(), next.getUTCMonth(), 1 + ((9 - next.getUTCDay()) % 7)),
);
const typed = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(tuesday);

async function seat(first: string): Promise<Seat> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  return Seat.takes(first, context, served.url);
}

/** The board as the server tells it to whoever sits here, for choosing whom a test is about. */
async function boardOf({ page }: Seat): Promise<Board> {
  const teams = (await (await page.request.get(`${served.url}/api/teams`)).json()) as {
    teamId: string;
    name: string;
  }[];
  const teamId = teams.find(({ name }) => name === 'Northgate')?.teamId;
  const answer = await page.request.get(`${served.url}/api/planner/board?teamId=${teamId}&month=${month}`);
  return (await answer.json()) as Board;
}

/** The demonstration's team meets already; this one begins with an empty diary. */
async function endSeries({ page }: Seat): Promise<void> {
  const { teamId } = await boardOf({ page } as Seat);
  const series = (await (await page.request.get(`${served.url}/api/series?teamId=${teamId}`)).json()) as {
    seriesId: string;
  }[];
  const today = new Date().toISOString().slice(0, 10);
  for (const { seriesId } of series) {
    const ended = await page.request.post(`${served.url}/api/series/${seriesId}/end`, {
      data: { toOn: today },
      headers: { 'x-requested-with': 'group-supervision', origin: served.url },
    });
    expect(ended.ok()).toBe(true);
  }
}

const slotButton = (page: Page, slotId: string) => page.locator(`[data-slot="${slotId}"] .menu-button`);
const columnOf = (page: Page, sessionId: string) => page.locator(`[data-session="${sessionId}"]`);

test.describe.configure({ mode: 'serial', timeout: 240_000 });

test.beforeAll(async () => {
  served = await Served.start('scripts/demo.js');
  browser = await chromium.launch({ ...(await findChromium()), args: ['--no-sandbox', '--disable-gpu'] });
});

test.afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

test('Sandra is warned that a first Tuesday breaks the limit, and makes a series that does not', async () => {
  sandra = await seat('Sandra');
  const { page } = sandra;
  await endSeries(sandra);
  await sandra.goes(`/planner?month=${month}`);
  await expect(page.getByText(/^No session in /)).toBeVisible();
  await barriers.look(page, 'a month without a session', everywhere);
  await page.getByRole('link', { name: 'Make a series' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Series of Northgate' })).toBeVisible();
  await sandra.button('Make a series').click();
  await page.getByText('A weekday of each month').click();
  await page.getByLabel('From', { exact: true }).fill(typed);
  await expect(page.getByText(/^This will break the limit/)).toBeVisible();
  await barriers.look(page, 'a series that breaks the limit', everywhere);
  await sandra.button('Meet every 4 weeks instead').click();
  await expect(page.getByLabel('How often')).toHaveValue('4');
  // More families than one session in four weeks can hold: so they meet each week.
  await page.getByLabel('How often').selectOption('1');
  await expect(page.getByText('Every gap of the year is inside the limit.')).toBeVisible();
  await sandra.button('Make the series').click();
  await expect(page.getByRole('link', { name: 'Choose who chairs: a manager' })).toBeVisible();
  await sandra.finds(page.getByRole('combobox', { name: 'Standing chair' }), 'adaeze');
  await sandra.finds(page.getByRole('combobox', { name: 'Pen' }), 'sandra');
  await sandra.button('Make the series').click();
  await expect(page.getByText('The series is made, and its sessions with it.')).toBeVisible();
  await expect(page.getByText('Every week on a Tuesday').first()).toBeVisible();
  await barriers.look(page, 'the series of a team', everywhere);
});

test('Sandra plans the month in one act, takes the plan back, and plans it again', async () => {
  const { page } = sandra;
  await sandra.goes(`/planner?month=${month}`);
  await sandra.button('Plan all').click();
  await expect(page.getByText(/^\d+ families planned\./)).toBeVisible();
  await expect(page.getByText('Nothing sent yet')).toBeVisible();
  expect(await page.locator('.board-slot').count()).toBeGreaterThan(12);
  await sandra.button('Undo plan').click();
  await expect(page.getByText(/^The plan is undone/)).toBeVisible();
  await expect(page.locator('.board-slot')).toHaveCount(0);
  await sandra.button('Plan all').click();
  await expect(page.getByText(/^\d+ families planned\./)).toBeVisible();
  const { counts } = await boardOf(sandra);
  await expect(
    page.getByRole('heading', { name: `${counts.planned} of ${counts.due} planned` }),
  ).toBeVisible();
  // Nobody else did it.
  await expect(page.getByText(/^Somebody else/)).toHaveCount(0);
  await barriers.look(page, 'a planned month', everywhere);
});

test('each session shows when specialists are called in, and the words agree with the plan', async () => {
  const { page } = sandra;
  const { sessions, people } = await boardOf(sandra);
  const day = people.find(({ blocks }) => blocks.some(({ slotId }) => slotId !== null));
  const session = sessions.find(({ date }) => date === day?.date);
  await columnOf(page, session?.sessionId ?? '')
    .getByRole('button', { name: /show specialists’ time/ })
    .click();
  const rows = page.locator('.lane-row');
  await expect(rows).toHaveCount(people.filter(({ date }) => date === session?.date).length);
  await expect(rows.first()).toContainText(/\d(am|pm) to \d/);
});

test('a move past the limit is not Sandra’s to make: she is told so before, and it is not made', async () => {
  const { page } = sandra;
  const { sessions } = await boardOf(sandra);
  const last = sessions.at(-1)!;
  const session = sessions.find(({ slots }) => slots.some((s) => s.dueBy && !s.late && s.dueBy < last.date))!;
  const slot = session.slots.find((s) => s.dueBy && !s.late && s.dueBy < last.date)!;
  await slotButton(page, slot.slotId).click();
  await sandra.button('Move to…').click();
  const dialog = page.getByRole('dialog', { name: `Move ${slot.name}` });
  await dialog.getByLabel('Session').selectOption(last.sessionId);
  await expect(dialog.getByText(/past its limit/)).toBeVisible();
  await expect(dialog.getByText('A manager of the team has to allow it, and say why.')).toBeVisible();
  await barriers.look(page, 'a move past the limit', everywhere);
  await dialog.getByRole('button', { name: 'Move the family' }).click();
  await expect(dialog.getByRole('link', { name: /ask a manager to make this move/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(slotButton(page, slot.slotId)).toBeFocused();
  expect((await boardOf(sandra)).sessions).toEqual(sessions);
});

test('Adaeze moves a family by keyboard while Sandra is about to: Sandra’s move is refused, and both see the same', async () => {
  adaeze = await seat('Adaeze');
  await adaeze.goes(`/planner?month=${month}`);
  const { sessions } = await boardOf(adaeze);
  // Earlier than now is inside whatever limit it was inside before.
  const to = sessions[0]!;
  const from = [...sessions].reverse().find(({ slots }) => slots.length > 0)!;
  const slot = from.slots.at(-1)!;
  await slotButton(sandra.page, slot.slotId).click();
  await sandra.button('Move to…').click();
  const sandras = sandra.page.getByRole('dialog', { name: `Move ${slot.name}` });
  const another = sessions.find(
    ({ sessionId }) => sessionId !== from.sessionId && sessionId !== to.sessionId,
  )!;

  await adaeze.reaches(slotButton(adaeze.page, slot.slotId));
  await adaeze.page.keyboard.press('ArrowDown');
  await expect(adaeze.button('Move to…')).toBeFocused();
  await adaeze.page.keyboard.press('Enter');
  const dialog = adaeze.page.getByRole('dialog', { name: `Move ${slot.name}` });
  await expect(dialog.getByRole('heading', { name: `Move ${slot.name}` })).toBeFocused();
  const where = dialog.getByLabel('Session');
  await adaeze.reaches(where);
  for (let tries = 0; tries < 20 && (await where.inputValue()) !== to.sessionId; tries++)
    await adaeze.page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('status').getByRole('listitem').first()).toBeVisible();
  await adaeze.presses(dialog.getByRole('button', { name: 'Move the family' }));
  await expect(columnOf(adaeze.page, to.sessionId).locator(`[data-slot="${slot.slotId}"]`)).toBeVisible();
  await expect(slotButton(adaeze.page, slot.slotId)).toBeFocused();
  await expect(adaeze.page.getByText(new RegExp(`^${slot.name.replace(/[/]/g, '.')} is on `))).toBeVisible();

  await sandras.getByLabel('Session').selectOption(another.sessionId);
  await sandras.getByRole('button', { name: 'Move the family' }).click();
  await expect(sandras.getByRole('alert').first()).toBeVisible();
  await sandra.page.keyboard.press('Escape');
  await expect(columnOf(sandra.page, to.sessionId).locator(`[data-slot="${slot.slotId}"]`)).toBeVisible();
  const names = (page: Page) => page.locator('.board-name').allInnerTexts();
  expect(await names(sandra.page)).toEqual(await names(adaeze.page));
});

test('Sandra drags a family to another place, and Adaeze sees it without asking', async () => {
  const { page } = sandra;
  const { sessions } = await boardOf(sandra);
  const to = sessions[0]!;
  // Beside it, so that both are in view at once.
  const from = sessions.slice(1).find(({ slots }) => slots.length > 0)!;
  const slot = from.slots[0]!;
  const row = page.locator(`[data-slot="${slot.slotId}"]`);
  await row.scrollIntoViewIfNeeded();
  const [start, end] = [await row.boundingBox(), await columnOf(page, to.sessionId).boundingBox()];
  await page.mouse.move(start!.x + 40, start!.y + 15);
  await page.mouse.down();
  await page.mouse.move(end!.x + 60, end!.y + 60, { steps: 8 });
  await expect(page.locator('.board-ghost li').first()).toBeVisible();
  await page.mouse.up();
  const dialog = page.getByRole('dialog', { name: `Move ${slot.name}` });
  const there = columnOf(page, to.sessionId).locator(`[data-slot="${slot.slotId}"]`);
  await expect(dialog.or(there).first()).toBeVisible();
  // Where it would put somebody in two places, that is asked about first.
  if (await dialog.isVisible()) await dialog.getByRole('button', { name: 'Move the family' }).click();
  await expect(there).toBeVisible();
  await expect(columnOf(adaeze.page, to.sessionId).locator(`[data-slot="${slot.slotId}"]`)).toBeVisible();
  await expect(adaeze.page.getByText(/^Somebody else has changed /)).toBeVisible();
});

test('a family is postponed with a reason and who allowed it, and waits where it is seen', async () => {
  const { page } = adaeze;
  const { sessions } = await boardOf(adaeze);
  const session = [...sessions].reverse().find(({ slots }) => slots.length > 1)!;
  const slot = session.slots.at(-1)!;
  await slotButton(page, slot.slotId).click();
  await adaeze.button('Take out with a reason…').click();
  const dialog = page.getByRole('dialog', { name: `Take ${slot.name} out of this session` });
  await dialog.getByRole('button', { name: 'Take the family out' }).click();
  await expect(dialog.getByRole('link', { name: 'Choose the reason' })).toBeVisible();
  await dialog.getByLabel('Reason').selectOption('social-worker-absent');
  await expect(dialog.getByRole('combobox', { name: 'Allowed by' })).toHaveValue('Adaeze Nwosu');
  await barriers.look(page, 'taking a family out', everywhere);
  await dialog.getByRole('button', { name: 'Take the family out' }).click();
  await expect(dialog).toHaveCount(0);
  expect((await boardOf(adaeze)).needYou.map(({ name }) => name)).toContain(slot.name);
  // Its row is gone, and the focus with it only as far as the row beside it.
  await expect(slotButton(page, session.slots.at(-2)!.slotId)).toBeFocused();
});

test('a family that no session had gets the best place that there is, at one press', async () => {
  const { page } = adaeze;
  const { needYou } = await boardOf(adaeze);
  const at = needYou.findIndex(({ waysOut }) => waysOut[0]?.act.kind === 'place');
  const family = needYou[at]!;
  const best = page.getByRole('button', { name: `${family.waysOut[0]?.says} for ${family.name}` });
  const more = page.getByRole('button', { name: /^Show \d+ more$/ });
  if (!(await best.isVisible())) await more.click();
  await best.click();
  const why = page.getByLabel('Why it may be later than its limit');
  const done = page.getByText(new RegExp(`^${family.name.replace(/[/]/g, '.')} is on `));
  await expect(why.or(done)).toBeVisible();
  if (await why.isVisible()) {
    await why.fill('No session of the team is before that.');
    await adaeze.button('Put the family in').click();
  }
  await expect(done).toBeVisible();
  await expect(page.locator(`[data-need="${family.familyId}"]`)).toHaveCount(0);
  await expect(page.locator('.need-you a:focus')).toHaveCount(1);
  expect((await boardOf(adaeze)).needYou.map(({ familyId }) => familyId)).not.toContain(family.familyId);
});

test('Sandra invites everyone, and both boards say what came of it', async () => {
  await sandra.button('Invite everyone').click();
  await expect(sandra.page.getByText(/never carries a name or a word about a family/)).toBeVisible();
  await barriers.look(sandra.page, 'inviting everyone', everywhere);
  await sandra.button('Send the invitations').click();
  await expect(sandra.page.getByText(/^(The invitations are on their way|Nothing was sent)/)).toBeVisible();
  // A plan of which people were told is not taken back; one of which nobody was told still can be.
  const { plan } = await boardOf(sandra);
  for (const { page } of [sandra, adaeze]) {
    await page.reload();
    await expect(
      page.getByText(plan?.sentAt ? /^Everyone was invited on / : 'Nothing sent yet'),
    ).toBeVisible();
    await expect(page.getByRole('button', { name: 'Undo plan' })).toHaveCount(plan?.sentAt ? 0 : 1);
  }
});

test('Sandra keeps the days on which Farah is away', async () => {
  const { page } = sandra;
  await sandra.goes('/people');
  await page.getByRole('link', { name: 'Farah' }).first().click();
  await sandra.button('Keep days away').click();
  await page.getByLabel('First day').fill(typed);
  await sandra.button('Keep the days').click();
  await expect(page.getByText('Called in to 1 session on these days')).toBeVisible();
  await barriers.look(page, 'a person who is away', everywhere);
  await page.getByRole('button', { name: /^Take back/ }).click();
  await expect(page.getByText('No leave is kept.')).toBeVisible();
});

test('nobody was kept out of the planner', () => {
  expect(barriers.found).toEqual([]);
});
