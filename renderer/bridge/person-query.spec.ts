import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Reply } from '../../domain/contract/bridge.ts';
import { personAtHeadQuery, personQuery } from './person-query.ts';
import { createQueryClient } from './query-client.ts';

const invoke = vi.fn<(name: string, input: unknown) => Promise<Reply>>();
const stopped: Reply = {
  ok: false,
  error: { code: 'view-stopped', kind: 'terminal', message: 'The view stopped before that.' },
};

/** A person who was looked at before. */
function clientOnceLooked() {
  const client = createQueryClient();
  client.setQueryData(personQuery('ada').queryKey, { version: 1 } as never);
  return client;
}

beforeEach(() => {
  invoke.mockReset();
  vi.stubGlobal('window', { personConsole: { invoke } });
});
afterEach(() => vi.unstubAllGlobals());

it('a person at the head of the log is read anew, and no older than the log', async () => {
  invoke.mockImplementation((name) =>
    Promise.resolve({ ok: true, value: name === 'views.status' ? { head: 41, views: [] } : { version: 2 } }),
  );
  expect(await clientOnceLooked().query(personAtHeadQuery('ada'))).toEqual({ version: 2 });
  expect(invoke.mock.calls).toEqual([
    ['views.status', {}],
    ['persons.get', { personId: 'ada', atLeast: 41 }],
  ]);
});

it('where that cannot be read, what was looked at before does not stand for it', async () => {
  invoke.mockImplementation((name) =>
    Promise.resolve(name === 'views.status' ? { ok: true, value: { head: 41, views: [] } } : stopped),
  );
  const client = clientOnceLooked();
  await expect(client.query(personAtHeadQuery('ada'))).rejects.toMatchObject({
    error: { code: 'view-stopped' },
  });
  expect(client.getQueryData(personAtHeadQuery('ada').queryKey)).toBeUndefined();
});
