/// <reference lib="dom" />
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { build, type PreviewServer, preview } from 'vite';
import { findChromium } from './chromium.js';

const configFile = path.join(import.meta.dirname, 'gallery.vite.config.ts');
const sizes = [
  { width: 1366, height: 768 },
  { width: 683, height: 384 },
  { width: 320, height: 640 },
];

let server: PreviewServer;
let browser: Browser;
let address: string;

test.beforeAll(async () => {
  await build({ configFile, logLevel: 'error' });
  server = await preview({ configFile, preview: { port: 0, host: '127.0.0.1' }, logLevel: 'error' });
  const listening = server.httpServer.address();
  if (!listening || typeof listening === 'string') throw new Error('the gallery has no port');
  address = `http://127.0.0.1:${listening.port}/gallery.html`;
  const found = await findChromium();
  browser = await chromium.launch({ ...found, args: ['--no-sandbox', '--disable-gpu'] });
});
test.afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Opens the gallery and, when done, fails if the content policy or the page complained. */
async function visiting(
  query: string,
  viewport: { width: number; height: number },
  visit: (page: Page) => Promise<void>,
) {
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`${address}?${query}`);
  await page.locator('main').waitFor();
  await visit(page);
  expect(complaints).toEqual([]);
  await context.close();
}

for (const size of sizes) {
  for (const theme of ['light', 'dark']) {
    for (const view of ['view=kit', 'view=room&offline']) {
      test(`a person reads ${view} in ${theme} at ${size.width} wide without a barrier`, async () => {
        await visiting(`${view}&theme=${theme}`, size, async (page) => {
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(
            violations.map(
              (violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' | ')}`,
            ),
          ).toEqual([]);
          const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(sideways, 'no sideways scroll').toBeLessThanOrEqual(0);
        });
      });
    }
  }
}

const wide = { width: 1366, height: 768 };

test('a person with a keyboard opens a question, leaves it with Esc and is back where they were', async () => {
  await visiting('', wide, async (page) => {
    await page.getByRole('button', { name: 'Show for 30 seconds' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Show where Kirsty lives?' })).toBeFocused();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Show for 30 seconds' })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});

test('a person with a keyboard picks from a menu with the arrows', async () => {
  await visiting('', wide, async (page) => {
    const button = page.getByRole('button', { name: 'Slot' });
    await button.focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('button', { name: 'Move to another day' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Picked lengthen')).toBeVisible();
    await expect(button).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('button', { name: 'Remove' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(button).toBeFocused();
    await expect(button).toHaveAttribute('aria-expanded', 'false');
  });
});

test('a chair who presses an unavailable button is told why and moved to what is missing', async () => {
  await visiting('', wide, async (page) => {
    const sign = page.getByRole('button', { name: 'Sign minutes' });
    await expect(sign).toHaveAttribute('aria-disabled', 'true');
    await expect(sign).toHaveAccessibleDescription('Write Theo’s part, then you can sign');
    await sign.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('What this means for Theo')).toBeFocused();
    await page.keyboard.type('He sleeps.');
    await expect(sign).not.toHaveAttribute('aria-disabled');
  });
});

test('an owner is found by typing, and a date by writing it as people do', async () => {
  await visiting('', wide, async (page) => {
    const who = page.getByRole('combobox', { name: 'Who' });
    await who.fill('mar');
    await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(who).toHaveValue('Dean Marlow');
    await who.fill('shah');
    await page.keyboard.press('Tab');
    await expect(who).toHaveValue('Priya Shah');
    await who.fill('zo');
    await expect(page.getByText('Nobody here has that name')).toBeVisible();

    const by = page.getByRole('textbox', { name: 'By', exact: true });
    await by.fill('+7');
    await expect(page.getByText('Tuesday 17 March 2026')).toBeVisible();
    await by.fill('soonish');
    await expect(by).toHaveAccessibleDescription(/Write a day and a month/);
    await by.fill('13 mar');
    await page.keyboard.press('Tab');
    await expect(by).toHaveValue('Friday 13 March 2026');
  });
});

test('a person who sends too early is taken to a list of what to mend', async () => {
  await visiting('', wide, async (page) => {
    await page.getByRole('button', { name: 'Add next step' }).click();
    await expect(page.getByRole('group', { name: '2 things to mend' })).toBeFocused();
    await expect(page).toHaveTitle(/^Error: /);
    await page.getByRole('link', { name: 'Choose who will do it' }).click();
    await expect(page.getByRole('combobox', { name: 'Who' })).toBeFocused();
    await expect(page.getByRole('combobox', { name: 'Who' })).toHaveAccessibleDescription(
      /Error: Choose who will do it/,
    );
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
  });
});

test('a reader who cannot use a chart reads the same figures in a table', async () => {
  await visiting('', wide, async (page) => {
    await page.getByRole('button', { name: 'Show as a table' }).click();
    await expect(page.getByRole('row', { name: /9 December 2025 2 1 to 4/ })).toBeVisible();
    await page.getByRole('button', { name: 'Show as a chart' }).click();
    await expect(page.getByRole('img', { name: /^Group score 3, 3, 2/ })).toBeVisible();
  });
});

test('a listener hears a score politely and being offline at once', async () => {
  await visiting('', wide, async (page) => {
    await page.getByRole('button', { name: 'Dean scores' }).click();
    await expect(page.locator('[data-live=polite]')).toHaveText('Dean scored.');
    await page.getByRole('button', { name: 'Lose the connection' }).click();
    await expect(page.locator('[data-live=assertive]')).toHaveText('You’re offline. Keep writing.');
  });
});

test('a scorer chooses with the arrow keys', async () => {
  await visiting('', wide, async (page) => {
    await page.getByRole('radio', { name: '7', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: '8', exact: true })).toBeChecked();
  });
});

test('a person with a keyboard goes round the regions of the room with F6', async () => {
  await visiting('view=room', wide, async (page) => {
    const here = () =>
      page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.tagName,
      );
    const passed: (string | undefined)[] = [];
    for (let press = 0; press < 5; press++) {
      await page.keyboard.press('F6');
      passed.push(await here());
    }
    expect(passed).toEqual(['HEADER', 'Agenda', 'MAIN', 'In the room', 'Chair controls']);
    await page.keyboard.press('Shift+F6');
    expect(await here()).toBe('In the room');
  });
});

test('a person at 200 % zoom opens the agenda, and no focused control hides behind the bar', async () => {
  await visiting('view=room', { width: 683, height: 384 }, async (page) => {
    await expect(page.getByText('Kaczmarek')).toBeHidden();
    await page.getByRole('button', { name: 'Agenda' }).click();
    await expect(page.getByText('Kaczmarek')).toBeVisible();
    for (let press = 0; press < 24; press++) {
      await page.keyboard.press('Tab');
      const covered = await page.evaluate(() => {
        const focused = document.activeElement;
        const bar = document.querySelector('.room-bar');
        if (!focused || !bar || bar.contains(focused)) return false;
        return focused.getBoundingClientRect().top >= bar.getBoundingClientRect().top;
      });
      expect(covered, 'focus is never wholly behind the bar').toBe(false);
    }
  });
});

test('a person on a phone reaches every page through the menu', async () => {
  await visiting('', { width: 320, height: 640 }, async (page) => {
    await expect(page.getByRole('link', { name: 'Planner' })).toBeHidden();
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('link', { name: 'Planner' }).click();
    await expect(page.getByRole('link', { name: 'Planner' })).toBeHidden();
  });
});
