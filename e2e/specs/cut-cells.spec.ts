import { expect, type Locator, test } from '@playwright/test';
import { submit } from '../harness/bridge.ts';
import { oneConsole } from '../harness/one-console.ts';
import { goTo } from '../harness/steps.ts';

/** Cells cut their text only where it may not have room: whatever letters it has, none reaches into the next column. */
const GLYPHS = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));
/** Close enough to each other that a glyph counted too narrow by a tenth is seen. */
const LENGTHS = [8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 32, 36];
/** Rows that are in sight at a time, and a few less. */
const STEP = 15;
/** The least room that a name has, in CSS pixels. */
const ROOM = 160;
const names = LENGTHS.flatMap((length) => GLYPHS.map((glyph) => glyph.repeat(length / 2)));

const open = oneConsole(async () => {
  for (const half of names) {
    const name = { givenNames: [half], familyNames: [half] };
    await submit(open.page, 'CreatePerson', { personId: crypto.randomUUID(), name });
  }
  await goTo(open.page, '/persons');
  await expect(open.page.getByText(`of ${names.length.toLocaleString('en')}`)).toBeVisible();
});

const grid = (): Locator => open.page.getByRole('grid', { name: 'Persons' });

interface Seen {
  readonly name: string;
  readonly width: number;
  readonly isCut: boolean;
}

/** Names of the rows that are drawn, as wide as they stand there or, where they are cut, as they would. */
function drawn(): Promise<Seen[]> {
  return grid().evaluate((table) =>
    [...table.querySelectorAll('[role="gridcell"][data-lead] [data-hint]')].map((element) => ({
      name: element.textContent,
      width: element.getBoundingClientRect().width,
      isCut: getComputedStyle(element.closest('[role="gridcell"]') ?? element).overflow !== 'visible',
    })),
  );
}

async function all(): Promise<readonly Seen[]> {
  const seen = new Map<string, Seen>();
  for (let index = 0; index < names.length; index += STEP) {
    await grid().evaluate((table, row) => table.scrollTo({ top: row * 32 }), index);
    const last = Math.min(index + STEP, names.length) - 1;
    await expect(grid().locator(`[data-index="${last}"] [data-hint]`).first()).toBeVisible();
    for (const each of await drawn()) seen.set(each.name, each);
  }
  return [...seen.values()];
}

test('a name is cut wherever it might be wider than its column, and only few others are', async () => {
  const seen = await all();
  expect(seen).toHaveLength(names.length);
  expect(seen.filter(({ isCut, width }) => !isCut && width > ROOM)).toEqual([]);
  // Most of those that have room are known to have it, or nothing would be gained.
  const fitting = seen.filter(({ width }) => width <= ROOM);
  expect(fitting.filter(({ isCut }) => isCut).length).toBeLessThan(fitting.length / 3);
});
