import { describe, expect, it } from 'vitest';
import { filterChips, filterOf, filtersIn, rowFilterOf, withoutFilters } from './list-filter.ts';
import { parseListSearch } from './search-params.ts';
import { sinceInstant, sinceWords } from './since.ts';

const now = new Date('2026-03-10T15:30:00.000Z');

describe('filters in the address', () => {
  it('are kept where they make sense', () => {
    const raw = { has: 'Tag', employer: ' Acme ', since: '7d', duplicates: true };
    expect(parseListSearch(raw)).toEqual({ ...raw, employer: 'Acme' });
    expect(parseListSearch({ has: '', employer: ' ', since: '7 days', duplicates: false })).toEqual({});
    expect(parseListSearch({ since: '2026-02-30' })).toEqual({});
    expect(parseListSearch({ since: '2026-02-28' })).toEqual({ since: '2026-02-28' });
  });

  it('go away without taking anything else along', () => {
    const search = { q: 'ada', status: 'active', has: 'Tag', since: '0d' } as const;
    expect(withoutFilters(search)).toEqual({ q: 'ada', status: 'active' });
    expect(filtersIn(search)).toEqual({ has: 'Tag', since: '0d' });
  });

  it('are said in words', () => {
    const search = { has: 'EmailAddress', employer: 'Acme', since: '30d', duplicates: true } as const;
    expect(filterChips(search).map(({ words }) => words)).toEqual([
      'Has e-mail address',
      'Employer begins with “Acme”',
      'Changed in the last 30 days',
      'Has possible duplicates',
    ]);
    expect(filterChips({ has: 'Unheard' })[0]?.words).toBe('Has unheard');
    expect(filterChips({ q: 'ada' })).toEqual([]);
  });

  it('ask the engine for instants', () => {
    const search = { q: 'ada', status: 'active', since: '7d', sort: 'updated' } as const;
    const rows = { status: ['active'], changedSince: '2026-03-03T00:00:00.000Z' };
    expect(rowFilterOf(search, now, 'utc')).toEqual(rows);
    expect(filterOf(search, now, 'utc')).toEqual({ ...rows, text: 'ada' });
  });
});

describe('a relative time', () => {
  it('begins at midnight, so that the list stays the same all day', () => {
    const later = new Date('2026-03-10T23:59:59.000Z');
    expect(sinceInstant('0d', now, 'utc')).toBe('2026-03-10T00:00:00.000Z');
    expect(sinceInstant('7d', later, 'utc')).toBe(sinceInstant('7d', now, 'utc'));
    expect(new Date(sinceInstant('0d', now, 'local')).getHours()).toBe(0);
    // Half past midnight on 1 April: one of the seven days before had 23 hours.
    const spring = new Date('2026-03-31T22:30:00Z');
    expect(sinceInstant('7d', spring, 'Europe/Zurich')).toBe('2026-03-24T23:00:00.000Z');
  });

  it('may be a day of the calendar', () => {
    expect(sinceInstant('2026-01-31', now, 'utc')).toBe('2026-01-31T00:00:00.000Z');
    expect(sinceWords('2026-01-31')).toBe('Changed since 2026-01-31');
    expect(sinceWords('0d')).toBe('Changed today');
  });
});
