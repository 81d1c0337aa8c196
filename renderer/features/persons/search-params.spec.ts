import { describe, expect, it } from 'vitest';
import { parseListSearch, toggleSort } from './search-params.ts';

describe('the address of the persons list', () => {
  it('keeps what makes sense and drops the rest without an error', () => {
    const raw = {
      q: ' ada ',
      sort: 'size',
      status: 'suspended',
      selected: 'nobody',
      descending: true,
      extra: 1,
    };
    expect(parseListSearch(raw)).toEqual({ q: 'ada', status: 'suspended', descending: true });
  });

  it('says nothing about defaults', () => {
    expect(parseListSearch({ q: '   ', descending: false })).toEqual({});
  });
});

describe('a click on a column header', () => {
  it('begins with what one reads first: names and all that is written from A, times from the newest', () => {
    for (const sort of ['status', 'email', 'phone', 'work', 'location'] as const)
      expect(toggleSort({ sort: 'updated', descending: true }, sort)).toEqual({ sort });
    expect(toggleSort({}, 'updated')).toEqual({ sort: 'updated', descending: true });
    expect(toggleSort({ sort: 'updated', descending: true }, 'name')).toEqual({});
  });

  it('turns the direction of the column that sorts already', () => {
    expect(toggleSort({}, 'name')).toEqual({ descending: true });
    expect(toggleSort({ sort: 'updated', descending: true }, 'updated')).toEqual({ sort: 'updated' });
  });

  it('keeps filter and selection', () => {
    expect(toggleSort({ status: 'active' }, 'created')).toEqual({
      status: 'active',
      sort: 'created',
      descending: true,
    });
  });
});
