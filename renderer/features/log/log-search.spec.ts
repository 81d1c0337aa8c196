import { describe, expect, it } from 'vitest';
import {
  filterOf,
  isFiltered,
  parseLogSearch,
  rowsKey,
  toggleOrder,
  toggleType,
  unfiltered,
  without,
} from './log-search.ts';

const id = '0198c0de-0001-7000-8000-000000000001';

describe('the address of the event log', () => {
  it('keeps what makes sense and drops the rest without an error', () => {
    const raw = {
      types: ['NameUpdated', 7],
      actor: '',
      origin: 'nowhere',
      from: 'yesterday',
      to: '2026-11-14T09:41:00Z',
      correlation: id,
      order: 'sideways',
      at: -3,
      event: 5,
      extra: 1,
    };
    expect(parseLogSearch(raw)).toEqual({ to: '2026-11-14T09:41:00Z', correlation: id, event: 5 });
  });

  it('says what the engine is asked for, and nothing that it is not', () => {
    const search = {
      types: ['A'],
      stream: `person-${id}`,
      cause: id,
      command: id,
      id,
      order: 'oldest',
      at: 4,
    };
    expect(filterOf(parseLogSearch(search))).toEqual({
      types: ['A'],
      streamId: `person-${id}`,
      causationId: id,
      commandId: id,
      eventId: id,
    });
    expect(isFiltered({ order: 'oldest', at: 4, event: 5 })).toBe(false);
    expect(isFiltered({ actor: 'user:ada' })).toBe(true);
  });

  it('makes the same rows whatever detail stands beside them', () => {
    expect(rowsKey({ event: 5 })).toBe(rowsKey({ event: 6 }));
    expect(rowsKey({ at: 5 })).not.toBe(rowsKey({ at: 6 }));
  });
});

describe('a change of the address', () => {
  it('takes parts off', () => {
    expect(without({ at: 5, event: 6, actor: 'x' }, 'at', 'actor')).toEqual({ event: 6 });
    expect(unfiltered({ at: 5, types: ['A'], order: 'oldest', event: 6 })).toEqual({
      order: 'oldest',
      event: 6,
    });
  });

  it('adds a type and takes it off again', () => {
    expect(toggleType({}, 'A')).toEqual({ types: ['A'] });
    expect(toggleType({ types: ['A', 'B'] }, 'A')).toEqual({ types: ['B'] });
    expect(toggleType({ types: ['A'] }, 'A')).toEqual({});
  });

  it('turns the order round, and begins at its start', () => {
    expect(toggleOrder({ at: 5, actor: 'x' })).toEqual({ actor: 'x', order: 'oldest' });
    expect(toggleOrder({ order: 'oldest', at: 5 })).toEqual({});
  });
});
