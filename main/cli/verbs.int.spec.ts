import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type ProcedureName, procedures } from '../../domain/contract/procedures.ts';
import { commandIdOf, createPerson, nameParts, personIdOf, rename } from '../testing/submissions.ts';
import { tamper } from '../testing/tampering.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { openTestConsole } from '../testing/test-console.ts';
import { liveThrough, VARIED } from '../testing/varied-history.ts';
import { EXIT } from './output.ts';
import { openSession } from './session.ts';
import { type CliRun, liveInput, runInProcess } from './testing/cli-in-process.ts';
import { verbs } from './verbs/all-verbs.ts';

interface ErrorLine {
  readonly error: { readonly code: string; readonly message: string };
}

function errorOf({ json }: CliRun): ErrorLine['error'] {
  return (json[0] as ErrorLine).error;
}

async function livedIn(): Promise<string> {
  const folder = tempFolder();
  const console = openTestConsole({ dataFolder: folder });
  await liveThrough(console);
  await console.close();
  return folder;
}

async function brokenView(): Promise<string> {
  const folder = await livedIn();
  tamper(join(folder, 'views.db'), "UPDATE persons_1 SET display_name = 'Somebody' WHERE key = 1");
  return folder;
}

function exec(folder: string, type: string, data: unknown, ...more: string[]): Promise<CliRun> {
  return runInProcess(['exec', type, '--data', folder, ...more], JSON.stringify(data));
}

const ada = createPerson(1).data;

describe('help', () => {
  it.each([...verbs.keys()])('tells how to use %s, in words, and does nothing', async (verb) => {
    const folder = join(tempFolder(), 'none');
    const run = await runInProcess([verb, '--help', '--data', folder]);
    expect(run).toMatchObject({ code: EXIT.done, json: [] });
    expect(run.words).toContain(`npm run -s cli -- ${verb}`);
    expect(existsSync(folder)).toBe(false);
  });

  it('lists every verb, as an answer to --help and as a refusal of no verb at all', async () => {
    const asked = await runInProcess(['--help']);
    const silent = await runInProcess([]);
    expect([asked.code, silent.code, silent.json]).toEqual([EXIT.done, EXIT.wrongUse, []]);
    for (const { usage } of verbs.values()) expect(asked.words).toContain(usage);
    expect(silent.words).toBe(asked.words);
  });
});

describe('wrong use', () => {
  it.each([
    [['destroy'], 'verb-unknown'],
    [['exec'], 'arguments-invalid'],
    [['query', 'persons.list', 'persons.get'], 'arguments-invalid'],
    [['verify', '--faster'], 'arguments-invalid'],
    [['export', '--data', ''], 'arguments-invalid'],
    [['bench', '--data', '.'], 'arguments-invalid'],
    ...['batch', 'query persons.list', 'verify', 'rebuild', 'backup a.db', 'restore a.db', 'export'].flatMap(
      (words): [string[], string][] => [
        [[...words.split(' '), '--command-id', commandIdOf(1)], 'arguments-invalid'],
        [[...words.split(' '), '--expected-version', '7'], 'arguments-invalid'],
      ],
    ),
  ])('%j is refused before anything is opened', async (argv, code) => {
    const run = await runInProcess(argv);
    expect(run).toMatchObject({ code: EXIT.wrongUse, reported: [] });
    expect(errorOf(run)).toMatchObject({ code, kind: 'wrong-use' });
    expect(run.words).toBe(`${errorOf(run).message}\n`);
  });

  it.each([
    ['{"personId": ', 'input-not-json'],
    [Buffer.from('"J\xfcrg"', 'latin1'), 'input-not-utf8'],
    ['x'.repeat(64 * 1024 * 1024 + 1), 'input-too-large'],
  ])('input that cannot be read is refused', async (input, code) => {
    const folder = join(tempFolder(), 'none');
    const run = await runInProcess(['exec', 'CreatePerson', '--data', folder], input);
    expect(run).toMatchObject({ code: EXIT.wrongUse, json: [{ status: 'rejected', code, events: [] }] });
    expect(existsSync(folder)).toBe(false);
  });
});

