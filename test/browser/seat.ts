/// <reference lib="dom" />
import { type BrowserContext, expect, type Locator, type Page } from '@playwright/test';

/** Everybody of the demonstration signs in with this. */
export const demoPassword = 'quiet-lantern-harbour';
export const demoEmail = (first: string) => `${first.toLowerCase()}@wrenshire.example`;

/** One person in front of their own browser, with every message that reached it. */
export class Seat {
  /** The text of every message of the live engine that this browser received, in order. */
  readonly heard: string[] = [];

  private constructor(
    readonly first: string,
    readonly page: Page,
    private readonly url: string,
  ) {
    page.setDefaultTimeout(30_000);
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => void this.heard.push(payload.toString())),
    );
  }

  static async takes(first: string, context: BrowserContext, url: string): Promise<Seat> {
    const seat = new Seat(first, await context.newPage(), url);
    await seat.signsIn();
    return seat;
  }

  async signsIn(): Promise<void> {
    const { page } = this;
    await page.goto(this.url);
    const door = page.getByLabel('Work e-mail address');
    const home = page.getByRole('heading', { level: 1, name: new RegExp(this.first) });
    await expect(door.or(home)).toBeVisible();
    // A browser that was killed may still know its person, or not: it depends on what reached its disk.
    if (await home.isVisible()) return;
    await door.fill(demoEmail(this.first));
    await page.getByLabel('Password').fill(demoPassword);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(this.first, { timeout: 30_000 });
  }

  async goes(path: string): Promise<void> {
    await this.page.goto(`${this.url}${path}`);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  box(name: string | RegExp): Locator {
    return this.page.getByRole('textbox', { name });
  }

  /** Words on the sheet or beside it; not what is only told to a screen reader. */
  words(said: string | RegExp): Locator {
    return this.page.locator('#main, .room-side').getByText(said, { exact: typeof said === 'string' });
  }

  /** The step of the agenda this screen shows. */
  get step(): Locator {
    return this.page.locator('.rail-step[aria-current="step"]');
  }

  get connection(): Locator {
    return this.page.locator('.connection');
  }

  /** Everything this person did is in the record. */
  async isSaved(): Promise<void> {
    await expect(this.connection).toHaveText(/^(Saved|Connected)/, { timeout: 30_000 });
  }

  /** Brings the focus somewhere with nothing but F6, Tab and Shift+Tab. */
  async reaches(target: Locator): Promise<void> {
    await expect(target).toBeVisible();
    for (let tries = 0; tries < 160; tries++) {
      const key = await target.evaluate((element) => {
        const here = document.activeElement;
        if (here === element) return null;
        const region = element.closest('[data-region]');
        if (region && !region.contains(here) && !element.closest('dialog')) return 'F6';
        const behind = here && here.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING;
        return behind && !here.contains(element) && !element.contains(here) ? 'Shift+Tab' : 'Tab';
      });
      if (key === null) return;
      await this.page.keyboard.press(key);
    }
    throw new Error(`${this.first} cannot reach ${target} by keyboard`);
  }

  /** Presses a button by keyboard; of two with one name the one in the bar, which is always there. */
  async presses(name: string | RegExp | Locator): Promise<void> {
    await this.reaches(typeof name === 'string' || name instanceof RegExp ? this.button(name).last() : name);
    await this.page.keyboard.press('Enter');
  }

  /** Writes at the end of a field by keyboard. */
  async writes(field: Locator, words: string): Promise<void> {
    await expect(field).toBeEditable();
    await this.reaches(field);
    await this.page.keyboard.press('Control+End');
    await this.page.keyboard.type(words);
  }

  /** Chooses a radio button of a group by arrow keys. */
  async chooses(radio: Locator): Promise<void> {
    if (await radio.isChecked()) return;
    const group = radio.locator('xpath=ancestor::fieldset[1]');
    const chosen = group.getByRole('radio', { checked: true });
    await this.reaches((await chosen.count()) > 0 ? chosen : group.getByRole('radio').first());
    await this.page.keyboard.press('Space');
    for (let tries = 0; tries < 12 && !(await radio.isChecked()); tries++)
      await this.page.keyboard.press('ArrowRight');
    await expect(radio).toBeChecked();
  }

  /** Chooses in a field that finds while one types. */
  async finds(field: Locator, typed: string): Promise<void> {
    await this.reaches(field);
    await this.page.keyboard.press('Control+a');
    await this.page.keyboard.type(typed);
    await this.page.keyboard.press('Enter');
  }
}
