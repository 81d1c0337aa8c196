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

interface Found {
  readonly rows: readonly {
    readonly personId: string;
    readonly displayName: string;
    readonly status: string;
  }[];
}

test('has somebody for everything that there is to see', async () => {
  await seedDemo({ dataFolder, now: NOW });
  const reader = createReader({ dataFolder });
  const find = (text: string) => (reader.call('persons.search', { text, limit: 5 }) as Found).rows;
  const [margaret] = find('margaret rose');
  const twins = find('pryce').map(({ personId }) => personId);
  const { pairs } = reader.call('persons.duplicates', { personId: twins[0], limit: 5 }) as {
    pairs: unknown[];
  };
  const history = reader.call('persons.timeline', { personId: margaret?.personId, limit: 100 }) as Found;
  const { actors } = reader.call('log.names', {}) as { actors: readonly string[] };
  const statuses = ['lindqvist', 'whitcombe', 'annika sørbye', 'anika sorbye'].map(
    (text) => find(text)[0]?.status,
  );
  await reader.close();
  expect(history.rows.length).toBeGreaterThan(20);
  expect([twins.length, pairs.length]).toEqual([2, 1]);
  expect(actors).toEqual(expect.arrayContaining(['user:Nadia Ferreira', 'user:Tomás Rivera']));
  expect(statuses).toEqual(['suspended', 'deceased', 'active', 'merged']);
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
