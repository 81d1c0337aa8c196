import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { failure } from '../../domain/contract/errors.ts';
import type { SyncLog } from '../../domain/ports/sync-log.ts';
import type { BrokerConnection } from './broker.ts';
import type { Requests } from './requests/requests.ts';
import { Sync } from './sync.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = new Promise<never>(() => undefined);
const sync = {
  position: () => 0,
  installation: () => null,
  waiting: () => ({ commits: 0, oldest: null }),
} as unknown as SyncLog;

function linked(connect: () => Promise<BrokerConnection>): Sync {
  const link = new Sync({
    sync,
    broker: { connect },
    takeIn: () => {
      throw new Error('Nothing comes');
    },
    newId: () => '',
    clock: { now: () => Date.now() },
    stepBack: () => 0,
    requests: { status: {} } as unknown as Requests,
    onChange: () => undefined,
    random: () => 1,
  });
  onTestFinished(() => link.stop());
  return link;
}

it('after sleep the pause between two attempts is not waited out', async () => {
  const connect = vi.fn(() => Promise.reject(failure('retryable', 'link-unreachable', 'Nobody answers')));
  const link = linked(connect);
  link.awoke();
  expect(connect).not.toHaveBeenCalled();
  link.start();
  await vi.advanceTimersByTimeAsync(20_000);
  const attempts = connect.mock.calls.length;
  link.awoke();
  expect(connect).toHaveBeenCalledTimes(attempts + 1);
  await vi.advanceTimersByTimeAsync(500);
  expect(connect).toHaveBeenCalledTimes(attempts + 2);
});

it('after sleep a connection that does not answer in two seconds is over; one that does goes on', async () => {
  let answers: Promise<void> = Promise.resolve();
  const connection = {
    closed: never,
    log: () => never,
    installation: () => never,
    isThere: () => answers,
    close: vi.fn(() => Promise.resolve()),
  } as unknown as BrokerConnection;
  const link = linked(() => Promise.resolve(connection));
  link.start();
  await vi.advanceTimersByTimeAsync(0);
  link.awoke();
  await vi.advanceTimersByTimeAsync(3000);
  expect(connection.close).not.toHaveBeenCalled();
  answers = never;
  link.awoke();
  await vi.advanceTimersByTimeAsync(2000);
  expect(connection.close).toHaveBeenCalled();
  expect(link.status.error?.code).toBe('link-lost');
});
