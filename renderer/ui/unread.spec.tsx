import { expect, it, vi } from 'vitest';
import { failure } from '../../domain/contract/errors.ts';
import { readAgain, unreadWords } from './unread.tsx';

const error = failure('terminal', 'database-corrupt', 'The log is damaged.');

function query(more: object = {}) {
  return { data: undefined, error, isFetching: false, refetch: vi.fn(), fetchNextPage: vi.fn(), ...more };
}

it('a part says whether it is missing, old, or not all there', () => {
  const words = (more: object) => unreadWords('Who else is there', query(more));
  expect(words({ error: null })).toBeNull();
  expect(words({})).toBe('Who else is there could not be read: The log is damaged.');
  expect(words({ data: [] })).toBe('Who else is there may be out of date: The log is damaged.');
  expect(words({ data: [], isFetchNextPageError: true })).toBe('More could not be read: The log is damaged.');
});

it('what failed is asked for again, and nothing else', () => {
  const all = query();
  readAgain(all);
  expect(all.refetch).toHaveBeenCalledOnce();
  const next = query({ data: [], isFetchNextPageError: true });
  readAgain(next);
  expect(next.refetch).not.toHaveBeenCalled();
  expect(next.fetchNextPage).toHaveBeenCalledOnce();
});
