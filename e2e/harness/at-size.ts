import { test } from '@playwright/test';
import { copyManyPersons } from './many-persons.ts';
import { type OneConsole, oneConsole } from './one-console.ts';

/** One console among 100,000 persons for all tests of a file; how long each of them took is printed. */
export function consoleAtSize(prepare?: () => Promise<unknown>): OneConsole {
  test.beforeEach(() => {
    test.setTimeout(120_000);
  });
  test.afterEach(({}, { title, duration }) => {
    process.stdout.write(`    ${title}: ${(duration / 1000).toFixed(1)} s\n`);
  });
  return oneConsole(prepare, copyManyPersons);
}
