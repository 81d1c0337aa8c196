import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ConsoleError } from '../../domain/contract/errors.ts';
import { createPerson } from '../testing/submissions.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { openTestConsole } from '../testing/test-console.ts';
import { EXIT } from './output.ts';
import { type CliRun, runInProcess } from './testing/cli-in-process.ts';

const ada = JSON.stringify(createPerson(1).data);

function errorOf({ json }: CliRun): ConsoleError | undefined {
  const line = json[0] as Partial<ConsoleError> & { readonly error?: ConsoleError };
  return line.error ?? (line as ConsoleError);
}

async function withOnePerson(): Promise<string> {
  const console = openTestConsole();
  await console.submit(createPerson(1));
  await console.close();
  return console.folder;
}

describe('a folder that holds no log', () => {
  const asking = [
    ['verify'],
    ['rebuild'],
    ['export'],
    ['query', 'persons.list'],
    ['backup', '/nowhere/backup.db'],
  ];

  it.each(asking)('is refused by %s, and left as it is', async (...argv) => {
    const [empty, missing] = [tempFolder(), join(tempFolder(), 'mistyped', 'path')];
    const file = join(tempFolder(), 'file');
    writeFileSync(file, '');
    for (const folder of [empty, missing, file, join(file, 'data')]) {
      const run = await runInProcess([...argv, '--data', folder]);
      expect([run.code, errorOf(run)?.code]).toEqual([EXIT.refused, 'log-missing']);
      expect(run.words).toContain(`There is no log in ${folder} `);
    }
    expect([readdirSync(empty), existsSync(dirname(missing))]).toEqual([[], false]);
  });

  it.each([...asking, ['exec', 'CreatePerson']])(
    'is refused by %s where commits of a log are left in it',
    async (...argv) => {
      const folder = await withOnePerson();
      rmSync(join(folder, 'log.db'));
      writeFileSync(join(folder, 'log.db-wal'), 'commits');
      const run = await runInProcess([...argv, '--data', folder], ada);
      expect([run.code, errorOf(run)]).toMatchObject([EXIT.refused, { code: 'log-lost' }]);
      expect(existsSync(join(folder, 'log.db'))).toBe(false);
      expect(readFileSync(join(folder, 'log.db-wal'), 'utf8')).toBe('commits');
    },
  );

  it('is filled by restore, which keeps the commits that were left in it', async () => {
    const [folder, other] = [await withOnePerson(), await withOnePerson()];
    rmSync(join(folder, 'log.db'));
    writeFileSync(join(folder, 'log.db-wal'), 'commits');
    expect((await runInProcess(['restore', join(other, 'log.db'), '--data', folder])).code).toBe(EXIT.done);
    expect(readdirSync(folder)).toContainEqual(expect.stringMatching(/^log-before-restore-.*\.db-wal$/));
    expect((await runInProcess(['verify', '--data', folder])).code).toBe(EXIT.done);
  });

  it('is made by exec', async () => {
    expect(
      (await runInProcess(['exec', 'CreatePerson', '--data', join(tempFolder(), 'new', 'folder')], ada)).code,
    ).toBe(EXIT.done);
  });

  it('for the moment, because a restore was broken off, is finished first', async () => {
    const folder = await withOnePerson();
    renameSync(join(folder, 'log.db'), join(folder, 'log.db.restored-2024'));
    const run = await runInProcess(['query', 'persons.list', '--data', folder]);
    expect(run).toMatchObject({ code: EXIT.done, json: [{ total: 1 }] });
  });
});
