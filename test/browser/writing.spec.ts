/// <reference lib="dom" />
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { build } from 'vite';
import { findChromium } from './chromium.js';
import { type Desk, employs, firstAdministrator, password } from './desk.js';
import { Served } from './served.js';

const pages = path.join(import.meta.dirname, '../../dist/writing');
// The test page is put under the product's address by the test itself, so Chromium cannot know that it is local.
const args = ['--no-sandbox', '--disable-gpu', '--disable-features=LocalNetworkAccessChecks'];

let served: Served;
let browser: Browser;
let admin: Desk;
let discussion: string;
let families = 0;

test.beforeAll(async () => {
  await build({ configFile: path.join(import.meta.dirname, 'writing.vite.config.ts'), logLevel: 'error' });
  served = await Served.start();
  admin = await firstAdministrator(served.url, served.invitation);
  const found = await findChromium();
  browser = await chromium.launch({ ...found, args });
  const { id: teamId } = await admin.ask('POST', 'teams', { name: 'Northgate' });
  const farah = await employs(admin, served.url, {
    name: 'Farah Khan',
    email: 'farah@council.test',
    discipline: 'mental-health',
    teamId,
  });
  const dean = await employs(admin, served.url, {
    name: 'Dean Marlow',
    email: 'dean@council.test',
    discipline: 'recovery',
    teamId,
  });
  team = { teamId, farah, dean };
});
let team: { teamId: string; farah: string; dean: string };
test.afterAll(async () => {
  await browser?.close();
  await served?.stop();
});

test.beforeEach(async () => {
  families += 1;
  const today = '2026-01-05';
  const { id } = await admin.ask('POST', 'families', {
    name: `Kaczmarek ${families}`,
    teamId: team.teamId,
    allocatedOn: today,
    allocations: [
      { discipline: 'mental-health', personId: team.farah, fromOn: today },
      { discipline: 'recovery', personId: team.dean, fromOn: today },
    ],
  });
  const page = await admin.ask<{
    openDiscussion?: { discussionId: string } | null;
    openDiscussionId?: string;
  }>('GET', `families/${id}`);
  discussion = page.openDiscussion?.discussionId ?? page.openDiscussionId ?? '';
  expect(discussion).not.toBe('');
});

/** Signs somebody in, in a browser of their own, and opens the discussion. */
async function opens(who: 'farah' | 'dean', context?: BrowserContext): Promise<Page> {
  const own = context ?? (await browser.newContext());
  await own.route('**/writing/**', (route) => {
    const file = new URL(route.request().url()).pathname.replace('/writing/', '');
    return route.fulfill({ path: path.join(pages, file) });
  });
  const page = await own.newPage();
  await page.goto(`${served.url}/writing/writing.html`);
  // Signed in by the page itself, so that the key of its outbox belongs to its device.
  await page.evaluate(
    async ([email, secret]) => {
      await fetch('/api/sign-in', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-requested-with': 'group-supervision' },
        body: JSON.stringify({ email, password: secret }),
      });
    },
    [`${who}@council.test`, password] as const,
  );
  return shows(page);
}

async function shows(page: Page): Promise<Page> {
  await page.goto(`${served.url}/writing/writing.html?discussion=${discussion}`);
  await expect(page.locator('[data-state="wrong-about"]')).toHaveText(/^ready sent/);
  return page;
}

const box = (page: Page, name: string) => page.locator(`textarea[id="${name}"]`);
const words = (page: Page, name: string) => box(page, name).inputValue();
const caret = (page: Page, name: string) =>
  box(page, name).evaluate((b: HTMLTextAreaElement) => b.selectionStart);

test('two people in one field keep every word, their own caret and their own undo', async () => {
  const [farah, dean] = [await opens('farah'), await opens('dean')];
  await box(farah, 'wrong-about').pressSequentially('Six good weeks.');
  await expect(box(dean, 'wrong-about')).toHaveValue('Six good weeks.');
  await expect(dean.locator('[data-state="wrong-about"]')).toContainText('1 writing');
  await box(farah, 'wrong-about').evaluate((b: HTMLTextAreaElement) => b.setSelectionRange(9, 9));
  await box(dean, 'wrong-about').click();
  await dean.keyboard.press('Control+Home');
  await dean.keyboard.type('Is it so? ');
  await expect(box(farah, 'wrong-about')).toHaveValue('Is it so? Six good weeks.');
  expect(await caret(farah, 'wrong-about')).toBe(19);
  await farah.keyboard.type('and quiet ');
  await expect(box(dean, 'wrong-about')).toHaveValue('Is it so? Six good and quiet weeks.');
  await dean.keyboard.press('Control+z');
  await expect(box(farah, 'wrong-about')).toHaveValue('Six good and quiet weeks.');
  expect(await words(dean, 'wrong-about')).toBe('Six good and quiet weeks.');
  await expect(farah.locator('.connection')).toHaveText(/^Saved \d/);
});

