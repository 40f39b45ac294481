import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** The sizes every main state is looked at: a laptop, the same at 200 %, a phone. */
export const sizes = {
  laptop: { width: 1366, height: 768 },
  doubled: { width: 683, height: 384 },
  phone: { width: 390, height: 844 },
} as const;
export type Size = keyof typeof sizes;

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What kept people out, on any page in any state a journey came through: looked at when the journey has ended. */
export class Barriers {
  readonly found: string[] = [];

  /** Looks at the page as it stands, at one size or more, with axe and for anything that is wider than the window. */
  async look(page: Page, where: string, at: readonly Size[] = ['laptop']): Promise<void> {
    // A page that was just asked for has its heading once it is there; one that never gets it is judged as it stands.
    await page
      .locator('h1')
      .first()
      .waitFor()
      .catch(() => undefined);
    for (const size of at) {
      await page.setViewportSize(sizes[size]);
      if (size !== 'laptop') {
        // As tall as the page, so that nothing is judged by the part of it that shows above the bar just now.
        const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
        await page.setViewportSize({
          width: sizes[size].width,
          height: Math.max(height, sizes[size].height),
        });
      }
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
      for (const { id, nodes } of violations)
        this.found.push(`${where}, ${size}: ${id}: ${nodes.map((n) => n.html).join(' | ')}`);
      const over = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
      if (Number(over) > 0) this.found.push(`${where}, ${size}: ${over} pixels wider than the window`);
    }
    await page.setViewportSize(sizes.laptop);
  }
}
