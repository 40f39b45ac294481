import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { demoPassword } from '../demo/wrenshire.js';

const sizes = {
  laptop: { width: 1366, height: 768 },
  doubled: { width: 683, height: 384 },
  phone: { width: 390, height: 844 },
} as const;

/** Takes each page at three sizes: a laptop, the same at 200 %, a phone. */
export class Camera {
  taken = 0;

  constructor(
    private readonly browser: Browser,
    private readonly folder: string,
  ) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  /** A browser of somebody's own, at the door of the product. */
  async opens(url: string): Promise<Page> {
    const context: BrowserContext = await this.browser.newContext({
      viewport: sizes.laptop,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(url);
    await page.getByLabel('Work e-mail address').waitFor();
    return page;
  }

  async signsIn(first: string, url: string): Promise<Page> {
    const page = await this.opens(url);
    await page.getByLabel('Work e-mail address').fill(`${first}@wrenshire.example`);
    await page.getByLabel('Password').fill(demoPassword);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Your account' }).waitFor();
    return page;
  }

  async takes(page: Page, name: string): Promise<void> {
    await page.waitForLoadState('networkidle');
    for (const [size, viewport] of Object.entries(sizes)) {
      await page.setViewportSize(viewport);
      await page.evaluate('scrollTo(0, 0); document.getElementById("main")?.scrollTo(0, 0)');
      await page.screenshot({ path: path.join(this.folder, `${name}-${size}.png`) });
      this.taken += 1;
    }
    await page.setViewportSize(sizes.laptop);
  }
}
