import { getEventListeners } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reply } from '../../../domain/contract/bridge.ts';
import type { LinkStatus } from '../../../domain/contract/link.ts';
import { EXIT } from '../output.ts';
import type { Session } from '../session-port.ts';
import { linkStatus } from '../testing/statuses.ts';
import { recordedOutput, verbContext } from '../testing/verb-context.ts';
import { run } from './run.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An engine whose link is as it was last set. */
function engine(kind: Session['kind'] = 'own') {
  let status = linkStatus({ state: 'connecting' });
  const asked: string[] = [];
  const call = async (procedure: string): Promise<Reply> => {
    asked.push(procedure);
    return { ok: true, value: status };
  };
  return {
    session: { kind, call, close: async () => undefined },
    asked,
    becomes: (now: Partial<LinkStatus>) => {
      status = linkStatus(now);
    },
  };
}

function started(session: Session, argv: readonly string[] = []) {
  const stop = new AbortController();
  const { output, words } = recordedOutput();
  const context = verbContext(['run', ...argv], session, output);
  const ended = run.run({ ...context, interruption: () => stop.signal });
  return { stop, words, ended };
}

describe('run', () => {
  it('wants the link, says each change of its state once, and ends well when it is asked to', async () => {
    const { session, becomes, asked } = engine();
    const { stop, words, ended } = started(session);
    await vi.advanceTimersByTimeAsync(2500);
    becomes({ state: 'live', waiting: { commits: 1, oldest: null } });
    await vi.advanceTimersByTimeAsync(2000);
    becomes({ state: 'live' });
    await vi.advanceTimersByTimeAsync(2000);
    becomes({
      state: 'connecting',
      error: { code: 'link-lost', kind: 'retryable', message: 'The connection was lost.' },
    });
    await vi.advanceTimersByTimeAsync(2000);
    expect(words).toEqual([
      'Connecting, 0 changes to go out',
      'Live, 1 change to go out',
      'Connecting, 0 changes to go out. The connection was lost.',
    ]);
    expect(asked[0]).toBe('link.online');
    stop.abort();
    expect(await ended).toBe(EXIT.done);
  });

  it('says how it was at the end, however short a time it ran', async () => {
    const { session, becomes } = engine();
    const { stop, words, ended } = started(session);
    await vi.advanceTimersByTimeAsync(10);
    becomes({ state: 'live' });
    stop.abort();
    expect(await ended).toBe(EXIT.done);
    expect(words).toEqual(['Connecting, 0 changes to go out', 'Live, 0 changes to go out']);
  });

  it('does not gather listeners, however long it runs', async () => {
    const { stop, ended } = started(engine().session);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(getEventListeners(stop.signal, 'abort')).toHaveLength(1);
    stop.abort();
    await ended;
    expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves a folder to the console that has it, and says what to do', async () => {
    const { session, asked } = engine('console');
    await expect(started(session).ended).rejects.toMatchObject({
      error: {
        kind: 'rejected',
        code: 'data-folder-served',
        message: expect.stringContaining('Close it first') as string,
      },
    });
    expect(asked).toEqual([]);
  });

  it('without a connection says by which options one is named', async () => {
    const error = { code: 'link-not-set', kind: 'wrong-use', message: 'No connection is set.' } as const;
    const call = async (): Promise<Reply> => ({ ok: false, error });
    await expect(started({ kind: 'own', call, close: async () => undefined }).ended).rejects.toMatchObject({
      error: { code: 'link-not-set', message: expect.stringContaining('--nats URL') as string },
    });
  });

  it('checks how it is to sign in before anything is opened', async () => {
    const { session, asked } = engine();
    await expect(started(session, ['--creds', '']).ended).rejects.toMatchObject({
      error: { code: 'arguments-invalid', message: expect.stringContaining('--creds is empty') as string },
    });
    expect(asked).toEqual([]);
  });
});
