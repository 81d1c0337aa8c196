import { describe, expect, it } from 'vitest';
import { absoluteTime, calendarDate, clockTime, relativeTime, yearsBetween } from './time.ts';

const utc = { timeZone: 'utc' } as const;
const now = Date.parse('2026-11-23T12:00:00Z');

describe('relative times', () => {
  it.each([
    ['2026-11-23T11:59:30Z', 'just now'],
    ['2026-11-23T11:55:00Z', '5 min ago'],
    ['2026-11-23T09:00:00Z', '3 h ago'],
    ['2026-11-22T11:00:00Z', '1 day ago'],
    ['2026-11-20T12:00:00Z', '3 days ago'],
    ['2026-09-18T12:00:00Z', '18 Sep 2026'],
    ['2026-11-23T12:10:00Z', 'in 10 min'],
  ])('%s reads as "%s"', (at, words) => {
    expect(relativeTime(at, now, utc)).toBe(words);
  });

  it('shows what is no time as it came', () => {
    expect(relativeTime('yesterday', now, utc)).toBe('yesterday');
  });
});

describe('absolute times', () => {
  it('go to the second and name their zone', () => {
    expect(absoluteTime('2026-03-04T05:06:07.890Z', utc)).toBe('4 Mar 2026, 05:06:07 UTC');
  });

  it('are shown in a zone of choice', () => {
    const zurich = { timeZone: 'Europe/Zurich' };
    expect(absoluteTime('2026-07-04T23:06:07Z', zurich)).toBe('5 Jul 2026, 01:06:07 UTC+02:00');
    expect(clockTime('2026-01-04T23:06:07Z', zurich)).toBe('00:06:07');
    expect(relativeTime('2026-07-04T23:06:07Z', now, zurich)).toBe('5 Jul 2026');
  });

  it('name the same instant in local time', () => {
    const at = new Date('2026-03-04T05:06:07Z');
    const clock = [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
    expect(absoluteTime(at.toISOString(), { timeZone: 'local' })).toContain(`, ${clock}:07 UTC`);
  });
});

describe('calendar dates', () => {
  it('never move with the time zone', () => {
    expect(calendarDate('1938-01-01')).toBe('1 Jan 1938');
  });

  it('stay as they are where they are no dates', () => {
    expect(calendarDate('1938')).toBe('1938');
    expect(calendarDate('1938-13-01')).toBe('1938-13-01');
  });
});

describe('ages', () => {
  it('count full years only', () => {
    expect(yearsBetween('1980-11-24', '2026-11-23')).toBe(45);
    expect(yearsBetween('1980-11-23', '2026-11-23')).toBe(46);
  });

  it('say nothing where the end comes before the start', () => {
    expect(yearsBetween('2026-11-24', '2026-11-23')).toBeNull();
  });
});
