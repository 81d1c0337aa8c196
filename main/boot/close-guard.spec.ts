import { describe, expect, it, vi } from 'vitest';
import type { JobKind } from '../../domain/contract/jobs.ts';
import type { Push } from '../../domain/contract/pushes.ts';
import { createCloseGuard, createWorkUnderWay, quitQuestion } from './close-guard.ts';

function changed(jobId: string, kind: JobKind, state: 'running' | 'done'): Push {
  return { name: 'job.changed', payload: { jobId, kind, state } } as Push;
}

describe('the work under way', () => {
  it('is what began and has not ended, of what is lost with the console', () => {
    const work = createWorkUnderWay();
    work.follow(changed('a', 'import', 'running'));
    work.follow(changed('b', 'backup', 'running'));
    work.follow(changed('c', 'verify', 'running'));
    work.follow(changed('a', 'import', 'done'));
    expect(work.kinds()).toEqual(['backup']);
  });

  it('is none where what worked stays down', () => {
    const work = createWorkUnderWay();
    work.follow(changed('a', 'bulk', 'running'));
    work.follow({ name: 'engine.state', payload: { state: 'failed', error: null } });
    expect(work.kinds()).toEqual([]);
  });
});

describe('the question', () => {
  it('names each kind once, and what becomes of it', () => {
    expect(quitQuestion(['import'])).toEqual({
      message: 'Work is under way: an import',
      detail: 'What was changed so far stays. It stops where it is, and can be gone on with later.',
    });
    const { message, detail } = quitQuestion(['export', 'bulk', 'persons-export', 'backup']);
    expect(message).toBe('Work is under way: an export, a change to many persons and a backup');
    expect(detail).toMatch(/gone on with later\.\n.*written anew/u);
  });
});

describe('closing', () => {
  function guarded(kinds: readonly JobKind[]) {
    const answers: ((agreed: boolean) => void)[] = [];
    const ask = vi.fn(() => new Promise<boolean>((resolve) => answers.push(resolve)));
    const quit = vi.fn();
    const guard = createCloseGuard({ kinds: () => kinds, ask, quit });
    const close = () => {
      const preventDefault = vi.fn();
      guard({ preventDefault });
      return preventDefault;
    };
    const answer = async (agreed: boolean): Promise<void> => {
      answers.pop()?.(agreed);
      await Promise.resolve();
    };
    return { close, answer, ask, quit };
  }

  it('is not held up where nothing is under way', () => {
    const { close, ask } = guarded([]);
    expect(close()).not.toHaveBeenCalled();
    expect(ask).not.toHaveBeenCalled();
  });

  it('waits for the answer, and asks once however often it is tried', async () => {
    const { close, answer, ask, quit } = guarded(['import']);
    expect(close()).toHaveBeenCalled();
    expect(close()).toHaveBeenCalled();
    expect(ask).toHaveBeenCalledOnce();
    await answer(true);
    expect(quit).toHaveBeenCalledOnce();
    expect(close()).not.toHaveBeenCalled();
  });

  it('is given up where the operator keeps working, and asked about again', async () => {
    const { close, answer, ask, quit } = guarded(['backup']);
    close();
    await answer(false);
    expect(quit).not.toHaveBeenCalled();
    expect(close()).toHaveBeenCalled();
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('goes on where the question cannot be shown', async () => {
    const quit = vi.fn();
    const ask = () => Promise.reject(new Error('no display'));
    createCloseGuard({ kinds: () => ['bulk'], ask, quit })({ preventDefault: vi.fn() });
    await vi.waitFor(() => expect(quit).toHaveBeenCalledOnce());
  });
});
