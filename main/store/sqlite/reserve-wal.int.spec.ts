import { cpSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPerson } from '../../testing/submissions.ts';
import { tempFolder } from '../../testing/temp-folder.ts';
import { openTestConsole } from '../../testing/test-console.ts';
import { LEAST_FREE_BYTES, reserveWal } from './reserve-wal.ts';

const RESERVED = 36 * 1024 * 1024;

describe('the write-ahead log', () => {
  it('is filled up for a process that goes on writing and has the room, not for a few commands', async () => {
    const console = openTestConsole();
    const wal = join(console.folder, 'log.db-wal');
    for (let number = 1; number <= 200; number += 1) await console.submit(createPerson(number));
    expect(statSync(wal).size).toBeLessThan(RESERVED / 2);
    for (let number = 201; number <= 260; number += 1) await console.submit(createPerson(number));
    const { bavail, bsize } = statfsSync(console.folder);
    expect(statSync(wal).size >= RESERVED).toBe(bavail * bsize >= LEAST_FREE_BYTES);
  });

  it('filled up, loses nothing when the process ends without closing it', async () => {
    const console = openTestConsole();
    for (let number = 1; number <= 260; number += 1) await console.submit(createPerson(number));
    const left = tempFolder();
    cpSync(console.folder, left, { recursive: true });

    const opened = openTestConsole({ dataFolder: left });
    expect(await opened.ask('log.verify')).toMatchObject({ ok: true, events: 260 });
  });

  it('stays as it is where the disk has little room left', async () => {
    const console = openTestConsole();
    await console.submit(createPerson(1));
    const wal = join(console.folder, 'log.db-wal');
    const before = statSync(wal).size;
    reserveWal(wal, Number.MAX_SAFE_INTEGER);
    expect(statSync(wal).size).toBe(before);
  });
});
