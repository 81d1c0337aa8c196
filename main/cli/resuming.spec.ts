import { describe, expect, it, vi } from 'vitest';
import type { Reply } from '../../domain/contract/bridge.ts';
import { resuming } from './resuming.ts';
import type { Session } from './session-port.ts';
import { GONE } from './socket-client.ts';

const answered = (value: unknown): Reply => ({ ok: true, value });

function session(call: Session['call'], kind: Session['kind'] = 'console'): Session {
  return { kind, call, close: vi.fn(async () => undefined) };
}

describe('a session whose console has gone', () => {
  it('looks once for who has the folder then, though calls hear of it one after the other', async () => {
    const ends = new Map<string, (reply: Reply) => void>();
    const first = session((procedure) => new Promise((resolve) => ends.set(procedure, resolve)));
    const next = session(async (procedure) => answered(`${procedure} again`), 'own');
    const reopen = vi.fn(async () => next);
    const resumed = resuming(first, reopen, vi.fn());

    const [one, other] = [resumed.call('persons.list', {}), resumed.call('log.verify', {})];
    ends.get('persons.list')?.(GONE);
    expect(await one).toEqual(answered('persons.list again'));
    ends.get('log.verify')?.(GONE);
    expect(await other).toEqual(answered('log.verify again'));

    expect([reopen.mock.calls.length, resumed.kind]).toEqual([1, 'own']);
    expect(first.close).toHaveBeenCalledOnce();
    await resumed.close();
    expect(next.close).toHaveBeenCalledOnce();
  });

  it('answers what was not foreseen as a fault of ours, and reports it', async () => {
    const report = vi.fn();
    const unforeseen = new Error('Unforeseen');
    const resumed = resuming(
      session(async () => GONE),
      () => Promise.reject(unforeseen),
      report,
    );
    expect(await resumed.call('persons.list', {})).toMatchObject({ ok: false, error: { kind: 'bug' } });
    expect(report).toHaveBeenCalledWith('session', unforeseen);
  });
});
