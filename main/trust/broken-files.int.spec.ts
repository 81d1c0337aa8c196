import Database from 'better-sqlite3';
import { copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ProcedureName, procedures } from '../../domain/contract/procedures.ts';
import { EXIT } from '../cli/output.ts';
import { runInProcess } from '../cli/testing/cli-in-process.ts';
import { openReadable } from '../store/sqlite/open-database.ts';
import { APPLICATION_ID, migrations } from '../store/sqlite/migrate.ts';
import { createPerson, personIdOf, rename } from '../testing/submissions.ts';
import { flipBytes, tamper } from '../testing/tampering.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { openTestConsole } from '../testing/test-console.ts';
import { liveThrough } from '../testing/varied-history.ts';
import { randomOf } from './testing/crash-script.ts';
import { runs } from './testing/long-runs.ts';
import { expectNothingLost } from './testing/look-inside.ts';

/** A folder with a little of everything, closed: its write-ahead logs are empty. */
async function livedIn(): Promise<string> {
  const console = openTestConsole();
  await liveThrough(console);
  await console.submitAll(Array.from({ length: 300 }, (_, index) => createPerson(100 + index)));
  console.engine.engine.catchUp();
  await console.close();
  return console.folder;
}

async function codeOf(argv: readonly string[], input = '{}'): Promise<string | null> {
  const { json, reported } = await runInProcess(argv, input);
  const answer = json.at(-1) as { error?: { code: string }; code?: string };
  const code = answer.error?.code ?? answer.code ?? null;
  if (code !== 'decision-failed') expect(reported).toEqual([]);
  return code;
}

function exec(folder: string): Promise<string | null> {
  return codeOf(['exec', 'UpdateName', '--data', folder], JSON.stringify(rename(1, 'Augusta King').data));
}

function exportCode(folder: string): Promise<string | null> {
  return codeOf(['export', '--data', folder]);
}

const LATEST = migrations.at(-1)?.version ?? 0;

