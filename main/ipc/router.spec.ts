import { fc, test } from '@fast-check/vitest';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { failure } from '../../domain/contract/errors.ts';
import { isPageProcedure, procedures } from '../../domain/contract/procedures.ts';
import { createRouter, type Router, type Targets } from './router.ts';

const targets = { query: vi.fn(), engine: vi.fn(), jobs: vi.fn(), console: vi.fn() } satisfies Targets;
const report = vi.fn();
let route: Router;

function ask(procedure: unknown, input?: unknown): ReturnType<Router> {
  return route({ trusted: true, procedure, input });
}

beforeEach(() => {
  vi.resetAllMocks();
  route = createRouter(targets, report);
});

describe('router', () => {
  it.each([
    ['persons.list', 'query'],
    ['views.status', 'engine'],
    ['jobs.list', 'jobs'],
    ['engine.status', 'console'],
  ] as const)('hands %s to the %s target, defaults filled in', async (name, kind) => {
    targets[kind].mockResolvedValue('answer');
    expect(await ask(name, {})).toEqual({ ok: true, value: 'answer' });
    expect(targets[kind]).toHaveBeenLastCalledWith(name, procedures[name].input.parse({}));
  });

  it('refuses a sender that is not our page before it looks at anything else', async () => {
    const reply = await route({ trusted: false, procedure: 'views.status', input: {} });
    expect(reply).toMatchObject({ ok: false, error: { code: 'sender-refused', kind: 'wrong-use' } });
    expect(targets.engine).not.toHaveBeenCalled();
  });

  it.each(['persons.drop', '__proto__', 'constructor', 'toString', '', 7, null, {}, ['persons.list']])(
    'refuses %j as the name of a procedure',
    async (name) => {
      expect(await ask(name, {})).toMatchObject({ ok: false, error: { code: 'procedure-unknown' } });
    },
  );

  it('knows no procedure for the page that takes a path', async () => {
    const input = { file: '/home/ada/.profile' };
    const fromPage = createRouter(targets, report, isPageProcedure);
    const reply = await fromPage({ trusted: true, procedure: 'log.backup', input });
    expect(reply).toMatchObject({ ok: false, error: { code: 'procedure-unknown' } });
    expect(targets.engine).not.toHaveBeenCalled();
    await ask('log.backup', input);
    expect(targets.engine).toHaveBeenCalledWith('log.backup', input);
    await fromPage({ trusted: true, procedure: 'views.status', input: {} });
    expect(targets.engine).toHaveBeenLastCalledWith('views.status', { rows: false });
  });

  it('refuses input that the schema does not know, and says where', async () => {
    const reply = await ask('persons.list', { limit: 5000, order: 'name' });
    expect(reply).toMatchObject({
      ok: false,
      error: {
        code: 'input-invalid',
        kind: 'wrong-use',
        message: expect.stringContaining('persons.list') as string,
      },
    });
    expect(reply.ok ? [] : reply.error.details?.['issues']).toEqual(
      expect.arrayContaining([expect.objectContaining({ path: 'limit' })]),
    );
    expect(targets.query).not.toHaveBeenCalled();
  });

  it.each([
    ['persons.list', { limit: '5' }, 'limit: Must be a number'],
    ['persons.list', { order: 'name' }, 'order: There is no such field here: take it out'],
    ['persons.get', { personId: 7 }, 'personId: Must be text'],
    ['persons.get', {}, 'personId: Enter a value'],
    ['views.status', [], 'input: Must be a set of fields'],
  ])('says in plain words what is wrong with the input of %s: %j', async (name, input, words) => {
    const reply = await ask(name, input);
    const message = `The input does not fit ${name}. ${words}. Mend it and send it again; the catalogue lists its fields.`;
    expect(reply).toMatchObject({ error: { code: 'input-invalid', message } });
  });

  it('names the procedure that there is not, and where those that there are stand', async () => {
    const message = 'There is no procedure "persons.drop". The catalogue lists them.';
    expect(await ask('persons.drop', {})).toMatchObject({ error: { message } });
    const long = await ask('x'.repeat(100_000), {});
    expect(long.ok ? '' : long.error.message.length).toBeLessThan(400);
  });

  it('names at most twenty faults of an input, and their number', async () => {
    const status = Array.from({ length: 300 }, () => 'nobody');
    const reply = await ask('persons.list', { status });
    expect(reply).toMatchObject({ ok: false, error: { details: { count: 300 } } });
    expect(reply.ok ? null : reply.error.details?.['issues']).toHaveLength(20);
  });

  it('refuses input that would reach the prototype of all objects', async () => {
    const input: unknown = JSON.parse('{"type":"X","data":{"__proto__":{"polluted":true}}}');
    expect(await ask('commands.submit', input)).toMatchObject({ error: { code: 'payload-unsafe-key' } });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('answers what the target refuses, as data', async () => {
    targets.engine.mockRejectedValue(
      failure('conflict', 'version-conflict', 'Somebody was faster.', { head: 3 }),
    );
    expect(await ask('views.status', {})).toEqual({
      ok: false,
      error: {
        code: 'version-conflict',
        kind: 'conflict',
        message: 'Somebody was faster.',
        details: { head: 3 },
      },
    });
    expect(report).not.toHaveBeenCalled();
  });

  it('reports an unexpected error and tells the page nothing of it', async () => {
    const secret = new Error('/home/operator/secret.sqlite: SQL near …');
    targets.query.mockRejectedValue(secret);
    const reply = await ask('persons.counts', {});
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal', kind: 'bug' } });
    expect(JSON.stringify(reply)).not.toContain('secret');
    expect(report).toHaveBeenCalledExactlyOnceWith('persons.counts', secret);
  });

  it('answers even when looking at the input throws', async () => {
    const hostile = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    expect(await ask('views.status', hostile)).toMatchObject({ ok: false, error: { code: 'internal' } });
  });

  test.prop([fc.anything(), fc.anything({ withNullPrototype: true, withMap: true, withBigInt: true })])(
    'answers a reply whatever comes in',
    async (procedure, input) => {
      const reply = await ask(procedure, input);
      expect(reply.ok || typeof reply.error.code === 'string').toBe(true);
    },
  );

  test.prop([fc.constantFrom(...Object.keys(procedures)), fc.anything()])(
    'lets only input through that the schema of the procedure accepts',
    async (name, input) => {
      vi.resetAllMocks();
      await ask(name, input);
      const passed = [targets.query, targets.engine, targets.console].flatMap((target) => target.mock.calls);
      const accepted = procedures[name as keyof typeof procedures].input.safeParse(input).success;
      expect(passed.length === 0 || accepted).toBe(true);
    },
  );
});
