import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

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
  'main/boot/restore.worker.ts',
  'main/ipc/electron-transport.ts',
  'main/preload/index.ts',
];

/** A minute of mostly waiting: it begins first, or all the others wait for it at the end. */
const LONGEST = 'main/trust/sync-faults.int.spec.ts';

/** Vitest learns of durations as it runs, and knows none on a fresh clone. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted(
      (a, b) => Number(b.moduleId.endsWith(LONGEST)) - Number(a.moduleId.endsWith(LONGEST)),
    );
  }
}

const least = { lines: 90, branches: 90 };

export default defineConfig({
  test: {
    // Most of them wait for disks and processes: every core takes a file.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
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
