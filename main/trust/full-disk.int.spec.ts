import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Outcome, Submission } from '../../domain/contract/commands.ts';
import { commandIdOf, createPerson } from '../testing/submissions.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { openTestConsole } from '../testing/test-console.ts';
import { expectExactlyOnce, expectNothingLost } from './testing/look-inside.ts';
import { fillUp, seenBy, smallDisk } from './testing/small-disk.ts';
import { cliScript, runCliProcess, start, type Started } from './testing/start-process.ts';
import { traceCli } from './testing/strace.ts';

const node = process.execPath;

function person(number: number): Submission {
  return { ...createPerson(number), commandId: commandIdOf(number) };
}

async function send(batch: Started, command: Submission): Promise<Outcome> {
  batch.write(JSON.stringify(command));
  return JSON.parse((await batch.next()) ?? 'null') as Outcome;
}

/** Sends commands until one does not get through. */
async function sendUntilFull(batch: Started, first: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let number = first; outcomes.at(-1)?.status !== 'rejected'; number += 1) {
    outcomes.push(await send(batch, person(number)));
  }
  return outcomes;
}

describe('a disk without room', () => {
  it('refuses commands while it is full, takes them again afterwards, and has lost none', async () => {
    const disk = smallDisk(3);
    const batch = disk.start(node, [cliScript, 'batch', '--data', disk.folder]);
    const before = [await send(batch, person(1)), await send(batch, person(2))];
    const free = fillUp(seenBy(batch, disk.folder));
    const during = await sendUntilFull(batch, 3);
    const refused = await send(batch, person(900));
    expect([during.at(-1), refused]).toMatchObject([
      { code: 'disk-full' },
      { code: 'disk-full', events: [] },
    ]);

    free();
    const after = await send(batch, person(901));
    expect(after).toMatchObject({ status: 'accepted' });
    const answered = [...before, ...during, after].filter(({ status }) => status === 'accepted');

    // The disk goes with the process: what is on it is looked at while it waits for its next line.
    const folder = tempFolder();
    cpSync(seenBy(batch, disk.folder), folder, {
      recursive: true,
      filter: (file) => !file.endsWith('.sock'),
    });
    expect(await batch.end()).toMatchObject({ code: 1, signal: null });
    const console = await expectNothingLost(folder, answered);
    expect(await console.ask('persons.list', {})).toMatchObject({ total: answered.length });
    const sent = Array.from({ length: during.length + 2 }, (_, index) => person(index + 1));
    await expectExactlyOnce(console, sent, answered);
  });

  it('refuses to make a new log, and says why', async () => {
    const disk = smallDisk(1);
    const fill = `head -c 2000000 /dev/zero > ${disk.folder}/filler; exec "$@"`;
    const args = ['exec', 'CreatePerson', '--data', join(disk.folder, 'data')];
    const started = disk.start('sh', ['-c', fill, 'sh', node, cliScript, ...args]);
    const { code, lines } = await started.end(JSON.stringify(createPerson(1).data));
    expect([code, lines.length]).toEqual([1, 1]);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ status: 'rejected', code: 'disk-full', events: [] });
  });

  it('refuses a backup, and leaves nothing of it behind', async () => {
    const console = openTestConsole();
    const people = Array.from({ length: 3000 }, (_, index) => createPerson(index + 1));
    await console.submitAll(people);
    await console.close();
    const disk = smallDisk(1);
    const file = join(disk.folder, 'backup.db');
    const run = `"$@"; code=$?; ls -A ${disk.folder} >&2; exit $code`;
    const args = ['backup', file, '--data', console.folder];
    const { code, lines, words } = await disk.start('sh', ['-c', run, 'sh', node, cliScript, ...args]).end();
    expect(code).toBe(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ error: { code: 'disk-full' } });
    expect(words).not.toContain('partial');
    expect(words.split('\n')).not.toContain('backup.db');
  });
});

describe('a disk that says that it is full', () => {
  it('in the middle of commands and views: nothing is lost, and the work goes on', async () => {
    const folder = tempFolder();
    const batch = traceCli(['batch', '--data', folder], { inject: 'pwrite64:error=ENOSPC:when=300..340' });
    const outcomes: Outcome[] = [];
    for (let number = 1; number <= 60; number += 1) outcomes.push(await send(batch, person(number)));
    expect(await batch.end()).toMatchObject({ signal: null });
    const failed = outcomes.filter(({ status }) => status === 'rejected');
    expect(failed.length).toBeGreaterThan(0);
    expect([...new Set(failed.map(({ code }) => code))]).toEqual(['disk-full']);
    expect(outcomes.at(-1)).toMatchObject({ status: 'accepted' });
    const console = await expectNothingLost(folder, outcomes);
    expect(await console.ask('persons.list', {})).toMatchObject({ total: 60 - failed.length });
  });

  it('is told by the exit code where it is standard output that cannot be written', async () => {
    const folder = tempFolder();
    await runCliProcess(['exec', 'CreatePerson', '--data', folder], JSON.stringify(createPerson(1).data));
    const command = `exec "$@" > /dev/full`;
    const started = start('sh', ['-c', command, 'sh', node, cliScript, 'export', '--data', folder]);
    const { code, words } = await started.end();
    expect(code).toBe(1);
    expect(words).toContain('ENOSPC');
  });
});