describe('the command line', () => {
  it('works in the usual data folder where none is given', async () => {
    const home = tempFolder();
    vi.stubEnv('XDG_DATA_HOME', home);
    onTestFinished(() => void vi.unstubAllEnvs());
    await exec(join(home, 'person-console', 'data'), 'CreatePerson', ada);
    const run = await runInProcess(['query', 'console.info']);
    expect(run.json).toMatchObject([{ dataFolder: join(home, 'person-console', 'data') }]);
  });

  it('tells by its exit code that standard output was lost, and why', async () => {
    const run = await runInProcess(['export', '--data', await livedIn()], '', {
      readLines: 1,
      loss: 'ENOSPC',
    });
    expect(run.code).toBe(EXIT.refused);
    expect(run.words).toContain('Standard output could not be written to its end (ENOSPC).');
    const refused = await runInProcess(['verify', '--data', await brokenView()], '', {
      readLines: 0,
      loss: 'ENOSPC',
    });
    expect(refused.code).toBe(EXIT.refused);
    expect(refused.words).toMatch(/1 finding.*\n.*\(ENOSPC\)/);
  });

  it('reports what nobody thought of, and says so without a stack', async () => {
    const input = liveInput();
    input.destroy(new Error('the keyboard is on fire'));
    const run = await runInProcess(['query', 'persons.list', '--data', tempFolder()], input);
    expect(run).toMatchObject({ code: EXIT.refused, reported: ['cli: Error: the keyboard is on fire'] });
    expect(errorOf(run).code).toBe('internal');
    expect(run.words).not.toContain('fire');
  });

  it('starts the bench, and passes its refusals on', async () => {
    expect(await runInProcess(['bench', 'nonsense'])).toMatchObject({ code: EXIT.wrongUse, json: [] });
  });
});

describe('exec', () => {
  it('prints the outcome of the command', async () => {
    const run = await exec(tempFolder(), 'CreatePerson', ada, '--command-id', commandIdOf(1));
    expect(run).toMatchObject({
      code: EXIT.done,
      words: '',
      json: [
        {
          commandId: commandIdOf(1),
          status: 'accepted',
          streamId: `person-${personIdOf(1)}`,
          version: 1,
          events: [{ type: 'PersonCreated', version: 1, position: 1 }],
        },
      ],
    });
  });

  it('takes input of several lines, with a byte order mark and CR LF', async () => {
    const input = `\uFEFF${JSON.stringify(ada, null, 2).replaceAll('\n', '\r\n')}\r\n`;
    const run = await runInProcess(['exec', 'CreatePerson', '--data', tempFolder()], input);
    expect(run.code).toBe(EXIT.done);
  });

  it('prints a refusal as an outcome, and in words', async () => {
    const folder = tempFolder();
    await exec(folder, 'CreatePerson', ada);
    const run = await exec(folder, 'CreatePerson', ada);
    expect(run).toMatchObject({ code: EXIT.refused, json: [{ status: 'rejected', code: 'person-exists' }] });
    expect(run.words).toBe(`${(run.json[0] as { message: string }).message}\n`);
  });

  it('carries a command out once, however often it is sent under one id', async () => {
    const folder = tempFolder();
    const first = await exec(folder, 'CreatePerson', ada, '--command-id', commandIdOf(1));
    const second = await exec(folder, 'CreatePerson', ada, '--command-id', commandIdOf(1));
    expect(second.json).toEqual([{ ...(first.json[0] as object), duplicate: true }]);
    const other = await exec(folder, 'CreatePerson', createPerson(2).data, '--command-id', commandIdOf(1));
    expect(other).toMatchObject({ code: EXIT.refused, json: [{ code: 'command-id-reused' }] });
  });

  it('refuses a command that was decided on an older version, as a conflict', async () => {
    const folder = tempFolder();
    const { data } = rename(1, 'Augusta King');
    await exec(folder, 'CreatePerson', ada, '--expected-version', '0');
    const stale = await exec(folder, 'UpdateName', data, '--expected-version', '0');
    expect(stale).toMatchObject({
      code: EXIT.refused,
      json: [{ status: 'conflict', code: 'version-conflict', version: 1 }],
    });
    expect((await exec(folder, 'UpdateName', data, '--expected-version', '1')).code).toBe(EXIT.done);
  });

  it.each([
    ['Destroy', {}, [], 'command-unknown'],
    ['CreatePerson', {}, [], 'command-invalid'],
    ['CreatePerson', [], [], 'input-invalid'],
    ['CreatePerson', ada, ['--command-id', 'nonsense'], 'input-invalid'],
    ['CreatePerson', ada, ['--expected-version', '9'.repeat(30)], 'input-invalid'],
  ])('calls %s %j %j wrong use, with a stable code', async (type, data, more, code) => {
    expect(await exec(tempFolder(), type, data, ...more)).toMatchObject({
      code: EXIT.wrongUse,
      json: [{ status: 'rejected', code }],
      reported: [],
    });
  });

  it('reads nothing further when it is to stop, and says that nothing was changed', async () => {
    const folder = join(tempFolder(), 'none');
    const signal = AbortSignal.abort();
    const run = await runInProcess(['exec', 'CreatePerson', '--data', folder], '{}', { signal });
    expect(run).toMatchObject({ code: EXIT.refused, json: [{ status: 'rejected', code: 'interrupted' }] });
    expect(existsSync(folder)).toBe(false);
  });

  it('prints an outcome also of what nobody thought of, and reports it', async () => {
    const input = liveInput();
    input.destroy(new Error('the keyboard is on fire'));
    const run = await runInProcess(['exec', 'CreatePerson', '--data', tempFolder()], input);
    expect(run).toMatchObject({
      code: EXIT.refused,
      json: [{ status: 'rejected', code: 'internal' }],
      reported: ['exec: Error: the keyboard is on fire'],
    });
  });
});

