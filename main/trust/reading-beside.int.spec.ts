import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createReader, type Reader } from '../boot/compose.ts';
import { createPerson } from '../testing/submissions.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import type { CrashTask } from './testing/crash-child.ts';
import { runs } from './testing/long-runs.ts';
import { startCli, startScript } from './testing/start-process.ts';

const child = join(import.meta.dirname, 'testing/crash-child.ts');

interface Page {
  readonly rows: readonly unknown[];
  readonly total: number;
}

function openReader(dataFolder: string): Reader {
  const reader = createReader({ dataFolder });
  onTestFinished(() => reader.close());
  return reader;
}

describe('a reader on connections of its own', () => {
  it('answers every question while another process writes, and swaps rebuilt views in', async () => {
    const folder = tempFolder();
    const task: CrashTask = { kind: 'load', folder, seed: 7 };
    const writer = startScript(child, [JSON.stringify(task)]);
    for (let line = 0; line < 600; line += 1) await writer.next();
    const reader = openReader(folder);
    const search = (): Page => reader.call('persons.search', { text: 'grace', limit: 5 }) as Page;
    while (search().total === 0) await writer.next();
    for (let round = 0; round < runs(300); round += 1) {
      expect(search().total).toBeGreaterThan(0);
      await writer.next();
    }
  });

  it('answers each question as of one moment', async () => {
    const folder = tempFolder();
    const writer = startCli(['batch', '--data', folder]);
    writer.write(JSON.stringify(createPerson(1)));
    await writer.next();
    const reader = openReader(folder);
    const input = { sort: 'name', descending: false, limit: 1000, offset: 0 };
    for (let number = 2; number <= 1 + runs(300); number += 1) {
      writer.write(JSON.stringify(createPerson(1 + (number % 900))));
      const { rows, total } = reader.call('persons.list', input) as Page;
      expect(rows).toHaveLength(total);
      await writer.next();
    }
    await writer.end();
  });
});
