import { describe, expect, it } from 'vitest';
import { cellOf, samplesOf } from './sample-values.ts';

const row = {
  id: 7,
  name: { first: ' Ada ' },
  born: '10.12.1815',
  terms: [{ type: 'rep' }, { type: 'sen' }],
};

describe('samples of a row', () => {
  it('are what the values come to, in the first entry of a list where they stand in one', () => {
    const samples = samplesOf(row, {
      key: { value: 'id' },
      first: { value: { path: 'name.first', then: [{ do: 'upper' }] } },
      term: { value: 'type', each: 'terms' },
      none: { value: 'type', each: 'offices' },
      missing: { value: 'name.last' },
      born: { value: { path: 'born', then: [{ do: 'date', format: 'YYYY-MM-DD' }] } },
    });
    const texts = Object.entries(samples).map(([name, { text }]) => [name, text]);
    expect(Object.fromEntries(texts)).toEqual({
      key: '7',
      first: 'ADA',
      term: 'rep',
      none: null,
      missing: null,
      born: null,
    });
    expect(samples['born']?.fault?.code).toBe('date-unreadable');
  });

  it('are cells of a table: lists are counted, long texts cut', () => {
    expect(cellOf(row, 'terms')).toBe('2 entries');
    expect(cellOf(row, 'name.last')).toBeNull();
    expect(cellOf({ a: 'x'.repeat(500) }, 'a')).toHaveLength(120);
  });
});
