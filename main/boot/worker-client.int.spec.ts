import { afterEach, describe, expect, it } from 'vitest';
import type { Push } from '../../domain/contract/pushes.ts';
import { startToy } from './testing/toy-thread.ts';
import type { ThreadClient } from './worker-client.ts';

const started: ThreadClient[] = [];

async function serving(onPush?: (push: Push) => void, env?: NodeJS.ProcessEnv): Promise<ThreadClient> {
  const client = await startToy('serves', onPush, env);
  started.push(client);
  return client;
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((client) => client.stop(0)));
});

describe('calls to a thread', () => {
  it('answer each caller its own value, in whatever order they finish', async () => {
    const client = await serving();
    const inputs = Array.from({ length: 50 }, (_, index) => index);
    const answers = await Promise.all(
      inputs.map((input) => client.call(input % 2 === 0 ? 'later' : 'echo', { input })),
    );
    expect(answers).toEqual(inputs.map((input) => ({ input })));
  });

  it('reject with the error that the thread answered', async () => {
    const client = await serving();
    await expect(client.call('refuse', {})).rejects.toMatchObject({
      error: { code: 'version-conflict', kind: 'conflict', details: { head: 3 } },
    });
  });

  it('do not carry what went wrong inside across', async () => {
    const client = await serving();
    const error: unknown = await client.call('break', {}).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ error: { code: 'internal', kind: 'bug' } });
    expect(String(error)).not.toContain('secret');
  });

  it('hand pushes on, before the answer of the call that caused them', async () => {
    const pushes: Push[] = [];
    const client = await serving((push) => pushes.push(push));
    await client.call('push', {});
    expect(pushes).toEqual([{ name: 'views.changed', payload: { view: 'persons' } }]);
  });
});

describe('a thread that ends', () => {
  it.each(['throw', 'exit'])('fails every call under way, and says so (%s)', async (way) => {
    const client = await serving();
    const waiting = ['hang', way].map((name) => client.call(name, {}).catch((thrown: unknown) => thrown));
    for (const error of await Promise.all(waiting)) {
      expect(error).toMatchObject({ error: { code: 'engine-stopped', kind: 'retryable' } });
    }
    await expect(client.call('echo', {})).rejects.toMatchObject({ error: { code: 'engine-stopped' } });
  });

  it('leaves a command under way with an unknown outcome, and tells how to send it again', async () => {
    const client = await serving();
    const command = client.call('commands.submit', {}).catch((thrown: unknown) => thrown);
    await client.call('exit', {}).catch(() => undefined);
    expect(await command).toMatchObject({
      error: { kind: 'retryable', message: expect.stringContaining('same command id') as string },
    });
  });

  it('tells what ended it', async () => {
    const client = await serving();
    await client.call('throw', {}).catch(() => undefined);
    expect(await client.ended).toMatchObject({ message: 'the thread broke' });
  });

  it('closes when asked, and only is terminated when it does not', async () => {
    const willing = await serving();
    await willing.stop(60_000);
    expect(await willing.ended).toBeNull();
    const deaf = await serving(undefined, { TOY_DEAF: '1' });
    await deaf.stop(50);
    expect(await deaf.ended).toBeNull();
  });

  it('can be stopped after it ended', async () => {
    const client = await serving();
    await client.stop(1000);
    await expect(client.stop(1000)).resolves.toBeUndefined();
  });
});

describe('a thread that does not open', () => {
  it.each([
    ['cannot-open', 'data-folder-in-use'],
    ['cannot-open-for-no-reason', 'internal'],
    ['dies-at-once', 'engine-stopped'],
  ] as const)('says why (%s: %s)', async (mode, code) => {
    await expect(startToy(mode)).rejects.toMatchObject({ error: { code } });
  });
});
