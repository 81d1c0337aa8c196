import { describe, expect, it } from 'vitest';
import { isZone, momentOf, momentsOf, offsetAt, wallTimeOf } from './zone.ts';

const wall = (year: number, month: number, day: number, time = '00:00') => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return { year, month: month - 1, day, hours, minutes, seconds: 0 };
};

describe('a zone', () => {
  it.each([
    ['utc', '2026-07-01T23:30:00Z', wall(2026, 7, 1, '23:30')],
    ['Europe/Zurich', '2026-07-01T23:30:00Z', wall(2026, 7, 2, '01:30')],
    ['Europe/Zurich', '2026-01-01T23:30:00Z', wall(2026, 1, 2, '00:30')],
    ['Asia/Kathmandu', '2026-01-01T00:00:00Z', wall(2026, 1, 1, '05:45')],
    ['America/New_York', '2026-01-01T00:00:00Z', wall(2025, 12, 31, '19:00')],
    ['Nowhere/Atall', '2026-01-01T00:00:00Z', wall(2026, 1, 1)],
  ])('%s shows %s on its clocks and back', (zone, instant, shown) => {
    const at = new Date(instant);
    expect(wallTimeOf(at, zone)).toEqual(shown);
    expect(momentOf(shown, zone)).toEqual(at);
  });

  it('is as far from UTC as its summer or winter has it', () => {
    expect(offsetAt(new Date('2026-07-01T00:00:00.500Z'), 'Europe/Zurich')).toBe(7_200_000);
    expect(offsetAt(new Date('2026-01-01T00:00:00Z'), 'Europe/Zurich')).toBe(3_600_000);
    expect(offsetAt(new Date('2026-01-01T00:00:00Z'), 'America/St_Johns')).toBe(-12_600_000);
  });

  it('skips an hour in spring: what is in it comes an hour later', () => {
    expect(momentOf(wall(2026, 3, 29, '02:30'), 'Europe/Zurich').toISOString()).toBe(
      '2026-03-29T01:30:00.000Z',
    );
  });

  it('skips it to the west of Greenwich, too, and where it is midnight that is skipped', () => {
    expect(momentOf(wall(2026, 3, 8, '02:30'), 'America/New_York').toISOString()).toBe(
      '2026-03-08T07:30:00.000Z',
    );
    const begins = momentOf(wall(2026, 9, 6), 'America/Santiago');
    expect(wallTimeOf(begins, 'America/Santiago')).toEqual(wall(2026, 9, 6, '01:00'));
    expect(momentsOf(wall(2026, 3, 8, '02:30'), 'America/New_York')).toEqual([]);
  });

  it.each([
    [
      'America/New_York',
      wall(2026, 11, 1, '01:30'),
      ['2026-11-01T05:30:00.000Z', '2026-11-01T06:30:00.000Z'],
    ],
    ['Europe/Zurich', wall(2026, 10, 25, '02:30'), ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']],
  ])('%s shows an hour twice in autumn: the first of them is meant', (zone, shown, moments) => {
    expect(momentsOf(shown, zone).map((at) => at.toISOString())).toEqual(moments);
    expect(momentOf(shown, zone).toISOString()).toBe(moments[0]);
  });

  it('is the same as the local one under its own name', () => {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    const at = new Date('2026-05-06T07:08:09Z');
    expect(wallTimeOf(at, timeZone)).toEqual(wallTimeOf(at, 'local'));
    expect(momentOf(wallTimeOf(at, 'local'), 'local')).toEqual(at);
  });

  it('is told from a name that is none', () => {
    expect([isZone('Pacific/Auckland'), isZone('Moon/Tranquility')]).toEqual([true, false]);
  });
});
