import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Outcome, Submission } from '../../domain/contract/commands.ts';
import { dataFolderAt } from '../store/data-folder.ts';
import { commandIdOf, createPerson, rename } from '../testing/submissions.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { openTestConsole } from '../testing/test-console.ts';
import { expectAcknowledged, expectNothingLost, expectWholeLog, exported } from './testing/look-inside.ts';
import { type Ended, root, runCliProcess, startCli, startScript } from './testing/start-process.ts';

function linesOf(commands: readonly Submission[]): string {
  return commands.map((command) => `${JSON.stringify(command)}\n`).join('');
}

/** Persons from `first` on, under command ids of their own. */
function people(first: number, count: number): Submission[] {
  return Array.from({ length: count }, (_, index) => ({
    ...createPerson(first + index),
    commandId: commandIdOf(first + index),
  }));
}

function outcomesOf(lines: readonly string[]): Outcome[] {
  return lines.map((line) => JSON.parse(line) as Outcome);
}

function exec(folder: string, command: Submission): Promise<Ended> {
  return runCliProcess(['exec', command.type, '--data', folder], JSON.stringify(command.data));
}

const noStack = expect.not.stringMatching(/^\s+at /m) as string;

describe('the command line as a program', () => {
  it('prints JSON alone on standard output, and answers by its exit code', async () => {
    const folder = tempFolder();
    const done = await exec(folder, createPerson(1));
    expect(done).toMatchObject({ code: 0, signal: null, words: '' });
    expect(outcomesOf(done.lines)).toMatchObject([{ status: 'accepted' }]);

    const refused = await exec(folder, createPerson(1));
    expect(refused).toMatchObject({ code: 1, words: noStack });
    expect(outcomesOf(refused.lines)).toMatchObject([{ code: 'person-exists' }]);

    const wrong = await runCliProcess(['query', 'persons.list', '--data', folder], 'nonsense');
    expect(wrong).toMatchObject({ code: 2, words: noStack });
    expect(wrong.lines).toHaveLength(1);
  });

  it('takes paths from where npm was called, and not from the package that it changes to', async () => {
    const caller = tempFolder();
    const env = { npm_lifecycle_event: 'cli', INIT_CWD: caller };
    const command = createPerson(1);
    const args = ['exec', command.type, '--data', 'data'];
    const done = await runCliProcess(args, JSON.stringify(command.data), { env, cwd: tempFolder() });
    expect(done).toMatchObject({ code: 0 });
    const copied = await runCliProcess(['backup', 'copy.db', '--data', 'data'], '', { env });
    expect(copied).toMatchObject({ code: 0 });
    expect([existsSync(join(caller, 'data', 'log.db')), existsSync(join(caller, 'copy.db'))]).toEqual([
      true,
      true,
    ]);
  });

  it('passes on the exit code and the words of the bench', async () => {
    const ended = await runCliProcess(['bench', 'nonsense']);
    expect(ended).toMatchObject({ code: 2, lines: [] });
    expect(ended.words).toContain('There is no bench nonsense');
  });

  it('says what to do where nothing is set up', async () => {
    const copy = tempFolder();
    mkdirSync(join(copy, 'scripts/setup'), { recursive: true });
    for (const file of ['scripts/cli.mjs', 'scripts/setup/paths.mjs'])
      cpSync(join(root, file), join(copy, file));
    const ended = await startScript(join(copy, 'scripts/cli.mjs'), ['--help']).end();
    expect(ended).toMatchObject({ code: 2, lines: [], words: noStack });
    expect(ended.words).toContain('npm start');
  });
});

describe('a batch whose outcomes nobody reads any more', () => {
  it('ends without a stack, and keeps what it says that it accepted', async () => {
    const folder = tempFolder();
    const batch = startCli(['batch', '--data', folder]);
    batch.write(linesOf(people(1, 2000)).trimEnd());
    await batch.next();
    batch.process.stdout?.destroy();
    const ended = await batch.end();
    expect(ended).toMatchObject({ code: 1, signal: null, words: noStack });
    const accepted = Number(/(\d+) accepted/.exec(ended.words)?.[1]);
    expect(accepted).toBeGreaterThan(0);
    expect(expectWholeLog(folder)).toHaveLength(accepted);
  });
});

