import { expect, type Page } from '@playwright/test';
import type { OpenConsole } from './launch.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
}

/** Gives the page this room, whatever the screen has, and enlarges what is in it. */
export async function resize({ app, page }: Pick<OpenConsole, 'app' | 'page'>, size: Size): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height, zoom }) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setContentSize(width, height);
    window?.webContents.setZoomFactor(zoom);
  }, size);
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(size.width / size.zoom);
  // What observes its own size draws anew in the frame after.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** What scrolls sideways, names that are shortened, and what can be pressed or read but reaches over the window's edge. */
export function misplaced(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const visible = [...document.querySelectorAll<HTMLElement>('body *:not(.visually-hidden)')].filter(
      (each) => each.checkVisibility({ visibilityProperty: true }),
    );
    const sideways = visible.filter(
      (each) =>
        each.scrollWidth > each.clientWidth + 1 && /auto|scroll/u.test(getComputedStyle(each).overflowX),
    );
    const cutOff = visible.filter((each) => {
      const { left, right } = each.getBoundingClientRect();
      return (
        each.matches('button, a, input, h1, h2, dd, footer span') && (left < 0 || right > innerWidth + 1)
      );
    });
    const shortened = visible.filter((each) => each.matches('h1, h2') && each.scrollWidth > each.clientWidth);
    const page = document.documentElement.scrollWidth > innerWidth ? ['the page itself'] : [];
    return [...page, ...[...sideways, ...cutOff, ...shortened].map((each) => each.outerHTML.slice(0, 160))];
  });
}

/** Wider lines than these lose the eye on its way back. */
const READABLE_PX = 900;

/** Sentences whose lines are too long to be read. Cells of tables have one line each and may take the room. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate((most) => {
    const lines = (element: Element): number[] => {
      const range = document.createRange();
      range.selectNodeContents(element);
      return [...range.getClientRects()].map(({ width }) => width);
    };
    return [...document.querySelectorAll('p, li > span, dd')]
      .filter((each) => each.checkVisibility() && each.closest('[role="grid"], table') === null)
      .filter((each) => lines(each).some((width) => width > most))
      .map((each) => each.outerHTML.slice(0, 160));
  }, READABLE_PX);
}
