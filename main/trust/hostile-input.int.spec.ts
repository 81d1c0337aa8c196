import { fc } from '@fast-check/vitest';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Procedure, type ProcedureName, procedures } from '../../domain/contract/procedures.ts';
import { type PersonCommandType, personCommands } from '../../domain/person/index.ts';
import { commandData, personIds } from '../../domain/testing/arbitraries.ts';
import { openSession } from '../cli/session.ts';
import type { Session } from '../cli/session-port.ts';
import { addComponent, commandIdOf, createPerson, personIdOf, submission } from '../testing/submissions.ts';
import { tempFolder } from '../testing/temp-folder.ts';
import { openTestConsole } from '../testing/test-console.ts';
import { mutated } from './testing/hostile-values.ts';
import { runs } from './testing/long-runs.ts';
import { expectNothingLost } from './testing/look-inside.ts';
import { startCli } from './testing/start-process.ts';

interface Bench extends Session {
  readonly folder: string;
  readonly reported: string[];
}

/** An engine behind the same router that a window and a socket have. */
async function bench(): Promise<Bench> {
  const folder = tempFolder();
  const reported: string[] = [];
  const report = (where: string, thrown: unknown): void => {
    reported.push(`${where}: ${thrown instanceof Error ? (thrown.stack ?? '') : String(thrown)}`);
  };
  const session = await openSession({ dataFolder: folder, productVersion: '0.0.0', report });
  let open = true;
  const close = async (): Promise<void> => {
    if (open) await session.close();
    open = false;
  };
  onTestFinished(close);
  return { ...session, close, folder, reported };
}

/** A refusal has a code that is not `internal`; everything else is what the contract says. */
async function expectAnswered(each: Bench, name: string, input: unknown): Promise<void> {
  const reply = await each.call(name, input);
  expect(each.reported).toEqual([]);
  if (reply.ok) {
    const { output }: Procedure = procedures[name as ProcedureName];
    expect(output.safeParse(reply.value).error).toBeUndefined();
  } else {
    expect(reply.error).toMatchObject({ code: expect.stringMatching(/^[a-z-]+$/) as string });
    expect(reply.error.kind).not.toBe('bug');
  }
}

/** What closes a person for good is rare, and so is what suspends one: nothing more could happen to them. */
const RARE: ReadonlySet<PersonCommandType> = new Set([
  'ArchivePerson',
  'MergePersons',
  'RecordDeath',
  'DeactivatePerson',
]);

const commandTypes = fc.oneof(
  ...(Object.keys(personCommands) as PersonCommandType[]).map((type) => ({
    weight: RARE.has(type) ? 1 : 30,
    arbitrary: fc.constant(type),
  })),
);

const submissions = commandTypes.chain((type) =>
  fc.record(
    {
      type: fc.constant(type),
      data: fc.oneof(commandData(type), mutated(commandData(type))),
      commandId: fc.nat(5000).map(commandIdOf),
      expectedVersion: fc.nat(50),
      correlationId: fc.nat(9).map(commandIdOf),
      causationId: fc.nat(9).map(commandIdOf),
      traceparent: fc.constant('00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'),
    },
    { requiredKeys: ['type', 'data'] },
  ),
);

const mapping = {
  language: 1,
  name: 'people',
  source: 'people',
  key: 'id',
  person: { name: { givenNames: ['first'], familyNames: ['last'] } },
  components: [
    { type: 'EmailAddress', fact: 'email', data: { address: { path: 'mail', then: [{ do: 'lower' }] } } },
  ],
};

