import { vi } from 'vitest';

/** How many times more than the usual sample: `PERSON_CONSOLE_TEST_RUNS=50` for a night. */
const factor = Number(process.env['PERSON_CONSOLE_TEST_RUNS'] ?? '1');

export const isLong = factor > 1;

if (isLong) vi.setConfig({ testTimeout: 3_600_000 });

export function runs(usual: number): number {
  return Math.ceil(usual * factor);
}
