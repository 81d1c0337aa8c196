import { rmSync, truncateSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dataFolderAt } from '../data-folder.ts';
import { commandIdOf, createPerson, personIdOf, rename } from '../../testing/submissions.ts';
import { tamper } from '../../testing/tampering.ts';
import { tempFolder } from '../../testing/temp-folder.ts';
import { openTestConsole } from '../../testing/test-console.ts';
import { liveThrough } from '../../testing/varied-history.ts';
import { type ExportedEvent, exportEvents } from './export.ts';

function exportOf(dataFolder: string): readonly ExportedEvent[] {
  return [...exportEvents(dataFolderAt(dataFolder))].map((line) => JSON.parse(line) as ExportedEvent);
}

describe('an export', () => {
  it('is every event of the log, one to a line, as the log shows it', async () => {
    const console = openTestConsole();
    await liveThrough(console);

    const exported = exportOf(console.folder);

    const { rows } = await console.ask('log.page', { after: 0, limit: 1000 });
    expect(exported).toHaveLength(30);
    expect(
      exported.map(({ superseded: _s, predecessor: _p, data, ...rest }) => ({
        ...rest,
        data: JSON.stringify(data),
      })),
    ).toEqual(rows.map(({ known: _known, reading: _reading, personName: _name, ...rest }) => rest));
    expect(new Set(exported.map(({ origin }) => origin))).toEqual(new Set([console.engine.store.origin]));
  });

  it('tells what each commit follows', async () => {
    const console = openTestConsole();
    await console.submit(createPerson(1));
    await console.submit(createPerson(2));
    await console.submit(rename(1, 'Ada King'));

    const [first, second, third] = exportOf(console.folder);

    expect([first?.predecessor, second?.predecessor, third?.predecessor]).toEqual([
      null,
      null,
      first?.commitId,
    ]);
  });

  it('carries what an envelope may hold besides', async () => {
    const console = openTestConsole();
    const ids = { commandId: commandIdOf(1), correlationId: commandIdOf(2), causationId: commandIdOf(3) };
    await console.submit(createPerson(1, 'Ada Lovelace', { ...ids, traceparent: '00-abc-def-01' }));

    expect(exportOf(console.folder)).toMatchObject([
      { ...ids, traceparent: '00-abc-def-01', status: 'pending' },
    ]);
  });

  it('is of one moment, whatever is written meanwhile', async () => {
    const console = openTestConsole();
    await console.submit(createPerson(1));
    const lines = exportEvents(dataFolderAt(console.folder));
    const first = lines.next();
    await console.submit(createPerson(2));

    expect([first.done, [...lines].length]).toEqual([false, 0]);
  });

  it('goes on over any number of pages, and over gaps', async () => {
    const dataFolder = tempFolder();
    const console = openTestConsole({ dataFolder });
    await console.submitAll(Array.from({ length: 1100 }, (_, index) => createPerson(index + 1)));
    await console.close();
    tamper(dataFolderAt(dataFolder).log, 'DELETE FROM events WHERE position BETWEEN 3 AND 1050');

    expect(exportOf(dataFolder).map(({ position }) => position)).toEqual([
      ...[1, 2],
      ...Array.from({ length: 50 }, (_, index) => 1051 + index),
    ]);
  });

  it('marks what a rebase has replaced and what was erased', async () => {
    const dataFolder = tempFolder();
    const console = openTestConsole({ dataFolder });
    await console.submitAll([createPerson(1), createPerson(2)]);
    await console.close();
    tamper(
      dataFolderAt(dataFolder).log,
      `UPDATE events SET superseded = 1 WHERE position = 1; UPDATE commits SET status = 2 WHERE number = 1;
       UPDATE events SET redacted = 1, data = NULL WHERE position = 2; UPDATE commits SET status = 1 WHERE number = 2`,
    );

    expect(exportOf(dataFolder)).toMatchObject([
      { superseded: true, redacted: false, status: 'superseded', streamId: `person-${personIdOf(1)}` },
      { superseded: false, redacted: true, status: 'confirmed', data: null },
    ]);
  });

  it('of a folder without a log says so', () => {
    const dataFolder = tempFolder();
    expect(() => exportOf(dataFolder)).toThrow(`There is no log in ${dataFolder}`);
  });
});

describe('an export of a damaged log', () => {
  async function threePersons(): Promise<string> {
    const console = openTestConsole();
    await console.submitAll([createPerson(1), createPerson(2), createPerson(3)]);
    await console.close();
    return console.folder;
  }

  it.each([
    ['data', "UPDATE events SET data = '{' WHERE position = 2"],
    ['metadata', "UPDATE events SET metadata = '{' WHERE position = 2"],
    ['time', 'UPDATE commits SET recorded_at = 9e18 WHERE number = 2'],
  ])('marks an event whose %s cannot be read, and goes on with the rest', async (_what, sql) => {
    const dataFolder = await threePersons();
    tamper(dataFolderAt(dataFolder).log, sql);
    expect(exportOf(dataFolder)).toMatchObject([
      { position: 1, type: 'PersonCreated' },
      {
        position: 2,
        type: 'PersonCreated',
        streamId: `person-${personIdOf(2)}`,
        data: null,
        unreadable: true,
      },
      { position: 3, type: 'PersonCreated' },
    ]);
  });

  it.each([
    ['lacks a table', (log: string) => tamper(log, 'DROP TABLE names'), 'database-corrupt'],
    ['is empty', (log: string) => truncateSync(log), 'log-missing'],
    ['lacks its end', (log: string) => truncateSync(log, 8192), 'database-corrupt'],
  ])('that %s says so', async (_what, spoil, code) => {
    const dataFolder = await threePersons();
    const { log } = dataFolderAt(dataFolder);
    for (const suffix of ['-wal', '-shm']) rmSync(log + suffix, { force: true });
    spoil(log);
    expect(() => exportOf(dataFolder)).toThrow(
      expect.objectContaining({ error: expect.objectContaining({ code }) as object }) as Error,
    );
  });
});