/** An example of an input for each procedure that may be asked at any time. */
const inputs: Partial<Record<ProcedureName, unknown>> = {
  'persons.list': {
    sort: 'name',
    descending: true,
    status: ['active'],
    employer: 'acme',
    changedSince: '2024-06-01T12:00:00Z',
    after: 'WyJhIiwxXQ',
    limit: 5,
    atLeast: 1,
  },
  'persons.search': { text: 'ada love', status: ['active'], after: 'WzFd', limit: 5 },
  'persons.get': { personId: personIds[0], asOf: { version: 1 } },
  'persons.timeline': { personId: personIds[0], before: 9, limit: 5 },
  'persons.duplicates': { personId: personIds[0], after: 'WzEsMl0', limit: 5 },
  'persons.components': { componentType: 'Tag', after: 'WyJhIiwxLCJiIl0', limit: 5 },
  'persons.relatedTo': { to: { kind: 'person', personId: personIds[0] }, after: 'WzEsIngiXQ', limit: 5 },
  'persons.total': { status: ['active'], employer: 'acme' },
  'persons.counts': {},
  'log.page': {
    after: 1,
    before: 9,
    streamId: `person-${personIds[0]}`,
    types: ['PersonCreated'],
    actor: 'user:grace',
    origin: personIds[0],
    from: '2024-06-01T12:00:00Z',
    to: '2124-06-01T12:00:00Z',
    correlationId: personIds[0],
    causationId: personIds[0],
    limit: 5,
  },
  'log.event': { position: 1 },
  'log.position': { time: '2024-06-01T12:00:00Z' },
  'log.names': {},
  'views.status': {},
  'views.rebuild': { view: 'summary' },
  'views.cancel': { view: 'summary' },
  'views.retry': { view: 'summary' },
  'views.skip': { view: 'summary', position: 1 },
  'console.info': {},
  'operator.set': { name: 'Grace' },
  'engine.status': {},
  'jobs.list': {},
  'jobs.get': { jobId: 'x' },
  'jobs.start': { kind: 'rebuild', view: 'summary' },
  'jobs.write': { kind: 'export', file: '/nowhere/at/all' },
  'jobs.save': { kind: 'backup' },
  'window.zoom': { factor: 2 },
  'window.show-folder': {},
  'restore.choose': {},
  'restore.begin': { restoreId: 'x' },
  'restore.drop': {},
  'jobs.cancel': { jobId: 'x' },
  'jobs.remove': { jobId: 'x' },
  'jobs.resume': { jobId: 'x' },
  'import.choose': {},
  'import.open': { path: '/nowhere/at/all.csv' },
  'import.inspect': { fileId: 'x', reading: { format: 'csv', separator: ';' } },
  'import.start': { fileId: 'x', mapping, dryRun: true, duplicates: 'skip' },
  'import.results': { jobId: 'x', outcome: 'refused', after: 1, limit: 5 },
  'import.sample': { fileId: 'x', row: 1, values: { key: { value: 'a' } } },
  'import.order': { jobId: 'x' },
  'import.mappings': {},
  'import.save-mapping': { mapping },
  'import.rename-mapping': { name: 'people', newName: 'persons' },
  'import.remove-mapping': { name: 'people' },
  'import.choose-mapping': {},
  'import.read-mapping': { path: '/nowhere/at/all.json' },
  'import.export-mapping': { name: 'people' },
  'import.write-mapping': { name: 'people', path: '/nowhere/at/all.json' },
  'conflicts.list': { state: 'open', after: 'WzFd', limit: 5 },
  'conflicts.get': { conflictId: personIds[0] },
  'conflicts.apply': { conflictId: personIds[0], data: { x: 1 }, expectedVersion: 1 },
  'conflicts.drop': { conflictId: personIds[0], reason: 'No' },
  'conflicts.reopen': { conflictId: personIds[0] },
  'link.waiting': { after: 1, limit: 5 },
  'link.odd': { before: 9, limit: 5 },
  'link.requests': { before: 9, limit: 5 },
  'legacy.status': {},
  'legacy.on': {},
  'legacy.read': {},
  'legacy.off': {},
  'legacy.readThrough': { connection: { servers: ['ws://127.0.0.1:9'] }, allow: [] },
  'legacy.odd': { before: 9, limit: 5 },
  'connections.list': {},
  'connections.save': { servers: ['ws://127.0.0.1:9'], authentication: { kind: 'user', user: 'u' } },
  'connections.remove': { id: personIds[0] },
  'connections.use': { id: personIds[0], allow: [] },
  'connections.test': { of: { id: personIds[0] } },
  'connections.test-way': { connection: null },
  'connections.cancel-test': { testId: personIds[0] },
  'connections.choose-file': { what: 'authority' },
  'link.status': {},
  'link.use': { connection: { servers: ['ws://127.0.0.1:9'] }, allow: ['begin'] },
  'link.online': { allow: ['join'] },
  'link.offline': {},
  'link.sync': { connection: { servers: ['ws://127.0.0.1:9'] }, allow: [] },
  'selections.outside': { selectionId: 'none', personIds: [] },
  'selections.members': { selectionId: 'none', except: [personIds[0]], limit: 2 },
  'selections.take': { filter: { status: ['active'], employer: 'acme' } },
  'bulk.preview': { action: 'add-tag', tag: 'board', target: { personIds: [personIds[0]] } },
  'bulk.names': { action: 'archive', target: { personIds: [personIds[0]] }, outcome: 'able', limit: 5 },
  'bulk.results': { jobId: 'x', state: 'refused', after: 1, limit: 5 },
};

const questions = fc
  .constantFrom(...(Object.keys(inputs) as ProcedureName[]))
  .chain((name) => fc.tuple(fc.constant(name), mutated(fc.constant(inputs[name]))));

const GROUP = 16;

async function withPersons(): Promise<Bench> {
  const each = await bench();
  for (const personId of personIds) {
    const data = { personId, name: { givenNames: ['Ada'], familyNames: ['Lovelace'] } };
    await each.call('commands.submit', { type: 'CreatePerson', data });
  }
  return each;
}

async function expectUnharmed(each: Bench): Promise<void> {
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  await each.close();
  const console = await expectNothingLost(each.folder, []);
  const { views } = await console.ask('views.status');
  expect(views.map(({ state }) => state)).toEqual(views.map(() => 'current'));
}

