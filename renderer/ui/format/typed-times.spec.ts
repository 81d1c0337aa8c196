import { describe, expect, it } from 'vitest';
import { absoluteTime } from './time.ts';
import { typedTimes } from './typed-times.ts';

const utc = { timeZone: 'utc' } as const;
const local = { timeZone: 'local' } as const;
const now = Date.parse('2026-11-23T12:00:30Z');

describe('a typed time', () => {
  it.each([
    ['2026-11-14', '2026-11-14T00:00:00.000Z'],
    [' 2026-11-14 9:41 ', '2026-11-14T09:41:00.000Z'],
    ['2026-11-14T09:41:07', '2026-11-14T09:41:07.000Z'],
    ['2026-11-14T09:41:07.5Z', '2026-11-14T09:41:07.500Z'],
    ['2026-11-14t09:41+02:00', '2026-11-14T07:41:00.000Z'],
    ['09:41', '2026-11-23T09:41:00.000Z'],
    ['9:41:07', '2026-11-23T09:41:07.000Z'],
    ['14 Nov 2026', '2026-11-14T00:00:00.000Z'],
    ['14 Nov 2026 9:41', '2026-11-14T09:41:00.000Z'],
    ['15 min', '2026-11-23T11:45:30.000Z'],
    ['2h ago', '2026-11-23T10:00:30.000Z'],
    ['3 days ago', '2026-11-20T12:00:30.000Z'],
    ['1w', '2026-11-16T12:00:30.000Z'],
  ])('%s is read in UTC as %s', (typed, time) => {
    expect(typedTimes(typed, now, utc)).toEqual([{ time }]);
  });

  it.each([
    '2026-02-30',
    '2026-13-01',
    '31 Jun 2026',
    '14 Nix 2026',
    '14 Nov 2026, 25:00:00',
    '25:00',
    '12:60',
    '2026-11-14T24:00',
    'soon',
    '',
    '70',
    '2026-11-14T99:00Z',
  ])('%s is none', (typed) => {
    expect(typedTimes(typed, now, utc)).toEqual([]);
  });

  it('without a zone is in the one that times are shown in', () => {
    expect(typedTimes('2026-11-14 09:41', now, local)).toEqual([
      { time: new Date(2026, 10, 14, 9, 41).toISOString() },
    ]);
    const day = new Date(now);
    day.setHours(9, 41, 0, 0);
    expect(typedTimes('09:41', now, local)).toEqual([{ time: day.toISOString() }]);
  });

  const zurich = { timeZone: 'Europe/Zurich' };

  it.each(['utc', 'Europe/Zurich', 'America/Caracas'])('is read as it is written in %s', (timeZone) => {
    for (const time of ['2026-07-01T09:41:07.000Z', '2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z']) {
      const read = typedTimes(absoluteTime(time, { timeZone }), now, { timeZone });
      expect(read.map((each) => each.time)).toEqual([time]);
    }
  });

  it('in UTC is read in UTC wherever times are shown in another zone', () => {
    expect(typedTimes('14 Nov 2026, 09:41:07 UTC', now, zurich)).toEqual([
      { time: '2026-11-14T09:41:07.000Z' },
    ]);
    expect(typedTimes('14 Nov 2026, 09:41:07 UTC+05:00', now, zurich)).toEqual([]);
  });

  it('that clocks showed twice is two, and says which', () => {
    expect(typedTimes('2026-10-25 02:30', now, zurich)).toEqual([
      { time: '2026-10-25T00:30:00.000Z', note: 'the first of the two times that clocks showed this' },
      { time: '2026-10-25T01:30:00.000Z', note: 'the second of them' },
    ]);
  });

  it('that clocks never showed is as much later as they skipped, and says so', () => {
    expect(typedTimes('2026-03-29 02:30', now, zurich)).toEqual([
      { time: '2026-03-29T01:30:00.000Z', note: 'clocks went forward over what was typed' },
    ]);
  });
});
