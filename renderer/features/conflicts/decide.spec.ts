import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Reply } from '../../../domain/contract/bridge.ts';
import type { Conflict } from '../../../domain/contract/conflicts.ts';
import { useNotices } from '../../state/notices.ts';
import { drop } from './decide.ts';
import { useDecisions } from './decisions.ts';

const conflict = (day: number): Conflict =>
  ({ conflictId: `conflict-${day}`, madeAt: `2026-11-0${day}T08:00:00.000Z` }) as Conflict;
const accepted: Reply = { ok: true, value: { status: 'accepted' } };
const refused: Reply = { ok: true, value: { status: 'rejected', message: 'Somebody has decided it.' } };

const invoke = vi.fn<(name: string, input: { conflictId: string }) => Promise<Reply>>();
const asked = () => invoke.mock.calls.map(([, { conflictId }]) => conflictId);
const told = () => useNotices.getState().notices.map(({ title, detail }) => [title, detail]);

beforeEach(() => {
  useNotices.setState({ notices: [] });
  invoke.mockReset().mockResolvedValue(accepted);
  vi.stubGlobal('window', { personConsole: { invoke } });
});
afterEach(() => vi.unstubAllGlobals());

describe('a decision about many conflicts', () => {
  it('is made one after the other, the oldest first', async () => {
    await drop([conflict(3), conflict(1), conflict(2)], 'Entered twice');
    expect(asked()).toEqual(['conflict-1', 'conflict-2', 'conflict-3']);
    expect(told()).toEqual([['3 conflicts dropped', undefined]]);
    expect(useDecisions.getState().underWay).toBeNull();
  });

  it('tells which stayed as they were, and why', async () => {
    invoke.mockResolvedValue(refused);
    await drop([conflict(1)], 'Entered twice');
    expect(told()).toEqual([]);
    expect(useDecisions.getState().refused).toMatchObject([
      { conflict: { conflictId: 'conflict-1' }, message: 'Somebody has decided it.' },
    ]);
  });

  it('ends where it is cancelled, with the one that is being decided', async () => {
    invoke.mockImplementation(() => {
      useDecisions.getState().cancel();
      return Promise.resolve(accepted);
    });
    await drop([conflict(1), conflict(2), conflict(3)], 'Entered twice');
    expect(asked()).toEqual(['conflict-1']);
    expect(told()).toEqual([['1 conflict dropped', 'Cancelled: the other 2 stay as before.']]);
    expect(useDecisions.getState().underWay).toBeNull();
  });
});
