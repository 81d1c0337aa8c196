import { defineConfig } from '@playwright/test';

/** One Electron at a time: the tests share a display, and what they measure is behaviour, not speed. */
export default defineConfig({
  testDir: './specs',
  outputDir: '../artifacts/e2e',
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  globalTimeout: 14 * 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../artifacts/e2e-report.json' }]],
});
