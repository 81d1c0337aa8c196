import { expect, it } from 'vitest';
import { bulkTitle, bulkWords, countsWords } from './bulk-words.ts';

const counts = { total: 1537, done: 1530, refused: 5, unchanged: 0, notReached: 2 };

it('a change to many persons is told in numbers', () => {
  expect(countsWords('deactivate', counts)).toBe('1,530 of 1,537 deactivated, 5 refused, 2 not reached');
  expect(countsWords('add-tag', { total: 2, done: 2, refused: 0, unchanged: 0, notReached: 0 })).toBe(
    '2 of 2 tagged',
  );
});

it('its result is read where it is one', () => {
  expect(bulkWords({ ...counts, action: 'archive', reason: 'x' })).toContain('1,530 of 1,537 archived');
  expect(bulkWords({ events: 3 })).toBe('The result cannot be read');
  expect(bulkWords(null)).toBe('The result cannot be read');
});

it.each([
  ['deactivate', 'Bulk deactivation'],
  ['reactivate', 'Bulk reactivation'],
  ['archive', 'Bulk archiving'],
  ['add-tag:a:b', 'Bulk tag “a:b”'],
  ['remove-tag:vip', 'Bulk removal of tag “vip”'],
  ['unheard', 'Bulk change'],
])('%s is called %s', (subject, title) => {
  expect(bulkTitle(subject)).toBe(title);
});