describe('a log that is none of ours', () => {
  it.each([
    ['text', 'Dear diary, this is no database at all. '.repeat(200), 'not-a-database'],
    ['a few bytes', 'SQLite format 3', 'not-a-database'],
    ['the head of a database and nothing behind it', null, 'database-corrupt'],
  ])('is refused and left as it is: %s', async (_what, content, code) => {
    const folder = tempFolder();
    const log = join(folder, 'log.db');
    if (content === null) {
      copyFileSync(join(await livedIn(), 'log.db'), log);
      truncateSync(log, 4096);
    } else writeFileSync(log, content);
    const before = readFileSync(log);
    expect(await exec(folder)).toBe(code);
    expect(await exportCode(folder)).toBe(code);
    expect(readFileSync(log).equals(before)).toBe(true);
  });

  it('is refused where it is the database of another program', async () => {
    const folder = tempFolder();
    const other = new Database(join(folder, 'log.db'));
    other.exec('CREATE TABLE events(id INTEGER PRIMARY KEY, title TEXT)');
    other.close();
    expect(await exec(folder)).toBe('not-an-event-log');
    expect(await exportCode(folder)).toBe('not-an-event-log');
  });

  it.each([LATEST + 1, 1_000_000])(
    'is refused where a newer program wrote it: schema %i',
    async (version) => {
      const folder = await livedIn();
      const log = new Database(join(folder, 'log.db'));
      expect(log.pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
      log.pragma(`user_version = ${version}`);
      log.close();
      const size = statSync(join(folder, 'log.db')).size;
      expect(await exec(folder)).toBe('database-newer');
      expect(await exportCode(folder)).toBe('database-newer');
      expect(statSync(join(folder, 'log.db')).size).toBe(size);
    },
  );
});

/** Everything that can be asked without changing anything. */
const questions: readonly (readonly [ProcedureName, unknown])[] = [
  ['persons.list', { limit: 1000 }],
  ['persons.search', { text: 'ada' }],
  ['persons.get', { personId: personIdOf(1) }],
  ['persons.get', { personId: personIdOf(7), asOf: { version: 3 } }],
  ['persons.timeline', { personId: personIdOf(7), limit: 1000 }],
  ['persons.duplicates', {}],
  ['persons.components', { componentType: 'EmailAddress' }],
  ['persons.relatedTo', { to: { kind: 'person', personId: personIdOf(1) } }],
  ['persons.total', { employer: 'acme' }],
  ['persons.counts', {}],
  ['log.page', { limit: 1000 }],
  ['log.page', { types: ['NameUpdated'], streamId: `person-${personIdOf(7)}`, after: 0 }],
  ['log.event', { position: 3 }],
  ['log.position', { time: '2024-06-01T12:00:00Z' }],
  ['log.names', {}],
  ['link.waiting', {}],
  ['link.odd', {}],
  ['link.requests', {}],
  ['legacy.odd', {}],
  ['conflicts.list', {}],
  ['views.status', {}],
];

/** Damage may show or not; where it shows it must have a name that is about it. */
const DAMAGE = new Set([
  'database-corrupt',
  'not-a-database',
  'not-an-event-log',
  'database-newer',
  'decision-failed',
  'person-missing',
  'event-missing',
  'view-stopped',
  'rebuild-failed',
  'out-of-memory',
]);

async function expectNamedDamage(folder: string): Promise<void> {
  const answers = [await exec(folder)];
  for (const [name, input] of questions) {
    answers.push(await codeOf(['query', name, '--data', folder], JSON.stringify(input)));
  }
  for (const verb of ['rebuild', 'verify', 'export']) answers.push(await codeOf([verb, '--data', folder]));
  for (const code of answers) if (code !== null) expect(DAMAGE).toContain(code);
}

interface Spot {
  readonly offset: number;
  readonly length: number;
}

/**
 * Where a log file says who somebody is and what they are called, for those whom one event alone tells of: the views say
 * the same, so that no bit of it can change unseen. (Behind it are names of fields that are empty: turned, they say as
 * little as before.) A text that stands there twice has a copy in a place that is not used any more.
 */
function namesIn(log: string): readonly Spot[] {
  const db = openReadable({ file: log });
  const sql = 'SELECT data FROM events e JOIN streams s ON s.id = e.stream WHERE s.version = 1';
  const texts = db.prepare<[], string>(sql).pluck().all();
  db.close();
  const bytes = readFileSync(log);
  const told = texts.map((text) => Buffer.from(text.slice(0, text.indexOf(',"source"'))));
  return told
    .filter((text) => bytes.indexOf(text) === bytes.lastIndexOf(text))
    .map((text) => ({ offset: bytes.indexOf(text), length: text.length }));
}

const meets = (a: Spot, b: Spot): boolean => a.offset < b.offset + b.length && b.offset < a.offset + a.length;

async function isFoundByVerify(folder: string): Promise<boolean> {
  return (await runInProcess(['verify', '--data', folder])).code === EXIT.refused;
}

describe('a log that is damaged', () => {
  it.each(Array.from({ length: runs(6) }, (_, index) => index + 1))(
    'is answered for with a stable code, whatever bytes were turned (seed %i)',
    async (seed) => {
      const folder = await livedIn();
      const log = join(folder, 'log.db');
      const names = namesIn(log);
      const random = randomOf(seed);
      const spots = Array.from({ length: 12 }, () => ({
        offset: 100 + Math.floor(random() * (statSync(log).size - 200)),
        length: 1 + Math.floor(random() * 60),
      }));
      for (const { offset, length } of spots) flipBytes(log, offset, length);
      // Before the views are built anew from what is damaged: then both say the same.
      if (spots.some((spot) => names.some((name) => meets(spot, name))))
        expect(await isFoundByVerify(folder)).toBe(true);
      await expectNamedDamage(folder);
    },
  );

  it.each(Array.from({ length: runs(6) }, (_, index) => index + 1))(
    'is found by verify wherever a single byte of a name was turned (seed %i)',
    async (seed) => {
      const folder = await livedIn();
      const log = join(folder, 'log.db');
      const names = namesIn(log);
      const random = randomOf(seed);
      expect(names.length).toBeGreaterThan(100);
      const { offset, length } = names[Math.floor(random() * names.length)] ?? { offset: 0, length: 0 };
      flipBytes(log, offset + Math.floor(random() * length), 1);
      expect(await isFoundByVerify(folder)).toBe(true);
      await expectNamedDamage(folder);
    },
  );

  it('is found by verify where its end is missing', async () => {
    const folder = await livedIn();
    const log = join(folder, 'log.db');
    truncateSync(log, Math.floor(statSync(log).size / 2 / 4096) * 4096);
    expect(await isFoundByVerify(folder)).toBe(true);
    await expectNamedDamage(folder);
  });
});

describe('an event that cannot be read', () => {
  it('stops its stream and shows in the views, and nothing else: they go on past it when told to', async () => {
    const console = openTestConsole();
    await console.submitAll([createPerson(1), rename(1, 'Augusta King'), createPerson(2)]);
    console.engine.engine.catchUp();
    await console.close();
    tamper(join(console.folder, 'log.db'), "UPDATE events SET data = '{' WHERE position = 2");
    tamper(join(console.folder, 'views.db'), 'UPDATE views SET position = 0; DELETE FROM persons_1');

    const { code, json, words } = await runInProcess(['export', '--data', console.folder]);
    expect(json).toMatchObject([
      { position: 1 },
      { position: 2, data: null, unreadable: true },
      { position: 3 },
    ]);
    expect([code, words]).toEqual([EXIT.refused, expect.stringContaining('1 of them cannot be read')]);

    const again = openTestConsole({ dataFolder: console.folder });
    const [poisoned, neighbour] = await Promise.allSettled([
      again.submit(rename(1, 'Ada King')),
      again.submit(rename(2, 'Grace Hopper')),
    ]);
    expect(poisoned).toMatchObject({ reason: { error: { code: 'database-corrupt' } } });
    expect(neighbour).toMatchObject({ value: { status: 'accepted' } });

    again.engine.engine.catchUp();
    const { views } = await again.ask('views.status');
    expect(views.map(({ state, error }) => [state, error?.code, error?.position])).toEqual(
      views.map(() => ['stopped', 'database-corrupt', 2]),
    );
    for (const { view } of views) await again.ask('views.skip', { view, position: 2 });
    const { rows } = await again.ask('persons.list', {});
    expect(rows.map(({ displayName }) => displayName)).toEqual(['Grace Hopper']);
    expect(await again.ask('log.verify')).toMatchObject({ ok: false });
  });

  it('is no affair of its neighbours either where its text is whole and its content is not', async () => {
    const console = openTestConsole();
    await console.submitAll([createPerson(1), createPerson(2)]);
    await console.close();
    tamper(join(console.folder, 'log.db'), "UPDATE events SET data = '{}' WHERE position = 1");
    const again = openTestConsole({ dataFolder: console.folder });
    const [poisoned, neighbour] = await Promise.allSettled([
      again.submit(rename(1, 'Ada King')),
      again.submit(rename(2, 'Grace Hopper')),
    ]);
    expect(poisoned).toMatchObject({ reason: { error: { code: 'decision-failed' } } });
    expect(neighbour).toMatchObject({ value: { status: 'accepted' } });
    expect(await again.ask('log.verify')).toMatchObject({ ok: false });
  });
});

describe('views that are damaged', () => {
  it('are made anew where they are no database, and nothing is lost', async () => {
    const folder = await livedIn();
    writeFileSync(join(folder, 'views.db'), 'Dear diary, this is no database at all. '.repeat(200));
    const console = await expectNothingLost(folder, []);
    expect(await console.ask('persons.list', {})).toMatchObject({ total: 308 });
  });

  it.each(Array.from({ length: runs(4) }, (_, index) => index + 1))(
    'are answered for with a stable code, and never hold up the log (seed %i)',
    async (seed) => {
      const folder = await livedIn();
      const file = join(folder, 'views.db');
      const random = randomOf(seed * 1000);
      for (let spot = 0; spot < 20; spot += 1) {
        flipBytes(
          file,
          100 + Math.floor(random() * (statSync(file).size - 200)),
          1 + Math.floor(random() * 60),
        );
      }
      await expectNamedDamage(folder);
      writeFileSync(file, '');
      const console = await expectNothingLost(folder, []);
      expect(await console.ask('persons.search', { text: 'augusta' })).toMatchObject({ total: 1 });
    },
  );
});

it('asks everything that can be asked', () => {
  const kinds = Object.entries(procedures).filter(
    // One conflict reads no more than the list of them.
    ([name, { kind }]) => kind === 'query' && name !== 'log.verify' && name !== 'conflicts.get',
  );
  expect(questions.map(([name]) => name)).toEqual(expect.arrayContaining(kinds.map(([name]) => name)));
});
