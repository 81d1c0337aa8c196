import { expect, it } from 'vitest';
import { howFarWords, noneYet } from './building-words.ts';

it('says how far it is and, once that is known, how long it takes', () => {
  expect(howFarWords({ share: 0.439, secondsLeft: 12 })).toBe('43 %, 12 s left');
  expect(howFarWords({ share: 0, secondsLeft: null })).toBe('0 %');
});

it('who is not found may only not be there yet', () => {
  const building = { share: 0.5, secondsLeft: 100 };
  expect(noneYet('Nobody', building)).toBe('Nobody. The lists are still being built: 50 %, 2 min left');
  expect(noneYet('Nobody', null)).toBe('Nobody');
  expect(noneYet('', building)).toBe('');
});