test('somebody’s pasted text arrives plain and whole, and a composed word is not broken by a colleague', async () => {
  const [farah, dean] = [await opens('farah'), await opens('dean')];
  const letter = 'Škola píše, že Lena přibrala. '.repeat(800);
  await box(farah, 'wrong-about').evaluate((b: HTMLTextAreaElement, text) => {
    b.focus();
    document.execCommand('insertText', false, text);
  }, letter);
  await expect(box(dean, 'wrong-about')).toHaveValue(letter);
  const session = await farah.context().newCDPSession(farah);
  await box(farah, 'review/mental-health').click();
  await session.send('Input.imeSetComposition', { selectionStart: 1, selectionEnd: 1, text: '笑' });
  await box(dean, 'wrong-about').click();
  await dean.keyboard.press('Control+a');
  await dean.keyboard.type('Short.');
  await session.send('Input.insertText', { text: '笑顔' });
  await expect(box(dean, 'review/mental-health')).toHaveValue('笑顔');
  await expect(box(farah, 'wrong-about')).toHaveValue('Short.');
});

test('a server that dies while people write loses nothing they had been told was saved, nor what they typed meanwhile', async () => {
  const [farah, dean] = [await opens('farah'), await opens('dean')];
  await box(farah, 'wrong-about').pressSequentially('Before. ');
  await expect(box(dean, 'wrong-about')).toHaveValue('Before. ');
  await served.dies();
  await expect(farah.locator('.connection')).toContainText('Offline');
  await box(farah, 'wrong-about').pressSequentially('Meanwhile. ');
  await box(dean, 'review/recovery').pressSequentially('Dean too.');
  await expect(farah.locator('.strip')).toContainText('safe on this device and will send');
  await expect(farah.locator('.strip')).toContainText(/Trying again (in \d+ seconds?|now)/);
  await served.comes();
  await expect(farah.locator('.connection')).toHaveText(/^Saved/, { timeout: 30_000 });
  await expect(box(dean, 'wrong-about')).toHaveValue('Before. Meanwhile. ', { timeout: 30_000 });
  await expect(box(farah, 'review/recovery')).toHaveValue('Dean too.', { timeout: 30_000 });
});

test('200 edits made offline outlive the browser being killed, and nothing readable lies on its disk', async () => {
  const found = await findChromium();
  const profile = mkdtempSync(path.join(tmpdir(), 'profile-'));
  const dean = await opens('dean');
  const launch = () => chromium.launchPersistentContext(profile, { ...found, args });
  let context = await launch();
  let farah = await opens('farah', context);
  await context.setOffline(true);
  await farah.evaluate(() => window.dispatchEvent(new Event('offline')));
  await served.dies();
  await expect(farah.locator('.connection')).toContainText('Offline');
  for (let n = 1; n <= 120; n++) {
    const name = n % 2 ? 'wrong-about' : 'review/mental-health';
    await box(farah, name).focus();
    await farah.keyboard.insertText(`canary${n} `);
    await box(farah, name).blur();
  }
  await expect(farah.locator('.connection')).toContainText('120 changes waiting');
  await expect(farah.locator('.strip')).toContainText('120 changes are safe on this device');
  await expect(farah.getByRole('heading', { name: 'Waiting to send' })).toBeVisible();
  killBrowserOf(profile);
  await context.close().catch(() => undefined);
  expect(filesUnder(profile).filter((file) => readFileSync(file).includes('canary'))).toEqual([]);

  await served.comes();
  await dean.reload();
  await expect(dean.locator('[data-state="wrong-about"]')).toHaveText(/^ready/);
  await box(dean, 'wrong-about').pressSequentially('Dean was here. ');
  context = await launch();
  farah = await opens('farah', context);
  for (let n = 121; n <= 200; n++) {
    const name = n % 2 ? 'wrong-about' : 'review/mental-health';
    await box(farah, name).press('Control+End');
    await farah.keyboard.insertText(`canary${n} `);
    await box(farah, name).blur();
  }
  await expect(farah.locator('.connection')).toHaveText(/^Saved/);
  const odd = Array.from({ length: 100 }, (_, i) => `canary${2 * i + 1}`);
  const even = Array.from({ length: 100 }, (_, i) => `canary${2 * i + 2}`);
  for (const page of [farah, dean]) {
    await expect(box(page, 'review/mental-health')).toHaveValue(`${even.join(' ')} `);
    await expect(box(page, 'wrong-about')).toHaveValue(/Dean was here/);
    const said = (await words(page, 'wrong-about')).match(/canary\d+/g);
    expect(said).toEqual(odd);
  }
  expect(await words(farah, 'wrong-about')).toBe(await words(dean, 'wrong-about'));
  await context.close();
  rmSync(profile, { recursive: true, force: true });
});

function killBrowserOf(profile: string): void {
  // Only the processes of this test's own browser: its profile is in their command line.
  const all = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n');
  for (const line of all) {
    if (line.includes(`--user-data-dir=${profile}`)) {
      try {
        process.kill(Number(line.trim().split(' ')[0]), 'SIGKILL');
      } catch {
        // It ended with its parent.
      }
    }
  }
}

function filesUnder(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .map((name) => path.join(dir, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}
