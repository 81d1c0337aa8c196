import { expect, it } from 'vitest';
import { consequenceOf, examplesWords, orderTitle } from './bulk-texts.ts';

it('an order says to how many it is done', () => {
  expect(orderTitle('deactivate', 1)).toBe('Deactivate 1 person');
  expect(orderTitle('remove-tag', 2000)).toBe('Remove tag from 2,000 persons');
});

it('an undo of tags says who keeps what they have', () => {
  expect(consequenceOf({ action: 'remove-tag', tag: 'VIP' })).toMatch(
    /was given the tag loses it.* had it before keeps it/,
  );
  expect(consequenceOf({ action: 'add-tag', tag: 'VIP' })).toMatch(/lost the tag gets it back/);
  expect(consequenceOf({ action: 'add-tag' })).not.toMatch(/gets it back/);
});

it('the first are named, the rest are counted', () => {
  const named = (...names: (string | null)[]) => names.map((displayName) => ({ displayName }));
  expect(examplesWords(named('Ana', 'Bo'), 2)).toBe('Ana, Bo');
  expect(examplesWords(named('Ana', 'Bo'), 5)).toBe('Ana, Bo and 3 others');
  expect(examplesWords(named(null), 1)).toBe('');
});
