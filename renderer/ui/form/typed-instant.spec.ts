import { describe, expect, it } from 'vitest';
import { instantWords, typeInstant } from './typed-instant.ts';

const zurich = { timeZone: 'Europe/Zurich' };
const now = Date.parse('2026-11-23T12:00:30.000Z');
const type = (text: string, before = '') => typeInstant(text, before, now, zurich).value;

describe('a time in a form', () => {
  it.each([
    ['2026-07-01T10:00:00.000Z', '1 Jul 2026, 12:00:00 UTC+02:00'],
    ['2026-07-01T10:00:00+02:00', '1 Jul 2026, 10:00:00 UTC+02:00'],
    ['next Tuesday', 'next Tuesday'],
    ['2026', '2026'],
    ['', ''],
  ])('%j is shown as %j', (value, words) => {
    expect(instantWords(value, zurich)).toBe(words);
  });

  it.each([
    ['2026-07-01', '2026-06-30T22:00:00.000Z'],
    ['2026-07-01 10:00', '2026-07-01T08:00:00.000Z'],
    ['1 Jul 2026, 12:00:00 UTC+02:00', '2026-07-01T10:00:00.000Z'],
    ['2026-07-01T10:00:00Z', '2026-07-01T10:00:00.000Z'],
    ['09:41', '2026-11-23T08:41:00.000Z'],
    ['2026-10-25 02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25 02:30 UTC+01:00', '2026-10-25 02:30 UTC+01:00'],
    ['25 Oct 2026 02:30 UTC+01:00', '2026-10-25T01:30:00.000Z'],
    ['2026-06-31', '2026-06-31'],
    ['soon', 'soon'],
    ['', ''],
  ])('%j that is typed is %j', (text, value) => {
    expect(type(text)).toBe(value);
  });

  it('is the same to the millisecond where it is typed as it was', () => {
    const before = '2026-07-01T10:00:00.123Z';
    expect(type('1 Jul 2026, 12:00:00 UTC+02:00', before)).toBe(before);
  });
});
