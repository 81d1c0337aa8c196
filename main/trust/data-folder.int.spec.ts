import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPerson, rename } from '../testing/submissions.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { testClock } from '../testing/test-clock.ts';
import { openTestConsole } from '../testing/test-console.ts';
import { expectVerified, exported } from './testing/look-inside.ts';
import { type Ended, runCliProcess, startCli, startScript } from './testing/start-process.ts';

const NOBODY = 65534;
/** A number that no account has. */
const NAMELESS = 54321;
const asUser = join(import.meta.dirname, 'testing/as-user.ts');

/** Where the tests run as root, whom no permission stops, the command line runs as somebody else. */
const me = process.getuid?.() ?? 0;
const somebody = me === 0 ? NOBODY : me;

function runAs(user: number, args: readonly string[], input = ''): Promise<Ended> {
  return startScript(asUser, [String(user), ...args]).end(input);
}

const ada = createPerson(1);

function exec(folder: string, user = somebody): Promise<Ended> {
  return runAs(user, ['exec', ada.type, '--data', folder], JSON.stringify(ada.data));
}

function give(folder: string, user: number): void {
  if (me !== 0) return;
  for (const name of ['.', ...readdirSync(folder)]) chownSync(join(folder, name), user, user);
}

function contents(folder: string): Record<string, string> {
  const files = readdirSync(folder).filter((name) => name !== 'engine.lock');
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'base64')]));
}

function expectRefused({ code, lines, words }: Ended, error: string): void {
  expect(code).toBe(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ status: 'rejected', code: error });
  expect(words).not.toMatch(/^\s+at /m);
}

describe('a data folder that may not be written', () => {
  it('is refused where its files are the reader’s to see only', async () => {
    const folder = tempFolder();
    await openTestConsole({ dataFolder: folder }).close();
    give(folder, somebody);
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o400);
    chmodSync(folder, 0o500);
    const before = contents(folder);
    expectRefused(await exec(folder), 'data-folder-readonly');
    const exporting = await runAs(somebody, ['export', '--data', folder]);
    expect(exporting.code).toBe(1);
    expect(JSON.parse(exporting.lines[0] ?? '')).toMatchObject({ error: { code: 'data-folder-readonly' } });
    expect(contents(folder)).toEqual(before);
    chmodSync(folder, 0o700);
  });

  it('is refused where it cannot even be made', async () => {
    const parent = tempFolder();
    give(parent, somebody);
    chmodSync(parent, 0o500);
    expectRefused(await exec(join(parent, 'data')), 'data-folder-readonly');
    chmodSync(parent, 0o700);
  });

  it('is refused where a file stands in its place', async () => {
    const file = join(tempFolder(), 'file');
    writeFileSync(file, '');
    expectRefused(await exec(file, me), 'data-folder-not-a-folder');
    expectRefused(await exec(join(file, 'data'), me), 'data-folder-not-a-folder');
  });

  it.each(['/proc/nope', `/tmp/${'x'.repeat(300)}`])(
    'is refused where there can be no such folder: %s',
    async (path) => {
      const ended = await exec(path, me);
      expectRefused(ended, 'data-folder-unusable');
      expect(ended.words).toContain(`cannot make or use ${path}`);
    },
  );

  it('takes commands once it may be written', async () => {
    const folder = tempFolder();
    give(folder, somebody);
    chmodSync(folder, 0o500);
    expectRefused(await exec(folder), 'data-folder-readonly');
    chmodSync(folder, 0o700);
    expect(await exec(folder)).toMatchObject({ code: 0 });
  });
});

describe('a data folder and its users', () => {
  it('serves an account that has no name, and writes down its number', async () => {
    const folder = tempFolder();
    const user = me === 0 ? NAMELESS : me;
    give(folder, user);
    expect(await exec(folder, user)).toMatchObject({ code: 0, words: '' });
    if (me === 0) expect(exported(folder)).toMatchObject([{ actor: `user:uid ${NAMELESS}` }]);
  });

  it('is readable by nobody else, even where it was made for everybody', async () => {
    const folder = join(tempFolder(), 'data');
    mkdirSync(folder, { mode: 0o777 });
    chmodSync(folder, 0o777);
    const batch = startCli(['batch', '--data', folder]);
    batch.write(JSON.stringify(ada));
    await batch.next();
    const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o077);
    expect(modes.length).toBeGreaterThan(6);
    expect(modes).toEqual(modes.map(() => 0));
    await batch.end();
  });

  it('is one engine’s: another process is told so', async () => {
    const folder = tempFolder();
    await openTestConsole({ dataFolder: folder }).close();
    const holder = startScript(join(import.meta.dirname, 'testing/hold-lock.ts'), [
      join(folder, 'engine.lock'),
    ]);
    expect(await holder.next()).toBe('held');
    expect(() => openTestConsole({ dataFolder: folder })).toThrow('Another console or engine');
    const held = await runCliProcess(['query', 'persons.list', '--data', folder]);
    expect(held).toMatchObject({ code: 3 });
    holder.kill('SIGKILL');
    await holder.end();
    expect(await runCliProcess(['query', 'persons.list', '--data', folder])).toMatchObject({ code: 0 });
  });
});

describe('a clock that goes backwards', () => {
  it('turns no recorded time around, and as-of still finds what was there', async () => {
    const clock = testClock('2024-06-01T12:00:00.000Z');
    const console = openTestConsole({ clock });
    await console.submit(ada);
    clock.set('2024-06-01T11:00:00.000Z');
    await console.submit(rename(1, 'Augusta King'));
    clock.set('1999-12-31T23:59:59.000Z');
    await console.submit(rename(1, 'Ada King'));
    clock.set('2024-06-01T13:00:00.000Z');
    await console.submit(rename(1, 'Augusta Ada King'));
    const events = exported(console.folder);
    expect(events.map(({ recordedAt }) => recordedAt.slice(11, 16))).toEqual([
      '12:00',
      '12:00',
      '12:00',
      '13:00',
    ]);
    expect(events.map(({ timestamp }) => timestamp.slice(0, 4))).toEqual(['2024', '2024', '1999', '2024']);
    const { personId } = ada.data as { personId: string };
    const asOf = { time: '2024-06-01T12:30:00.000Z' };
    expect(await console.ask('persons.get', { personId, asOf })).toMatchObject({ displayName: 'Ada King' });
    await expectVerified(console);
  });

  it('makes no two ids meet, and keeps them in order, in a whole process that it happens to', async () => {
    const folder = tempFolder();
    const shim = 'const now = Date.now; let back = 0; Date.now = () => now() - 60000 * back++;';
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(shim)}` };
    const renames = Array.from({ length: 50 }, (_, index) => rename(1, `Ada Lovelace-${index}`));
    const input = [ada, ...renames].map((command) => JSON.stringify(command)).join('\n');
    expect(await runCliProcess(['batch', '--data', folder], input, { env })).toMatchObject({ code: 0 });
    const events = exported(folder);
    const [ids, times] = [events.map(({ eventId }) => eventId), events.map(({ recordedAt }) => recordedAt)];
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(times).toEqual([...times].sort());
    await expectVerified(openTestConsole({ dataFolder: folder }));
  });
});
