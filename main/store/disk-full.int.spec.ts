import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeLines } from '../jobs/write-lines.ts';
import { createPerson } from '../testing/submissions.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { openTestConsole } from '../testing/test-console.ts';
import { tellingDiskFull } from './disk-full.ts';
import { backupLog } from './sqlite/backup.ts';
import { restoreLog } from './sqlite/restore.ts';

function noRoom(code: string): () => never {
  return () => {
    throw Object.assign(new Error(`${code}: no space left on device, write`), { code });
  };
}

async function withOnePerson() {
  const console = openTestConsole();
  await console.submit(createPerson(1));
  return console;
}

function* linesUntil(full: () => never): Generator<string> {
  yield 'a line\n';
  full();
}

describe.each(['ENOSPC', 'EDQUOT'])('a system without room (%s) says that the disk is full', (code) => {
  const full = noRoom(code);
  const saysSo = { error: expect.objectContaining({ code: 'disk-full', kind: 'retryable' }) as object };

  it('to a backup, of which nothing stays', async () => {
    const { logDb } = (await withOnePerson()).engine.store;
    const folder = tempFolder();
    const backup = backupLog({ db: logDb, crashPoint: full }, join(folder, 'backup.db'));
    await expect(backup).rejects.toMatchObject(saysSo);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('to a restore, which leaves the folder as it was', async () => {
    const console = await withOnePerson();
    const file = join(tempFolder(), 'backup.db');
    await console.ask('log.backup', { file });
    const folder = tempFolder();
    expect(() => restoreLog(folder, file, full)).toThrow(expect.objectContaining(saysSo) as Error);
    expect(readdirSync(folder).filter((name) => name.startsWith('log'))).toEqual([]);
  });

  it('to an export, of which nothing stays', async () => {
    const folder = tempFolder();
    const { signal } = new AbortController();
    const written = writeLines(join(folder, 'events.jsonl'), linesUntil(full), signal);
    await expect(written).rejects.toMatchObject(saysSo);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('to whoever writes a small file', () => {
    expect(() => tellingDiskFull('mapping.json', full)).toThrow(expect.objectContaining(saysSo) as Error);
  });
});
