import { describe, expect, it } from 'vitest';
import { surelyFits } from './surely-fits.ts';

describe('what surely fits', () => {
  it.each([
    ['nothing at all', '', 17],
    ['a usual name', 'Ada Lovelace 12345', 176],
    ['a phone number', '+44 20 7946', 136],
  ])('knows that %s stands in its column whole', (_what, text, track) => {
    expect(surelyFits(text, track)).toBe(true);
  });

  it.each([
    ['one that is too long', 'ada.lovelace@analytical-engines.example', 140],
    ['wide letters', 'WWWWWWWWWWWW', 160],
    ['one letter of another font', 'Łukasz', 300],
    ['half of a character', 'a\uD83D', 300],
  ])('does not say so of %s', (_what, text, track) => {
    expect(surelyFits(text, track)).toBe(false);
  });

  it('leaves less room to larger letters', () => {
    const text = 'Grace Hopper 123';
    expect([12, 16].map((size) => surelyFits(text, 160, size))).toEqual([true, false]);
  });
});
