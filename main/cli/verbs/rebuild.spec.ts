import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reply } from '../../../domain/contract/bridge.ts';
import { EXIT, type Output } from '../output.ts';
import type { Session } from '../session-port.ts';
import { rebuild } from './rebuild.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An engine that is a quarter further whenever it is asked how far it is, until it is let go. */
function slowEngine(): { readonly session: Session; readonly finish: () => void } {
  let position = 0;
  let finish: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const status = (): Reply => {
    const progress = { share: position / 4000, eventsPerSecond: 500, secondsLeft: (4000 - position) / 500 };
    position += 1000;
    const views = [
      { view: 'summary', rebuild: position > 1000 ? progress : null },
      { view: 'detail', rebuild: null },
    ];
    return { ok: true, value: { head: 4000, views } };
  };
  const call = async (procedure: string, input: unknown): Promise<Reply> => {
    if (procedure === 'views.status') return status();
    const { view } = input as { view: string };
    if (view === 'summary') await done;
    return { ok: true, value: { view, events: 4000, seconds: 8 } };
  };
  return { session: { kind: 'own', call, close: async () => undefined }, finish };
}

describe('rebuild', () => {
  it('says every second how far it is, how fast and for how long still, and prints JSON only at the end', async () => {
    const { session, finish } = slowEngine();
    const words: string[] = [];
    const json: unknown[] = [];
    const output: Output = {
      json: async (value) => void json.push(value),
      text: async () => undefined,
      words: (line) => void words.push(line),
      closed: () => null,
    };
    const running = rebuild.run({
      arguments: {
        verb: 'rebuild',
        positionals: [],
        data: null,
        commandId: null,
        expectedVersion: null,
        mapping: null,
        dryRun: null,
        suggest: null,
        duplicates: null,
        refused: null,
        resume: null,
        help: false,
      },
      dataFolder: '/data',
      input: (async function* () {})(),
      output,
      session: async () => session,
      interruption: () => new AbortController().signal,
    });
    await vi.advanceTimersByTimeAsync(2500);
    expect(words).toEqual([
      'summary: 25 %, 500 events a second, about 6 s left',
      'summary: 50 %, 500 events a second, about 4 s left',
    ]);
    expect(json).toEqual([]);
    finish();
    expect(await running).toBe(EXIT.done);
    expect(json).toMatchObject([{ view: 'summary' }, { view: 'detail' }]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(words).toHaveLength(2);
  });
});
