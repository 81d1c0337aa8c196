import { describe, expect, it, vi } from 'vitest';
import type { Reply } from '../../../domain/contract/bridge.ts';
import type { ConnectionRow } from '../../../domain/contract/connections.ts';
import { NO_COUNTS } from '../../../domain/contract/link.ts';
import { parseCliArguments } from '../arguments.ts';
import { EXIT } from '../output.ts';
import type { Session } from '../session-port.ts';
import { legacyStatus, linkStatus } from '../testing/statuses.ts';
import { recordedOutput, verbContext } from '../testing/verb-context.ts';
import { link } from './link.ts';

const OFFICE: ConnectionRow = {
  id: '0198c0de-0000-7000-8000-000000000001',
  name: 'Office',
  servers: ['wss://a.example.org', 'wss://b.example.org'],
  authentication: { kind: 'none' },
  authority: 'none',
  installation: null,
  inUse: true,
  secret: 'not-needed',
};
const BRANCH: ConnectionRow = {
  ...OFFICE,
  id: 'b',
  name: 'Branch',
  servers: ['wss://c.example.org'],
  inUse: false,
};

type Answers = Readonly<Record<string, unknown>>;

/** Runs the verb on an engine that answers like this, and tells what it was asked. */
async function run(argv: readonly string[], answers: Answers = {}) {
  const asked: [string, unknown][] = [];
  const all: Answers = {
    'connections.list': { rows: [OFFICE, BRANCH], installation: null, keeps: 'memory' },
    ...answers,
  };
  const call = async (procedure: string, input: unknown): Promise<Reply> => {
    asked.push([procedure, input]);
    const value = all[procedure];
    if (value instanceof Error)
      return { ok: false, error: { code: 'link-lost', kind: 'retryable', message: value.message } };
    return { ok: true, value: Array.isArray(value) ? value.shift() : value };
  };
  const session: Session = { kind: 'own', call, close: async () => undefined };
  const { output, json, words } = recordedOutput();
  const code = await link.run(verbContext(['link', ...argv], session, output));
  return { code, json, words, asked };
}

function needsLog(...argv: readonly string[]): unknown {
  return typeof link.needsLog === 'function' && link.needsLog(parseCliArguments(['link', ...argv]));
}

describe('link', () => {
  it.each([
    ['status', 'link.status'],
    ['offline', 'link.offline'],
  ])('%s prints how it is, as JSON and in words', async (action, procedure) => {
    const status = linkStatus({ waiting: { commits: 2, oldest: null } });
    expect(await run([action], { [procedure]: status })).toEqual({
      code: EXIT.done,
      json: [status],
      words: ['Offline, 2 changes to go out'],
      asked: [[procedure, {}]],
    });
  });

  it('sync prints what it did, not what was done before', async () => {
    const before = linkStatus({ counts: { ...NO_COUNTS, pushed: 7, pulled: 3, conflicts: 1 } });
    const counts = { ...NO_COUNTS, pushed: 8, pulled: 3, conflicts: 3, rebased: 1, dropped: 1 };
    const answers = { 'link.status': before, 'link.sync': linkStatus({ state: 'live', behind: 4, counts }) };
    const { code, json, words, asked } = await run(['sync', '--begin'], answers);
    expect(code).toBe(EXIT.done);
    expect(json).toEqual([{ pushed: 1, pulled: 0, rebased: 1, dropped: 1, conflicts: 2, behind: 4 }]);
    expect(words).toEqual(['1 change sent, 0 taken in, 2 conflicts']);
    expect(asked).toContainEqual(['link.sync', { connection: null, connectionId: null, allow: ['begin'] }]);
  });

  it('sync of nothing says so', async () => {
    const status = linkStatus({ state: 'live' });
    const { json, words } = await run(['sync', '--connection', 'Branch'], {
      'link.status': status,
      'link.sync': status,
    });
    expect(json).toEqual([{ pushed: 0, pulled: 0, rebased: 0, dropped: 0, conflicts: 0, behind: 0 }]);
    expect(words).toEqual(['0 changes sent, 0 taken in, 0 conflicts']);
  });

  it('online takes the connection of the folder, one of its connections by name, or a server', async () => {
    const status = linkStatus({ state: 'connecting' });
    const all = { 'link.online': status, 'connections.use': status, 'link.use': status };
    expect((await run(['online', '--fill'], all)).asked).toEqual([['link.online', { allow: ['fill'] }]]);
    expect((await run(['online', '--connection', 'Branch', '--join'], all)).asked.at(-1)).toEqual([
      'connections.use',
      { id: 'b', allow: ['join'] },
    ]);
    const { asked, words } = await run(['online', '--nats', 'wss://d.example.org'], all);
    expect(asked).toMatchObject([
      ['link.use', { connection: { servers: ['wss://d.example.org'] }, allow: [] }],
    ]);
    expect(words).toEqual(['Connecting, 0 changes to go out']);
  });

  it('connections lists them, and marks the one in use', async () => {
    const { words, json } = await run(['connections']);
    expect(words).toEqual([
      'Office: wss://a.example.org, wss://b.example.org (in use)',
      'Branch: wss://c.example.org',
    ]);
    expect(json).toMatchObject([{ rows: [{ name: 'Office' }, { name: 'Branch' }] }]);
  });

  it.each([
    ['good', EXIT.done],
    ['attention', EXIT.done],
    ['bad', EXIT.refused],
  ])('test says each step in words, and by its exit code whether it works: %s', async (outcome, code) => {
    const findings = [
      { step: 'address', outcome: 'good', code: null, words: 'It answers' },
      { step: 'log', outcome: 'attention', code: 'log-missing', words: 'No log yet' },
      { step: 'permissions', outcome: 'bad', code: 'link-forbidden', words: 'May not' },
    ];
    const report = { outcome, findings };
    const ran = await run(['test', '--connection', 'Office'], { 'connections.test': report });
    expect(ran).toMatchObject({
      code,
      json: [report],
      words: ['ok: It answers', '!: No log yet', 'FAILED: May not'],
    });
    expect(ran.asked.at(-1)).toEqual(['connections.test', { of: { id: OFFICE.id } }]);
    const inUse = await run(['test'], { 'connections.test-way': report });
    expect(inUse.asked).toEqual([['connections.test-way', { connection: null }]]);
  });
});

