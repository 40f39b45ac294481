/// <reference lib="dom" />
import { type Browser, type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { findChromium } from './chromium.js';
import { employs, firstAdministrator, password } from './desk.js';
import { Served } from './served.js';

const canary = 'Daniel has come to all six sessions';

let served: Served;
let browser: Browser;

test.beforeAll(async () => {
  served = await Served.start();
  const admin = await firstAdministrator(served.url, served.invitation);
  const { id: teamId } = await admin.ask('POST', 'teams', { name: 'Northgate' });
  const dean = await employs(admin, served.url, {
    name: 'Dean Marlow',
    email: 'dean@council.test',
    discipline: 'recovery',
    teamId,
  });
  const ravi = await employs(admin, served.url, {
    name: 'Ravi Sandhu',
    email: 'ravi@council.test',
    discipline: 'recovery',
    teamId,
  });
  await admin.ask('POST', 'families', {
    name: 'Hartley',
    teamId,
    allocatedOn: '2026-01-05',
    allocations: [dean, ravi].map((personId) => ({ discipline: 'recovery', personId, fromOn: '2026-01-05' })),
  });
  // Browsers for tests switch off what keeps left pages whole; people's browsers do not.
  browser = await chromium.launch({
    ...(await findChromium()),
    // A page whose answers pass through the test is not known to be local.
    args: ['--no-sandbox', '--disable-gpu', '--disable-features=LocalNetworkAccessChecks'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
});
test.afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

async function signsIn(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(served.url);
  await comesIn(page, 'Dean');
  return page;
}

/** Signs in at the door that the page shows. */
async function comesIn(page: Page, first: string): Promise<void> {
  await page.getByLabel('Work e-mail address').fill(`${first.toLowerCase()}@council.test`);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(first);
}

/** Opens the brief of the one family and writes in it. */
async function writes(page: Page, words: string): Promise<void> {
  await page.getByRole('link', { name: /^(Start|Finish)$/ }).click();
  const box = page.locator('textarea').first();
  await expect(box).toBeEditable();
  await box.fill(words);
}

async function opensANote(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^(Start|Finish)$/ }).click();
  await page.getByRole('button', { name: 'Add a protected note' }).click();
}

const noteIn = (page: Page) => page.getByRole('textbox', { name: 'What only some should read' });

async function signsOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out', exact: true }).click();
}

test('somebody who signs out in one tab has left in all, Back shows nothing, and nothing readable stays behind', async () => {
  const context = await browser.newContext();
  const first = await signsIn(context);
  await writes(first, `${canary}.`);
  await expect(first.locator('.connection')).toHaveText(/^Saved/);
  const second = await context.newPage();
  await second.goto(served.url);
  await expect(second.getByRole('heading', { level: 1 })).toContainText('Dean');
  await signsOut(second);
  for (const page of [first, second]) {
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(await page.content()).not.toContain(canary);
    expect(await page.title()).toBe('Sign in – Group supervision');
  }
  await first.goto('about:blank');
  await first.goBack();
  await expect(first.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  expect(await first.content()).not.toContain(canary);
  const stored = await first.evaluate(async () => {
    const databases = await indexedDB.databases();
    const open = indexedDB.open('group-supervision');
    const db = await new Promise<IDBDatabase>((done) => {
      open.onsuccess = () => done(open.result);
    });
    const records = db.transaction('outbox').objectStore('outbox').getAll();
    const all = await new Promise<unknown[]>((done) => {
      records.onsuccess = () => done(records.result);
    });
    return {
      databases: databases.map((d) => d.name),
      waiting: all.length,
      local: localStorage.length + sessionStorage.length,
      caches: (await caches.keys()).length,
    };
  });
  expect(stored).toEqual({ databases: ['group-supervision'], waiting: 0, local: 0, caches: 0 });
  await context.close();
});

test('a page that is left and shown again by Back is not the page that was left', async () => {
  // Without the guard the test never comes back from Back: Playwright cannot follow into a page that was kept whole.
  test.setTimeout(30_000);
  const context = await browser.newContext();
  const page = await context.newPage();
  // Some browsers keep a page whole in spite of `no-store`. This one does not always, so the words are taken off.
  await context.route('**/*', async (route) => {
    const response = await route.fetch();
    const { 'cache-control': _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await page.goto(served.url);
  await page.getByLabel('Work e-mail address').fill('dean@council.test');
  await page.goto(`${served.url}/api/health/live`);
  await page.goBack();
  await expect(page.getByLabel('Work e-mail address')).toHaveValue('');
  await context.close();
});

test('somebody who would leave words behind is asked first, and finds them again if they keep them', async () => {
  const context = await browser.newContext();
  // Laid before any page is opened: what a page has opened by then goes no other way.
  let isCut = false;
  await context.routeWebSocket(/socket\.io/, (road) => {
    if (!isCut) road.connectToServer();
  });
  const page = await signsIn(context);
  await page.getByRole('link', { name: /^(Start|Finish)$/ }).click();
  const box = page.locator('textarea').first();
  await expect(box).toBeEditable();
  // The road to the live engine is cut, the rest of the server is there.
  isCut = true;
  await served.dies();
  await box.press('Control+End');
  await page.keyboard.insertText(' He slept at home.');
  await expect(page.locator('.strip')).toContainText('1 change is safe on this device');
  await served.comes();
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText('1 change not sent yet');
  await question.getByRole('button', { name: 'Sign out, keep them here' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.close();
  isCut = false;
  const again = await signsIn(context);
  await again.getByRole('link', { name: /^(Start|Finish)$/ }).click();
  await expect(again.locator('textarea').first()).toHaveValue(/He slept at home\.$/);
  await expect(again.locator('.connection')).toHaveText(/^Saved/);
  await context.close();
});

test('the next person in the same window finds nothing that the one before had typed and not handed in', async () => {
  const context = await browser.newContext();
  const page = await signsIn(context);
  await opensANote(page);
  await noteIn(page).fill(canary);
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Your account' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  const question = page.getByRole('dialog');
  await expect(question).toContainText('1 form that you have not handed in');
  await question.getByRole('button', { name: 'Sign out and delete them' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await comesIn(page, 'Ravi');
  await opensANote(page);
  await expect(noteIn(page)).toHaveValue('');
  expect(await page.content()).not.toContain(canary);
  await context.close();
});

test('somebody whose sign-in ends in the middle of a form finds its words when they are back, and nobody else does', async () => {
  const context = await browser.newContext();
  const page = await signsIn(context);
  await opensANote(page);
  await noteIn(page).fill(canary);
  const ended = await context.request.post(`${served.url}/api/sign-out`, {
    data: {},
    headers: { 'x-requested-with': 'group-supervision', origin: served.url },
  });
  expect(ended.ok()).toBe(true);
  await expect(page.getByText('You have been signed out.')).toBeVisible();
  await comesIn(page, 'Ravi');
  await opensANote(page);
  await expect(noteIn(page)).toHaveValue('');
  expect(await page.content()).not.toContain(canary);
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await signsOut(page);
  await comesIn(page, 'Dean');
  await opensANote(page);
  await expect(noteIn(page)).toHaveValue(canary);
  await context.close();
});
