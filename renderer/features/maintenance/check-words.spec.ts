import { expect, it } from 'vitest';
import { checkWords } from './check-words.ts';

const titles = new Map([['duplicates', 'Duplicate candidates']]);

it('a view that was checked has the title that it has on the page', () => {
  expect(checkWords('view-duplicates', titles)).toBe('View “Duplicate candidates”');
  expect(checkWords('view-later', titles)).toBe('View “later”');
});

it('the other checks have words of their own, and new ones those of their name', () => {
  expect(checkWords('views-integrity', titles)).toBe('File of the views');
  expect(checkWords('some-check', titles)).toBe('Some check');
});
