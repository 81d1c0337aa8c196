import { describe, expect, it } from 'vitest';
import type { Reply } from '../../domain/contract/bridge.ts';
import { followJob } from './follow-job.ts';
import { recordedOutput } from './testing/verb-context.ts';

const PROGRESS = { done: 1, total: 2, secondsLeft: 3 };

/** Work that goes on until it is so. */
function work(isOver: () => boolean) {
  const asked: string[] = [];
  const call = async (procedure: string): Promise<Reply> => {
    asked.push(procedure);
    const state = isOver() ? 'done' : 'running';
    return { ok: true, value: { jobId: 'j', state, progress: PROGRESS } };
  };
  return { engine: { kind: 'own', call, close: async () => undefined } as const, asked };
}

describe('long work that is waited for', () => {
  it('tells how far it is as long as it goes on', async () => {
    const { output, words } = recordedOutput();
    const { engine } = work(() => words.length > 0);
    const job = await followJob('j', { engine, output, stop: new AbortController().signal });
    expect([job.state, words]).toEqual(['done', ['50 %, about 3 s left']]);
  });

  it('is cancelled once where somebody asks to end, and waited for until it has let go', async () => {
    const { output } = recordedOutput();
    const { engine, asked } = work(() => asked.length > 4);
    const job = await followJob('j', { engine, output, stop: AbortSignal.abort() });
    expect(job.state).toBe('done');
    expect(asked.filter((procedure) => procedure === 'jobs.cancel')).toHaveLength(1);
    expect(asked.at(-1)).toBe('jobs.get');
  });
});