describe('link used wrongly', () => {
  const wrong = (argv: readonly string[], answers?: Answers) => expect(run(argv, answers)).rejects;

  it.each([['nonsense'], ['status', 'now'], ['constructor'], ['sync', 'read']])(
    'as link %s says how it is used',
    async (...argv) => {
      await wrong(argv).toMatchObject({
        error: { code: 'arguments-invalid', message: expect.stringContaining('link status|sync|') as string },
      });
    },
  );

  it.each([['legacy'], ['legacy', 'nonsense'], ['legacy', 'constructor']])(
    'as link %s says how the bridge is used',
    async (...argv) => {
      await wrong(argv).toMatchObject({
        error: {
          code: 'arguments-invalid',
          message: expect.stringContaining('link legacy on|off|status') as string,
        },
      });
    },
  );

  it.each([
    ['status', '--begin'],
    ['offline', '--connection=Office'],
    ['connections', '--nats=wss://a'],
    ['test', '--join'],
    ['legacy on', '--nats=wss://a'],
    ['legacy status', '--connection=Office'],
  ])('link %s refuses %s, which it would pass over', async (action, option) => {
    await wrong([...action.split(' '), option]).toMatchObject({
      error: { message: `link ${action} has no use for ${option.split('=')[0] ?? ''}. Leave it out.` },
    });
  });

  it('with a connection that is not there says which there are', async () => {
    await wrong(['online', '--connection', 'Ofice']).toMatchObject({
      error: {
        kind: 'wrong-use',
        code: 'connection-unknown',
        message: 'No connection is called Ofice. There are: Office, Branch.',
      },
    });
    await wrong(['test', '--connection', 'Office'], { 'connections.list': { rows: [] } }).toMatchObject({
      error: { message: 'No connection is called Office. There are: none.' },
    });
  });

  it('on a path that holds no log makes none, unless it is what begins a folder', () => {
    const looks = [
      ['status'],
      ['offline'],
      ['connections'],
      ['legacy', 'on'],
      ['legacy', 'off'],
      ['legacy', 'status'],
    ];
    const begins = [['sync'], ['online'], ['test'], ['legacy', 'read']];
    expect(looks.map((argv) => needsLog(...argv))).toEqual(looks.map(() => true));
    expect(begins.map((argv) => needsLog(...argv))).toEqual(begins.map(() => false));
  });
});

describe('link legacy', () => {
  it.each([
    ['on', 'legacy.on'],
    ['off', 'legacy.off'],
    ['status', 'legacy.status'],
  ])('%s prints how the bridge is then', async (action, procedure) => {
    const status = legacyStatus({ mode: 'on', state: 'waiting' });
    expect(await run(['legacy', action], { [procedure]: status })).toEqual({
      code: EXIT.done,
      json: [status],
      words: ['Waiting for the link, 0 events taken in, 0 not'],
      asked: [[procedure, {}]],
    });
  });

  it('read goes over a named connection as over a server', async () => {
    const all = { 'legacy.readThrough': legacyStatus() };
    const named = await run(['legacy', 'read', '--connection', 'Branch'], all);
    expect(named.asked.at(-1)).toEqual([
      'legacy.readThrough',
      { connection: null, connectionId: 'b', allow: [] },
    ]);
    const server = await run(['legacy', 'read', '--nats', 'wss://d.example.org', '--begin'], all);
    expect(server.asked.at(-1)).toMatchObject([
      'legacy.readThrough',
      { connection: { servers: ['wss://d.example.org'] }, connectionId: null, allow: ['begin'] },
    ]);
  });

  it('read says every second how far it is, as long as it goes on', async () => {
    vi.useFakeTimers();
    let finish: (reply: Reply) => void = () => undefined;
    const done = new Promise<Reply>((resolve) => {
      finish = resolve;
    });
    const progress: Reply[] = [
      { ok: true, value: legacyStatus({ state: 'reading', behind: 20 }) },
      // It is asked beside the work: where that fails, the work goes on.
      { ok: false, error: { code: 'engine-busy', kind: 'retryable', message: 'Busy.' } },
      { ok: true, value: legacyStatus({ state: 'reading', behind: 10 }) },
    ];
    const call = (procedure: string): Promise<Reply> =>
      procedure === 'legacy.readThrough' ? done : Promise.resolve(progress.shift() as Reply);
    const { output, json, words } = recordedOutput();
    const running = link.run(
      verbContext(['link', 'legacy', 'read'], { kind: 'own', call, close: async () => undefined }, output),
    );
    await vi.advanceTimersByTimeAsync(3500);
    expect(words).toEqual([
      'Reading, 20 messages left, 0 events taken in, 0 not',
      'Reading, 10 messages left, 0 events taken in, 0 not',
    ]);
    finish({ ok: true, value: legacyStatus() });
    expect(await running).toBe(EXIT.done);
    await vi.advanceTimersByTimeAsync(5000);
    expect([json, words.length]).toEqual([[legacyStatus()], 3]);
    vi.useRealTimers();
  });
});