describe('whatever is handed in', () => {
  it('each command is answered with an outcome or a coded refusal, and a good one beside it is carried out', async () => {
    const each = await withPersons();
    let groups = 0;
    const expectAccepted = async (): Promise<void> => {
      groups += 1;
      const reply = await each.call('commands.submit', createPerson(1000 + groups));
      expect(reply).toMatchObject({ ok: true, value: { status: 'accepted', version: 1 } });
    };
    const one = fc.oneof(
      { weight: 3, arbitrary: submissions },
      { weight: 1, arbitrary: mutated(submissions) },
    );
    const group = fc.array(one, { minLength: GROUP, maxLength: GROUP });
    await fc.assert(
      fc.asyncProperty(group, async (commands) => {
        const answered = commands.map((command) => expectAnswered(each, 'commands.submit', command));
        await Promise.all([...answered, expectAccepted()]);
      }),
      { numRuns: runs(100) },
    );
    await expectUnharmed(each);
  });

  it('each question is answered in the shape of the contract or with a coded refusal', async () => {
    const each = await withPersons();
    await fc.assert(
      fc.asyncProperty(questions, ([name, input]) => expectAnswered(each, name, input)),
      { numRuns: runs(400) },
    );
    await expectUnharmed(each);
  });

  it('no procedure is left out', () => {
    const others = ['commands.submit', 'log.verify', 'log.backup', 'engine.restart'];
    expect(Object.keys(procedures).sort()).toEqual([...Object.keys(inputs), ...others].sort());
  });
});

const MEGABYTES_10 = 10 * 1024 * 1024;

/** Each of them is too much for one thing or another. */
const tooMuch: readonly (readonly [string, string, unknown])[] = [
  ['a name', 'command-invalid', { name: { givenNames: ['x'.repeat(MEGABYTES_10)], familyNames: ['y'] } }],
  ['many names', 'command-invalid', { name: { givenNames: Array(1_000_000).fill('x'), familyNames: ['y'] } }],
  [
    'many fields',
    'command-invalid',
    Object.fromEntries(Array.from({ length: 500_000 }, (_, n) => [`f${n}`, 'x'.repeat(10)])),
  ],
  ['escapes', 'command-invalid', { source: '\u0001'.repeat(MEGABYTES_10) }],
  ['more than anything takes', 'payload-too-large', { source: 'x'.repeat(13 * 1024 * 1024) }],
  [
    'depth',
    'payload-too-deep',
    { source: JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown },
  ],
];

function line(data: unknown): string {
  return `{"type": "CreatePerson", "data": ${textOf(data)}}`;
}

/** `JSON.stringify` itself cannot write what is nested that deep. */
function textOf(data: unknown): string {
  const { source } = data as { source?: unknown };
  if (!Array.isArray(source)) return JSON.stringify(data);
  return `{"source": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
}

describe('ten megabytes', () => {
  it.each(tooMuch)('of %s are refused by the router with %s', async (_what, code, data) => {
    const each = await bench();
    const reply = await each.call('commands.submit', { type: 'CreatePerson', data });
    expect(reply).toMatchObject({ ok: false, error: { code } });
    expect(JSON.stringify(reply).length).toBeLessThan(20_000);
    expect(each.reported).toEqual([]);
  });

  it('through the command line and its socket are refused with the same codes, and lose nothing', async () => {
    const folder = tempFolder();
    const codes = [...tooMuch.map(([, code]) => code), undefined];
    const people = [createPerson(1), createPerson(2), createPerson(3)].map(({ data }) => data);
    const owner = startCli(['batch', '--data', folder]);
    owner.write(line(people[0]));
    await owner.next();
    const input = (last: unknown): string =>
      [...tooMuch.map(([, , data]) => data), last].map(line).join('\n');
    const guest = await startCli(['batch', '--data', folder]).end(input(people[1]));
    const own = await owner.end(input(people[2]));
    for (const { code, signal, lines, words } of [guest, own]) {
      expect(lines.map((each) => (JSON.parse(each) as { code?: string }).code)).toEqual(codes);
      expect([code, signal]).toEqual([1, null]);
      expect(words).not.toMatch(/^\s+at /m);
    }
    const console = await expectNothingLost(folder, []);
    expect(await console.ask('persons.list', {})).toMatchObject({ total: 3 });
  });

  it('of one command’s events are refused: they could never leave for others', async () => {
    const console = openTestConsole();
    await console.submit(createPerson(1));
    const changes = Object.fromEntries(
      Array.from({ length: 300 }, (_, n) => [`field ${n}`, 'x'.repeat(2000)]),
    );
    const outcome = await console.submit(submission('UpdateMetadata', { personId: personIdOf(1), changes }));
    expect(outcome).toMatchObject({ status: 'rejected', code: 'commit-too-large', version: 1 });
  });

  it('of many small events count with what goes along with each of them', async () => {
    const console = openTestConsole();
    await console.submit(createPerson(1));
    const tags = Array.from({ length: 1100 }, (_, n) => addComponent(1, 'Tag', { name: `Tag ${n}` }));
    await console.submitAll(tags);
    const all = submission('UnregisterComponent', { personId: personIdOf(1), componentType: 'Tag' });
    expect(await console.submit(all)).toMatchObject({ status: 'rejected', code: 'commit-too-large' });
  });
});
