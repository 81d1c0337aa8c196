import { describe, expect, it, vi } from 'vitest';
import { failure } from '../../domain/contract/errors.ts';
import type { FromThread, ToThread } from './thread-messages.ts';
import { serveThread, type ServedThread, type ThreadPort } from './thread-server.ts';

interface Bench {
  readonly port: ThreadPort;
  readonly sent: FromThread[];
  readonly receive: (message: ToThread) => void;
  readonly closed: () => boolean;
}

function bench(): Bench {
  const sent: FromThread[] = [];
  const listeners: ((message: ToThread) => void)[] = [];
  let closed = false;
  const port: ThreadPort = {
    postMessage: (message) => sent.push(message),
    on: (_event, listener) => listeners.push(listener),
    close: () => {
      closed = true;
    },
  };
  const receive = (message: ToThread): void => {
    for (const listener of listeners) listener(message);
  };
  return { port, sent, receive, closed: () => closed };
}

const serving = (more: Partial<ServedThread> = {}): ServedThread => ({
  report: () => undefined,
  open: () => ({ call: (name, input) => ({ name, input }), close: () => undefined }),
  ...more,
});

describe('thread', () => {
  it('says that it is ready, then answers each call under its id', async () => {
    const { port, sent, receive } = bench();
    await serveThread(port, serving());
    receive({ kind: 'call', id: 7, name: 'echo', input: 1 });
    await vi.waitFor(() => {
      expect(sent).toEqual([
        { kind: 'ready' },
        { kind: 'reply', id: 7, reply: { ok: true, value: { name: 'echo', input: 1 } } },
      ]);
    });
  });

  it('hands pushes on, those made while it opens too', async () => {
    const { port, sent } = bench();
    const push = { name: 'views.changed', payload: { view: 'summary' } } as const;
    const open: ServedThread['open'] = (tell, ask) => {
      tell(push);
      return serving().open(tell, ask);
    };
    await serveThread(port, serving({ open }));
    expect(sent).toEqual([{ kind: 'push', push }, { kind: 'ready' }]);
  });

  it.each([
    [
      'in the words of the refusal',
      failure('terminal', 'database-newer', 'Made by a newer console.'),
      'database-newer',
      0,
    ],
    ['and reports what nobody foresaw', new Error('secret detail'), 'internal', 1],
  ])('says that it cannot open, %s, and ends', async (_how, thrown, code, reports) => {
    const { port, sent, closed } = bench();
    const report = vi.fn();
    await serveThread(port, serving({ report, open: () => Promise.reject(thrown) }));
    expect(sent).toEqual([{ kind: 'failed', error: expect.objectContaining({ code }) as unknown }]);
    expect([closed(), report.mock.calls.length]).toEqual([true, reports]);
  });

  it.each([
    ['closes in order', () => undefined, 0],
    ['ends even when closing fails', () => Promise.reject(new Error('disk')), 1],
  ])('%s when asked to stop', async (_how, close, reports) => {
    const { port, receive, closed } = bench();
    const report = vi.fn();
    await serveThread(port, serving({ report, open: () => ({ call: () => undefined, close }) }));
    receive({ kind: 'stop' });
    await vi.waitFor(() => expect(closed()).toBe(true));
    expect(report).toHaveBeenCalledTimes(reports);
  });
});