describe('a program that is asked to end', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'finishes what is in flight on %s, and ends well',
    async (signal) => {
      const folder = tempFolder();
      const batch = startCli(['batch', '--data', folder]);
      batch.write(linesOf(people(1, 400)).trimEnd());
      const first = (await batch.next()) ?? '';
      batch.kill(signal);
      // Standard input stays open: it is not its end that the program waits for.
      const lines = [first];
      for (let line = await batch.next(); line !== null; line = await batch.next()) lines.push(line);
      const ended = await batch.end();
      expect(ended).toMatchObject({ code: 0, signal: null, words: noStack });
      expect(ended.words).toContain(`${lines.length} accepted, 0 of ${lines.length} refused`);
      const console = await expectNothingLost(folder, outcomesOf(lines));
      expect(exported(console.folder)).toHaveLength(lines.length);
      expect(existsSync(join(folder, 'engine.sock'))).toBe(false);
    },
  );
});

describe('several programs on one data folder', () => {
  it('take turns, and lose no command that any of them acknowledged', async () => {
    const folder = tempFolder();
    const runs = await Promise.all(
      [0, 1, 2, 3, 4].map((each) =>
        runCliProcess(['batch', '--data', folder], linesOf(people(1 + each * 1000, 120))),
      ),
    );
    for (const { code, lines, words } of runs) {
      expect([0, 3]).toContain(code);
      expect(words).toEqual(noStack);
      expect(lines).toHaveLength(code === 0 ? 120 : 1);
    }
    const finished = runs.filter(({ code }) => code === 0);
    expect(finished).not.toHaveLength(0);
    const answered = finished.flatMap(({ lines }) => outcomesOf(lines));
    const console = await expectNothingLost(folder, answered);
    expect(exported(console.folder)).toHaveLength(finished.length * 120);
  });

  it('go on where the one that had the folder is killed, and carry every command out once', async () => {
    const folder = tempFolder();
    const owner = startCli(['batch', '--data', folder]);
    owner.write(linesOf([createPerson(1)]).trimEnd());
    await owner.next();
    const count = 1500;
    const guest = startCli(['batch', '--data', folder]);
    const renames = Array.from({ length: count }, (_, index) => rename(1, `Ada Lovelace-${index}`));
    guest.write(linesOf(renames).trimEnd());
    const first: string[] = [];
    while (first.length < 300) first.push((await guest.next()) ?? '');
    owner.kill('SIGKILL');
    const { code, lines } = await guest.end();
    const outcomes = outcomesOf([...first, ...lines]);
    expect(code).toBe(0);
    expect(outcomes.map(({ version }) => version)).toEqual(renames.map((_, index) => index + 2));
    expectAcknowledged(expectWholeLog(folder), outcomes);
  });

  it('meet in a folder whose path is long, through a link, with another temporary folder', async () => {
    const parent = tempFolder();
    const folder = join(parent, 'x'.repeat(60), 'y'.repeat(60));
    mkdirSync(folder, { recursive: true });
    symlinkSync(folder, join(parent, 'link'));
    const owner = startCli(['batch', '--data', folder]);
    owner.write(linesOf([createPerson(1)]).trimEnd());
    await owner.next();
    const env = { TMPDIR: tempFolder() };
    const args = ['exec', 'CreatePerson', '--data', join(parent, 'link')];
    const guest = await runCliProcess(args, JSON.stringify(createPerson(2).data), { env });
    expect([guest.code, outcomesOf(guest.lines)]).toMatchObject([0, [{ status: 'accepted' }]]);
    expect(await owner.end()).toMatchObject({ code: 0 });
    expect(existsSync(dataFolderAt(folder).socket)).toBe(false);
  });

  it('say that it is held by something that does not answer, and reach it again once it does', async () => {
    const folder = tempFolder();
    const owner = startCli(['batch', '--data', folder]);
    owner.write(linesOf([createPerson(1)]).trimEnd());
    await owner.next();
    owner.kill('SIGSTOP');
    const held = await exec(folder, createPerson(2));
    expect(held).toMatchObject({ code: 3, words: noStack });
    expect(JSON.parse(held.lines[0] ?? '')).toMatchObject({ status: 'rejected', code: 'data-folder-held' });
    owner.kill('SIGCONT');
    expect(await exec(folder, createPerson(2))).toMatchObject({ code: 0 });
    expect(await owner.end()).toMatchObject({ code: 0 });
    const console = openTestConsole({ dataFolder: folder });
    expect(await console.ask('persons.list', {})).toMatchObject({ total: 2 });
  });
});
