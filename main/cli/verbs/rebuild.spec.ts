import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reply } from '../../../domain/contract/bridge.ts';
import { EXIT } from '../output.ts';
import type { Session } from '../session-port.ts';
import { rebuild } from './rebuild.ts';
import { recordedOutput, verbContext } from '../testing/verb-context.ts';

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
    const views = ['summary', 'detail'].map((view) => ({
      view,
      rebuild: position > 1000 ? progress : null,
    }));
    return { ok: true, value: { head: 4000, views } };
  };
  const call = async (procedure: string, input: unknown): Promise<Reply> => {
    if (procedure === 'views.status') return status();
    await done;
    const { view = null } = input as { readonly view?: string };
    return { ok: true, value: { view, events: 4000, seconds: 8 } };
  };
  return { session: { kind: 'own', call, close: async () => undefined }, finish };
}

describe('rebuild', () => {
  it('says every second how far it is, how fast and for how long still, and prints JSON only at the end', async () => {
    const { session, finish } = slowEngine();
    const { output, json, words } = recordedOutput();
    const running = rebuild.run(verbContext(['rebuild'], session, output));
    await vi.advanceTimersByTimeAsync(2500);
    expect(words).toEqual([
      'all views: 25 %, 500 events a second, about 6 s left',
      'all views: 50 %, 500 events a second, about 4 s left',
    ]);
    expect(json).toEqual([]);
    finish();
    expect(await running).toBe(EXIT.done);
    expect(json).toEqual([
      { view: 'summary', events: 4000, seconds: 8 },
      { view: 'detail', events: 4000, seconds: 8 },
    ]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(words).toHaveLength(2);
  });

  it('goes view by view where one of them fails: it does not hold up the others', async () => {
    const failed = {
      code: 'rebuild-failed',
      kind: 'terminal',
      message: 'The rebuild of detail failed.',
    } as const;
    const call = async (procedure: string, input: unknown): Promise<Reply> => {
      const views = ['summary', 'detail', 'search'].map((view) => ({ view, rebuild: null }));
      if (procedure === 'views.status') return { ok: true, value: { head: 1, views } };
      const { view = null } = input as { readonly view?: string };
      if (view === null || view === 'detail') return { ok: false, error: failed };
      return { ok: true, value: { view, events: 1, seconds: 1 } };
    };
    const { output, json } = recordedOutput();

    const code = await rebuild.run(
      verbContext(['rebuild'], { kind: 'own', call, close: async () => undefined }, output),
    );

    expect(code).toBe(EXIT.refused);
    expect(json).toMatchObject([{ view: 'summary' }, { error: failed }, { view: 'search' }]);
  });

  it('of one view names it, and says what it knows of the time that is left', async () => {
    let finish: () => void = () => undefined;
    const done = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const progress = { share: 0.5, eventsPerSecond: 1, secondsLeft: null };
    const statuses: Reply[] = [
      { ok: false, error: { code: 'engine-busy', kind: 'retryable', message: 'Busy.' } },
      {
        ok: true,
        value: {
          views: [
            { view: 'summary', rebuild: progress },
            { view: 'detail', rebuild: null },
          ],
        },
      },
      { ok: true, value: { views: [{ view: 'detail', rebuild: progress }] } },
    ];
    const call = async (procedure: string): Promise<Reply> => {
      if (procedure === 'views.status') return statuses.shift() as Reply;
      await done;
      return { ok: true, value: { view: 'detail', events: 1, seconds: 1 } };
    };
    const { output, json, words } = recordedOutput();
    const session: Session = { kind: 'own', call, close: async () => undefined };
    const running = rebuild.run(verbContext(['rebuild', 'detail'], session, output));
    await vi.advanceTimersByTimeAsync(3500);
    // Others are none of its business, and where it cannot be asked there is nothing to say.
    expect(words).toEqual(['detail: 50 %, 1 event a second']);
    finish();
    expect(await running).toBe(EXIT.done);
    expect(json).toEqual([{ view: 'detail', events: 1, seconds: 1 }]);
  });

  it.each([
    ['views.status', 'log-missing'],
    ['views.rebuild', 'disk-full'],
  ])('that cannot begin, as %s says why, builds nothing one by one', async (refused, code) => {
    const asked: string[] = [];
    const call = async (procedure: string): Promise<Reply> => {
      asked.push(procedure);
      if (procedure === refused) return { ok: false, error: { code, kind: 'terminal', message: 'Not now.' } };
      return { ok: true, value: { views: [{ view: 'summary', rebuild: null }] } };
    };
    const { output, json, words } = recordedOutput();
    const session: Session = { kind: 'own', call, close: async () => undefined };
    expect(await rebuild.run(verbContext(['rebuild'], session, output))).toBe(EXIT.refused);
    expect([json, words]).toMatchObject([[{ error: { code } }], ['Not now.']]);
    expect(asked.at(-1)).toBe(refused);
  });

  it('is done where the views, one by one, are', async () => {
    const failed = { code: 'rebuild-failed', kind: 'terminal', message: 'It failed.' } as const;
    const call = async (procedure: string, input: unknown): Promise<Reply> => {
      if (procedure === 'views.status')
        return { ok: true, value: { views: [{ view: 'summary', rebuild: null }] } };
      const { view = null } = input as { readonly view?: string };
      return view === null ? { ok: false, error: failed } : { ok: true, value: { view } };
    };
    const { output, json } = recordedOutput();
    const session: Session = { kind: 'own', call, close: async () => undefined };
    expect(await rebuild.run(verbContext(['rebuild'], session, output))).toBe(EXIT.done);
    expect(json).toEqual([{ view: 'summary' }]);
  });
});
