import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Reply } from '../../../domain/contract/bridge.ts';
import type { LogPage, LogRow } from '../../../domain/contract/views.ts';
import { chunkOf } from './log-chunks.ts';
import type { LogSearch } from './log-search.ts';
import { logRowsKey, MOST_WAITING } from './queries.ts';
import { type Pages, showNewer, tailKey } from './show-newer.ts';

const invoke = vi.fn<() => Promise<Reply>>();
const search: LogSearch = {};
const rowsTo = (last: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ position: last - count + 1 + index }) as LogRow);
const page = (last: number, count: number): LogPage => ({
  rows: rowsTo(last, count),
  next: null,
  head: last,
  reached: last,
  reachedAt: null,
});
const client = new QueryClient();
const shown = () =>
  client
    .getQueryData<Pages>(logRowsKey(search))
    ?.pages.flatMap(({ rows }) => rows.map((row) => row.position));
const waiting = () => client.getQueryData<LogPage>(tailKey(search, MOST_WAITING))?.rows.length;

beforeEach(() => {
  vi.stubGlobal('window', { personConsole: { invoke } });
  const listed = { ...page(2, 2), rows: rowsTo(2, 2).toReversed() };
  client.setQueryData<Pages>(logRowsKey(search), {
    pages: [chunkOf(listed, 'start', search)],
    pageParams: ['start'],
  });
});
afterEach(() => {
  client.clear();
  vi.unstubAllGlobals();
});

it('what is waiting is put on top, and waits no longer', async () => {
  client.setQueryData(tailKey(search, MOST_WAITING), page(4, 2));
  await showNewer(client, search, page(4, 2), MOST_WAITING);
  expect([shown(), waiting()]).toEqual([[4, 3, 2, 1], 0]);
});

it('where too many are waiting and the list cannot be begun again, nothing of it is lost', async () => {
  const many = page(MOST_WAITING + 2, MOST_WAITING);
  client.setQueryData(tailKey(search, MOST_WAITING), many);
  invoke.mockResolvedValue({
    ok: false,
    error: { code: 'disk-error', kind: 'terminal', message: 'The disk does not answer.' },
  });
  await expect(showNewer(client, search, many, MOST_WAITING)).rejects.toThrow();
  expect([shown(), waiting()]).toEqual([[2, 1], MOST_WAITING]);
  invoke.mockResolvedValue({ ok: true, value: { ...many, rows: many.rows.toReversed() } });
  await showNewer(client, search, many, MOST_WAITING);
  expect([shown()?.[0], waiting()]).toEqual([MOST_WAITING + 2, 0]);
});
