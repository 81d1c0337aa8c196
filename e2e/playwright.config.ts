import { defineConfig } from '@playwright/test';

const ALONE = ['**/frames.spec.ts', '**/at-size*.spec.ts'];

/** One test at a time on a display: windows share the keyboard's focus. */
const displays = process.env['PERSON_CONSOLE_DISPLAYS']?.split(',') ?? [''];

export default defineConfig({
  testDir: './specs',
  outputDir: '../artifacts/e2e',
  workers: displays.length,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  globalTimeout: 20 * 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../artifacts/e2e-report.json' }]],
  projects: [
    { name: 'journeys', testIgnore: ALONE },
    // They measure, or fill the machine with work, and so run beside nothing else.
    { name: 'frames', testMatch: ALONE, dependencies: ['many-persons'] },
    // Made once for all of these, and removed after the last.
    { name: 'many-persons', testMatch: '**/many-persons.setup.ts', teardown: 'no-persons' },
    { name: 'no-persons', testMatch: '**/many-persons.teardown.ts' },
  ],
});
