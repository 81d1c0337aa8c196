import { expect, test } from '@playwright/test';
import { submit } from '../harness/bridge.ts';
import { setTheme, themes } from '../harness/look.ts';
import { oneConsole } from '../harness/one-console.ts';

/** What the eye sees before it reads: lines that meet, and no flash of the other theme. */
const open = oneConsole(async () => {
  const name = { givenNames: ['Ingrid'], familyNames: ['Solberg'] };
  await submit(open.page, 'CreatePerson', { personId: crypto.randomUUID(), name });
  await expect(open.page.getByText('Ingrid Solberg')).toBeVisible();
});

test("a table's titles stand on one line, whether or not the list can be sorted by them", async () => {
  const tops = await open.page.getByRole('columnheader').evaluateAll((cells) =>
    // The box that selects all rows has no title.
    cells
      .filter(({ textContent }) => textContent !== '')
      .map((cell) => {
        const range = document.createRange();
        range.selectNodeContents(cell.querySelector('span') ?? cell);
        return range.getBoundingClientRect().top;
      }),
  );
  expect(tops.length).toBeGreaterThan(3);
  expect(new Set(tops).size).toBe(1);
});

test('rows reach to the edge of a list that does not scroll', async () => {
  const right = (element: Element): number => element.getBoundingClientRect().right;
  const table = await open.page.getByRole('grid').evaluate(right);
  expect(await open.page.getByRole('row').last().evaluate(right)).toBe(table);
});

test("the window's own ground changes with the system's theme", async () => {
  const ground = (): Promise<string | undefined> =>
    open.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBackgroundColor());
  for (const [theme, colour] of [
    ['dark', '#0E1012'],
    ['light', '#F1F3F4'],
  ] as const) {
    await open.app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source;
    }, theme);
    await expect.poll(ground).toBe(colour);
  }
});

test('before the page has read what the operator prefers, it is as the system is', async () => {
  const { page } = open;
  for (const theme of themes) {
    await setTheme(page, theme);
    const [styled, first] = await page.evaluate(() => {
      const ground = (): string => getComputedStyle(document.body).backgroundColor;
      const after = ground();
      delete document.documentElement.dataset['theme'];
      return [after, ground()];
    });
    await page.evaluate((value) => {
      document.documentElement.dataset['theme'] = value;
    }, theme);
    expect(first).toBe(styled);
  }
});
