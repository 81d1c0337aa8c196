import { describe, expect, it } from 'vitest';
import { type ConsoleFailure, failure } from '../../domain/contract/errors.ts';
import { ViewWaiters } from './view-waiters.ts';

const stoppedError = failure('terminal', 'view-stopped', 'It stopped.');

/** What each waiter heard, by its name. */
function bench(findStopped: (position: number) => ConsoleFailure | null = () => null) {
  const heard: string[] = [];
  const waiters = new ViewWaiters(findStopped);
  const wait = (name: string, position: number, reached: number): void => {
    waiters.wait(position, null, reached).then(
      () => heard.push(`${name} visible`),
      () => heard.push(`${name} failed`),
    );
  };
  const settled = async (): Promise<string[]> => {
    await new Promise(setImmediate);
    return heard;
  };
  return { waiters, wait, settled };
}

describe('those who wait for the views', () => {
  it('for a position that is reached already do not wait', async () => {
    const { wait, settled } = bench();
    wait('ada', 5, 5);
    expect(await settled()).toEqual(['ada visible']);
  });

  it('hear of it when their position is reached, and not before', async () => {
    const { waiters, wait, settled } = bench();
    wait('ada', 5, 1);
    wait('grace', 9, 1);
    waiters.advance(4);
    expect(await settled()).toEqual([]);
    waiters.advance(6);
    expect(await settled()).toEqual(['ada visible']);
    waiters.advance(9);
    expect(await settled()).toEqual(['ada visible', 'grace visible']);
  });

  it('fail at once where a view has stopped before their position', async () => {
    const { wait, settled } = bench((position) => (position > 3 ? stoppedError : null));
    wait('ada', 5, 1);
    wait('grace', 2, 2);
    expect(await settled()).toEqual(['ada failed', 'grace visible']);
  });

  it('fail when a view stops before their position, and only those', async () => {
    let stoppedAt = Number.POSITIVE_INFINITY;
    const { waiters, wait, settled } = bench((position) => (position > stoppedAt ? stoppedError : null));
    wait('ada', 5, 1);
    wait('grace', 3, 1);
    stoppedAt = 4;
    waiters.recheck();
    expect(await settled()).toEqual(['ada failed']);
  });

  it('all fail when the engine ends', async () => {
    const { waiters, wait, settled } = bench();
    wait('ada', 5, 1);
    wait('grace', 3, 1);
    waiters.failAll(stoppedError);
    waiters.failAll(stoppedError);
    expect(await settled()).toEqual(['ada failed', 'grace failed']);
  });
});
