import { expect, test } from '@playwright/test';
import { viewsBuilt } from '../harness/at-size.ts';
import { type Frames, framesWhile, framesWords } from '../harness/frames.ts';
import { copyManyPersons, createLines, EVENTS, PERSONS, pourIn } from '../harness/many-persons.ts';
import { oneConsole } from '../harness/one-console.ts';
import { goTo } from '../harness/steps.ts';

/** How smoothly the window moves with 100,000 persons, and while commands pour in: printed, and held where it is good. */
/** What else the machine does in a moment is not the window's doing: the best of so many counts. */
const TRIES = 3;
/** So many where frames come late, which is held. */
const MOST_TRIES = 5;
const LATE_SHARE = 0.01;
/** What a frame has at 60 Hz. */
const FRAME_MS = 16;
/** What a frame's work is to take at most; how fast a processor is decides, so it is told and not held. */
const WORK_MS = 8;
const POURED = 20_000;
/** Share of late frames of a page that does nothing. */
let idle = 0;

/** Five tries of some ten seconds each. */
test.describe.configure({ timeout: 240_000 });

const open = oneConsole(async () => {
  await viewsBuilt(open.page);
  await expect(open.page.getByText('of 100,000')).toBeVisible();
}, copyManyPersons);

function missedBy({ late, workP95Ms }: Frames): readonly string[] {
  return [
    late > LATE_SHARE ? `at most ${LATE_SHARE * 100} % late` : [],
    workP95Ms > WORK_MS ? `own work p95 at most ${WORK_MS} ms` : [],
  ].flat();
}

function verdict(frames: Frames): string {
  const missed = missedBy(frames);
  return missed.length === 0 ? '' : ` (MISSED: ${missed.join('; ')})`;
}

function isSmoother(one: Frames, other: Frames): boolean {
  const missed = missedBy(one).length - missedBy(other).length;
  return missed < 0 || (missed === 0 && one.late < other.late);
}

function triesFor(best: Frames): number {
  if (best.late > LATE_SHARE) return MOST_TRIES;
  return missedBy(best).length > 0 ? TRIES : 0;
}

/** The smoothest of a few tries; no more of them once one has all that is aimed at. */
async function bestOf(what: string, act: () => Promise<void>): Promise<Frames> {
  const { app, page } = open;
  let best: Frames | undefined;
  for (let nth = 0; best === undefined || nth < triesFor(best); nth += 1) {
    const frames = await framesWhile(app, page, act);
    process.stdout.write(`    ${framesWords(what, frames)}${verdict(frames)}\n`);
    if (best === undefined || isSmoother(frames, best)) best = frames;
  }
  return best;
}

test('an idle page, to know what the machine itself is late by', async () => {
  const { count, late } = await bestOf('Idle', () =>
    open.page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 4000))),
  );
  idle = late;
  expect(count).toBeGreaterThan(100);
});

test('scrolling through 100,000 rows drops at most one frame in a hundred', async () => {
  const { page } = open;
  await page.getByRole('grid', { name: 'Persons' }).hover();
  const { late, workP95Ms } = await bestOf('Scrolling 100,000 rows', async () => {
    // A notch of the wheel for each frame.
    for (let turn = 0; turn < 300; turn += 1) await page.mouse.wheel(0, 100);
  });
  expect(late).toBeLessThanOrEqual(LATE_SHARE);
  expect(workP95Ms).toBeLessThanOrEqual(FRAME_MS);
});

test('going through all of them, from the first to the last, drops as few', async () => {
  const { page } = open;
  const grid = page.getByRole('grid', { name: 'Persons' });
  await grid.hover();
  const { late } = await bestOf('From the first row to the last', async () => {
    await grid.evaluate((element) => element.scrollTo({ top: 0 }));
    for (let turn = 0; turn < 300; turn += 1) await page.mouse.wheel(0, 11_000);
  });
  await expect(grid.locator(`[data-index="${PERSONS - 1}"]`)).toBeVisible();
  // Each frame shows rows that were not there before, and asks for them; what is aimed at is printed above.
  expect(late).toBeLessThanOrEqual(idle + 2 * LATE_SHARE);
});

test('the log follows while commands pour in, and drops as few', async () => {
  const { page } = open;
  await goTo(page, '/log');
  // The list itself is there beforehand: what is watched is how it follows.
  await expect(page.getByRole('grid', { name: 'Events' }).locator('[data-index="0"]')).toBeVisible();
  let poured = PERSONS;
  const { late, mainWorkMs } = await bestOf(
    `The log while ${POURED.toLocaleString('en')} commands pour in`,
    async () => {
      await pourIn(open.folders.data, createLines(POURED, poured));
      poured += POURED;
    },
  );
  await expect(page.getByText((poured - PERSONS + EVENTS).toLocaleString('en')).first()).toBeVisible();
  await expect(page.getByText('held while you read')).toHaveCount(0);
  // Three processes share two processors here; what is aimed at is printed above.
  expect(late).toBeLessThanOrEqual(idle + 2 * LATE_SHARE);
  expect(mainWorkMs).toBeLessThanOrEqual(FRAME_MS);
});