/** An input for every procedure that answers without changing anything. */
const questions: Partial<Record<ProcedureName, unknown>> = {
  'persons.list': { sort: 'updated', descending: true, limit: 3, status: ['active', 'suspended'] },
  'persons.search': { text: 'ada love' },
  'persons.get': { personId: personIdOf(VARIED.contacts), asOf: { version: 2 } },
  'persons.timeline': { personId: personIdOf(VARIED.employed) },
  'persons.duplicates': {},
  'persons.components': { componentType: 'EmailAddress' },
  'persons.relatedTo': { to: { kind: 'organization', name: 'Acme' } },
  'persons.total': { componentType: 'Employment' },
  'persons.counts': {},
  'log.page': { after: 2, limit: 2 },
  'log.event': { position: 2 },
  'log.position': { time: '2024-06-01T12:00:00Z' },
  'log.names': {},
  'link.waiting': {},
  'link.odd': {},
  'link.requests': {},
  'legacy.odd': {},
  'conflicts.list': {},
  'log.verify': {},
  'views.status': {},
  'console.info': {},
  'engine.status': {},
};

/** One conflict there is only where two consoles have met: nats-sync.int.spec.ts asks for it. */
const queries = Object.entries(procedures).filter(
  ([name, { kind }]) => kind === 'query' && name !== 'conflicts.get',
);

