import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { root } from './runtime.ts';

export type Theme = 'light' | 'dark';
export const themes: readonly Theme[] = ['light', 'dark'];

const screenshots = join(root, 'artifacts', 'screenshots');

export async function setTheme(page: Page, theme: Theme): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  await settled(page);
}

/** Waits until what appears has appeared; what moves for ever (a skeleton) does not count. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every((each) => each.playState !== 'running' || each.effect?.getComputedTiming().endTime === Infinity),
  );
}

/** Keeps a picture of the window under artifacts/screenshots/. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

/** Waits until nothing is being loaded any more and what is there has been painted. */
export async function painted(page: Page): Promise<void> {
  await expect(page.locator('[aria-busy="true"], [class*="skeleton"]')).toHaveCount(0);
  await settled(page);
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** As the window shows it, whatever it is enlarged to; a page's own picture is cut off there. */
export async function keepWindowPicture(app: ElectronApplication, name: string): Promise<void> {
  const png = await app.evaluate(async ({ BrowserWindow }) => {
    const picture = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return picture?.toPNG().toString('base64') ?? '';
  });
  mkdirSync(screenshots, { recursive: true });
  writeFileSync(join(screenshots, `${name}.png`), png, 'base64');
}

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Fails with the rule, the words and the elements of whatever axe finds. */
export async function expectAccessible(page: Page): Promise<void> {
  // A page keeps it until it is loaded anew: to read it again takes longer than to judge by it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const violations = await page.evaluate<readonly Violation[]>(
    "axe.run(document, { resultTypes: ['violations'] }).then((results) => results.violations)",
  );
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map((node) => node.html),
  }));
  expect(found).toEqual([]);
}

/** A picture and axe's judgement, in each theme; and nothing that the system would draw in its own look. */
export async function inspect(page: Page, name: string): Promise<void> {
  await expect(page.locator('select, datalist')).toHaveCount(0);
  for (const theme of themes) {
    await setTheme(page, theme);
    await keepScreenshot(page, `${name}-${theme}`);
    await expectAccessible(page);
  }
}
