import { describe, expect, it } from 'vitest';
import type { PersonRow } from '../../../domain/contract/views.ts';
import { type FilterChoices, filterEntries, jumpEntries } from './picker-entries.ts';

const now = Date.parse('2026-11-23T12:00:00Z');
const format = { timeZone: 'utc' } as const;
const id = '0198c0de-0001-7000-8000-000000000001';
const names = {
  types: ['ComponentAdded', 'NameUpdated', 'PersonCreated'],
  actors: ['user:Ada Lovelace', 'system:bridge'],
  origins: [id],
};
const ada = {
  personId: id,
  displayName: 'Ada Lovelace',
  role: null,
  employer: 'Engines',
  primaryEmail: null,
};

function entries(text: string, rest: Partial<FilterChoices> = {}) {
  return filterEntries({ text, search: {}, names, persons: [], now, format, ...rest });
}
const titles = (text: string, rest: Partial<FilterChoices> = {}) =>
  entries(text, rest).map(({ title }) => title);

describe('the filters of the log', () => {
  it('are all offered to an empty text', () => {
    expect(titles('')).toEqual([
      ...names.types,
      'Last 15 minutes',
      'Last hour',
      'Last 24 hours',
      'Last 7 days',
      'Ada Lovelace',
      'system:bridge',
      id,
    ]);
    expect(titles('', { names: undefined })).toHaveLength(4);
  });

  it('are found by what their names hold', () => {
    expect(titles('created')).toEqual(['PersonCreated']);
    expect(titles('ada lov', { persons: [ada as PersonRow] })).toEqual(['Ada Lovelace', 'Ada Lovelace']);
    expect(titles('origin')).toEqual([id]);
  });

  it('find a type by the words that the log has for it, and say them', () => {
    const types = ['BirthDateSet', 'PersonSuspended', 'SomethingToCome'];
    const found = (text: string) => entries(text, { names: { ...names, types } });
    expect(found('deactiv').map(({ title, detail }) => [title, detail])).toEqual([
      ['PersonSuspended', 'Deactivated'],
    ]);
    expect(found('date of birth').map(({ title }) => title)).toEqual(['BirthDateSet']);
    expect(found('to come').map(({ title }) => title)).toEqual(['SomethingToCome']);
  });

  it('name a type by what it is about, whatever one of its events may say', () => {
    const located = entries('location', { names: { ...names, types: ['LocationAssigned'] } });
    expect(located.map(({ title, detail }) => `${title}: ${detail}`)).toEqual([
      'LocationAssigned: Location assigned',
    ]);
  });

  it('begin another list at its start', () => {
    const [type] = entries('created');
    expect(type?.change({ at: 7, order: 'oldest' })).toEqual({ types: ['PersonCreated'], order: 'oldest' });
    const [actor] = entries('bridge');
    expect(actor?.change({ at: 7, actor: 'user:x' })).toEqual({ actor: 'system:bridge' });
    const [span] = entries('last hour');
    expect(span?.change({ to: '2026-01-01T00:00:00Z' })).toEqual({ from: '2026-11-23T11:00:00.000Z' });
  });

  it('say which type is chosen already, and take it off', () => {
    const [type] = entries('created', { search: { types: ['PersonCreated'] } });
    expect(type?.detail).toContain('chosen');
    expect(type?.change({ types: ['PersonCreated'] })).toEqual({});
  });

  it('take a time as a beginning or an end', () => {
    const [from, to] = entries('2026-11-14 09:41');
    expect([from?.title, to?.title]).toEqual([
      'From 14 Nov 2026, 09:41:00 UTC on',
      'Before 14 Nov 2026, 09:41:00 UTC',
    ]);
    expect(to?.change({ from: 'x' })).toEqual({ from: 'x', to: '2026-11-14T09:41:00.000Z' });
  });

  it('take an id for whatever it may be', () => {
    const changes = entries(id.toUpperCase(), { names: undefined }).map(({ change }) => change({}));
    expect(changes).toEqual([
      { correlation: id },
      { id },
      { command: id },
      { cause: id },
      { stream: `person-${id}` },
    ]);
  });

  it('find persons, with what tells them apart', () => {
    const [person] = entries('engines', { persons: [ada as PersonRow] });
    expect(person).toMatchObject({ title: 'Ada Lovelace', detail: 'Engines' });
    expect(person?.change({})).toEqual({ stream: `person-${id}` });
  });
});

describe('places in the log', () => {
  const jumps = (text: string) => jumpEntries(text, { now, format, head: 1234 });

  it('are positions, no further than the log goes', () => {
    expect(jumps('1,000')[0]).toMatchObject({ title: 'Position 1,000', jump: { position: 1000 } });
    expect(jumps('99999')[0]?.jump).toEqual({ position: 1234 });
    expect(jumps('0')[0]?.jump).toEqual({ position: 1 });
  });

  it('are times', () => {
    expect(jumps('2026-11-14')[0]?.jump).toEqual({ time: '2026-11-14T00:00:00.000Z' });
    expect(jumps('1 day')[0]?.jump).toEqual({ time: '2026-11-22T12:00:00.000Z' });
    const zurich = { now, format: { timeZone: 'Europe/Zurich' }, head: 1234 };
    expect(jumpEntries('2026-10-25 02:30', zurich).map(({ title, detail }) => [title, detail])).toEqual([
      ['25 Oct 2026, 02:30:00 UTC+02:00', 'the first of the two times that clocks showed this'],
      ['25 Oct 2026, 02:30:00 UTC+01:00', 'the second of them'],
    ]);
  });

  it('are the ends, and what is often asked for', () => {
    expect(jumps('').map(({ title }) => title)).toEqual([
      'The newest event',
      'The first event',
      '1 hour ago',
      '1 day ago',
      '7 days ago',
    ]);
    expect(jumps('nowhere')).toEqual([]);
  });
});
