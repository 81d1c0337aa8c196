import { describe, expect, it, vi } from 'vitest';
import { createSocketKeeper } from './socket-keeper.ts';

const running = { state: 'running', error: null } as const;
const failed = { state: 'failed', error: null } as const;

describe('socket for the command line', () => {
  it('opens once the engine runs, not before, and stays open while the engine restarts', async () => {
    const server = { close: vi.fn(() => Promise.resolve()) };
    const listen = vi.fn(() => Promise.resolve(server));
    const keeper = createSocketKeeper({ listen, report: () => undefined });
    keeper.follow(failed);
    expect(listen).not.toHaveBeenCalled();
    keeper.follow(running);
    keeper.follow({ state: 'restarting', error: null });
    keeper.follow(running);
    await keeper.close();
    expect([listen.mock.calls.length, server.close.mock.calls.length]).toEqual([1, 1]);
  });

  it('does not open once the console closes', async () => {
    const listen = vi.fn();
    const keeper = createSocketKeeper({ listen, report: () => undefined });
    await keeper.close();
    keeper.follow(running);
    expect(listen).not.toHaveBeenCalled();
  });

  it('is no reason to fail where there can be none', async () => {
    const report = vi.fn();
    const keeper = createSocketKeeper({ listen: () => Promise.reject(new Error('EOPNOTSUPP')), report });
    keeper.follow(running);
    await expect(keeper.close()).resolves.toBeUndefined();
    expect(report).toHaveBeenCalledOnce();
  });
});
