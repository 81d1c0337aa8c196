import { defineConfig } from 'vitest/config';

const unit = [
  'domain/**/*.spec.ts',
  'main/**/*.spec.ts',
  'renderer/**/*.spec.{ts,tsx}',
  'scripts/**/*.spec.{ts,mjs}',
];
const integration = ['main/**/*.int.spec.ts', 'scripts/**/*.int.spec.{ts,mjs}'];

/**
 * Run by Electron alone, or entry points of threads, which coverage does not see into. The end-to-end tests run them
 * all.
 */
const electronOnly = [
  'main/boot/electron.ts',
  'main/boot/desk.ts',
  'main/boot/window.ts',
  'main/boot/security.ts',
  'main/boot/engine.worker.ts',
  'main/boot/reader.worker.ts',
  'main/boot/jobs.worker.ts',
  'main/ipc/electron-transport.ts',
  'main/preload/index.ts',
];

const least = { lines: 90, branches: 90 };

export default defineConfig({
  test: {
    // Most of them wait for disks and processes: every core takes a file.
    maxWorkers: '100%',
    projects: [
      // Pure functions: their files share one world, which is read once instead of once for each.
      { extends: true, test: { name: 'unit', include: unit, exclude: integration, isolate: false } },
      { extends: true, test: { name: 'integration', include: integration, testTimeout: 120_000 } },
    ],
    coverage: {
      provider: 'v8',
      include: ['domain/**/*.ts', 'main/**/*.ts'],
      exclude: ['**/*.spec.ts', '**/testing/**', ...electronOnly],
      thresholds: { 'domain/**': least, 'main/**': least },
      reporter: ['text-summary', 'json-summary', 'html'],
      reportsDirectory: 'coverage',
    },
  },
});
