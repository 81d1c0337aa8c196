import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createReader } from '../boot/compose.ts';
import { seedDemo } from './seed-demo.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');

let dataFolder = '';

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'person-console-demo-'));
});

afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

interface Counts {
  readonly persons: Record<string, number>;
}

test('fills an empty folder with 200 persons in every state, and none of its commands is refused', async () => {
  const seeded = await seedDemo({ dataFolder, now: NOW });
  expect(seeded?.refused).toEqual([]);
  const reader = createReader({ dataFolder });
  const { persons } = reader.call('persons.counts', {}) as Counts;
  await reader.close();
  expect(Object.values(persons).reduce((sum, count) => sum + count, 0)).toBe(200);
  expect(Object.keys(persons).toSorted()).toEqual(['active', 'archived', 'deceased', 'merged', 'suspended']);
});

test('leaves a folder that holds something as it is', async () => {
  const first = await seedDemo({ dataFolder, now: NOW });
  expect(first?.accepted).toBeGreaterThan(200);
  expect(await seedDemo({ dataFolder, now: NOW })).toBeNull();
});

test('spreads its history over two years that end before now', async () => {
  await seedDemo({ dataFolder, now: NOW });
  const reader = createReader({ dataFolder });
  const page = reader.call('log.page', { after: 0, limit: 1000, scan: 1000 }) as {
    rows: { timestamp: string }[];
  };
  await reader.close();
  const times = page.rows.map(({ timestamp }) => timestamp);
  expect(times).toEqual(times.toSorted());
  expect(times[0]).toBe('2024-11-23T12:00:00.000Z');
  expect((times.at(-1) ?? '') <= '2026-11-23T12:00:00.000Z').toBe(true);
});