describe('query', () => {
  it.each(Object.entries(questions))('answers %s in the shape of the contract', async (name, input) => {
    const folder = await livedIn();
    const run = await runInProcess(['query', name, '--data', folder], JSON.stringify(input));
    expect(run).toMatchObject({ code: EXIT.done, words: '', reported: [] });
    const { output } = procedures[name as ProcedureName];
    expect(output.parse(run.json[0])).toEqual(run.json[0]);
  });

  it('is tried with every procedure that is one', () => {
    expect(Object.keys(questions)).toEqual(expect.arrayContaining(queries.map(([name]) => name)));
  });

  it('sees everything that was written before', async () => {
    const folder = await livedIn();
    await exec(folder, 'UpdateName', { personId: personIdOf(1), name: nameParts('Augusta King') });
    const run = await runInProcess(['query', 'persons.search', '--data', folder], '{"text": "augusta"}');
    expect(run.json).toMatchObject([{ rows: [{ displayName: 'Augusta King' }] }]);
  });

  it('answers at least the position that is asked for, and refuses one that is not there', async () => {
    const folder = await livedIn();
    const ask = (atLeast: number): Promise<CliRun> =>
      runInProcess(['query', 'persons.list', '--data', folder], JSON.stringify({ atLeast }));
    expect(await ask(3)).toMatchObject({ code: EXIT.done });
    const ahead = await ask(10_000);
    expect([ahead.code, errorOf(ahead).code]).toEqual([EXIT.wrongUse, 'position-ahead']);
  });

  it.each([
    ['persons.forget', '{}', EXIT.wrongUse, 'procedure-unknown'],
    ['persons.list', '{"limit": 0}', EXIT.wrongUse, 'input-invalid'],
    ['persons.list', '{"after": "nonsense"}', EXIT.wrongUse, 'cursor-invalid'],
    ['persons.get', `{"personId": "${personIdOf(99)}"}`, EXIT.refused, 'person-missing'],
    ['engine.restart', '{}', EXIT.done, null],
    ['jobs.start', '{"kind": "verify"}', EXIT.refused, 'console-not-running'],
    ['jobs.write', '{"kind": "backup", "file": "/nowhere/copy.db"}', EXIT.refused, 'console-not-running'],
  ])('says why it cannot answer %s %s', async (name, input, code, error) => {
    const run = await runInProcess(['query', name, '--data', await livedIn()], input);
    expect(run).toMatchObject({ code, reported: [] });
    expect(error === null ? null : errorOf(run).code).toBe(error);
  });
});

describe('verify', () => {
  it('prints the report, and ends well where nothing was found', async () => {
    const run = await runInProcess(['verify', '--data', await livedIn()]);
    expect(run).toMatchObject({ code: EXIT.done, json: [{ ok: true, findings: [] }] });
    expect(run.words).toContain('In order');
  });

  it('ends with 1 where anything was found, and says what', async () => {
    const run = await runInProcess(['verify', '--data', await brokenView()]);
    expect(run).toMatchObject({ code: EXIT.refused, json: [{ ok: false }] });
    expect(run.words).toMatch(/^1 finding: \d+ events, /m);
  });

  it('says why it could not look', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'log.db'), 'Dear diary, this is no database at all. '.repeat(200));
    const run = await runInProcess(['verify', '--data', folder]);
    expect([run.code, errorOf(run).code]).toEqual([EXIT.refused, 'not-a-database']);
  });
});

describe('rebuild', () => {
  it('builds every view again, one line for each', async () => {
    const folder = await livedIn();
    const run = await runInProcess(['rebuild', '--data', folder]);
    expect(run.code).toBe(EXIT.done);
    const names = run.json.map((line) => (line as { view: string }).view);
    expect(names).toEqual(['summary', 'detail', 'components', 'search', 'duplicates']);
    expect((await runInProcess(['verify', '--data', folder])).code).toBe(EXIT.done);
  });

  it('puts right what was wrong in a view', async () => {
    const folder = await livedIn();
    tamper(join(folder, 'views.db'), 'DELETE FROM persons_1');
    expect((await runInProcess(['rebuild', 'summary', '--data', folder])).json).toMatchObject([
      { view: 'summary' },
    ]);
    expect((await runInProcess(['verify', '--data', folder])).code).toBe(EXIT.done);
  });

  it('refuses a view that there is not', async () => {
    const run = await runInProcess(['rebuild', 'dreams', '--data', await livedIn()]);
    expect([run.code, errorOf(run).code]).toEqual([EXIT.wrongUse, 'view-unknown']);
  });
});

describe('backup, restore and export', () => {
  it('bring a log into another folder, event for event, as an origin of its own', async () => {
    const [folder, other] = [await livedIn(), tempFolder()];
    const file = join(tempFolder(), 'deep', 'backup.db');
    const before = await runInProcess(['export', '--data', folder]);
    const backup = await runInProcess(['backup', file, '--data', folder]);
    expect(backup).toMatchObject({ code: EXIT.done, json: [{ file, events: before.json.length }] });

    const restore = await runInProcess(['restore', file, '--data', other]);
    expect(restore).toMatchObject({
      code: EXIT.done,
      json: [{ events: before.json.length, setAside: null }],
    });
    expect((await runInProcess(['export', '--data', other])).json).toEqual(before.json);
    expect((await runInProcess(['verify', '--data', other])).code).toBe(EXIT.done);
    const [mine, theirs] = await Promise.all(
      [folder, other].map((data) => runInProcess(['query', 'console.info', '--data', data])),
    );
    expect((mine?.json[0] as { origin: string }).origin).not.toBe(
      (theirs?.json[0] as { origin: string }).origin,
    );
  });

  it('keep the log that a restore replaces', async () => {
    const folder = await livedIn();
    const file = join(folder, 'backup.db');
    await runInProcess(['backup', file, '--data', folder]);
    await exec(folder, 'CreatePerson', createPerson(50).data);
    const restore = await runInProcess(['restore', file, '--data', folder]);
    const { setAside } = restore.json[0] as { setAside: string };
    const again = tempFolder();
    expect((await runInProcess(['restore', setAside, '--data', again])).code).toBe(EXIT.done);
    const [old, now] = await Promise.all(
      [again, folder].map((data) => runInProcess(['export', '--data', data])),
    );
    expect((old?.json.length ?? 0) - (now?.json.length ?? 0)).toBe(1);
  });

  it('never write over a file', async () => {
    const folder = await livedIn();
    const run = await runInProcess(['backup', join(folder, 'log.db'), '--data', folder]);
    expect([run.code, errorOf(run).code]).toEqual([EXIT.refused, 'backup-file-exists']);
  });

  it.each([
    ['missing.db', null, EXIT.wrongUse, 'backup-missing'],
    ['text.db', 'Dear diary, this is no database at all. '.repeat(200), EXIT.refused, 'not-a-database'],
    ['empty.db', '', EXIT.refused, 'not-an-event-log'],
    ['.', null, EXIT.refused, 'backup-unreadable'],
  ])('refuse to restore %s', async (name, content, code, error) => {
    const [folder, elsewhere] = [await livedIn(), tempFolder()];
    const before = await runInProcess(['export', '--data', folder]);
    if (content !== null) writeFileSync(join(elsewhere, name), content);
    const run = await runInProcess(['restore', join(elsewhere, name), '--data', folder]);
    expect([run.code, errorOf(run).code]).toEqual([code, error]);
    expect(errorOf(run).message).toContain(join(elsewhere, name));
    expect((await runInProcess(['export', '--data', folder])).json).toEqual(before.json);
  });

  it('refuse to restore under a console that is open', async () => {
    const console = openTestConsole();
    await console.submit(createPerson(1));
    const file = join(tempFolder(), 'backup.db');
    await console.ask('log.backup', { file });
    await console.close();
    const session = await openSession({ dataFolder: console.folder, productVersion: '0', report: vi.fn() });
    onTestFinished(session.close);
    const run = await runInProcess(['restore', file, '--data', console.folder]);
    expect([run.code, errorOf(run).code]).toEqual([EXIT.refused, 'data-folder-in-use']);
  });

  it('refuse to restore where somebody has the folder who does not answer', async () => {
    const console = openTestConsole();
    await console.submit(createPerson(1));
    const file = join(tempFolder(), 'backup.db');
    await console.ask('log.backup', { file });
    const run = await runInProcess(['restore', file, '--data', console.folder]);
    expect([run.code, errorOf(run).code]).toEqual([EXIT.held, 'data-folder-held']);
  });

  it('end an export early where nobody reads on', async () => {
    const run = await runInProcess(['export', '--data', await livedIn()], '', { readLines: 1 });
    expect(run).toMatchObject({ code: EXIT.done, reported: [] });
    expect(run.json).toHaveLength(1);
  });
});
