import { describe, expect, it } from 'vitest';
import { typedIn } from './drafts.ts';

describe('what a draft keeps', () => {
  it('is what was typed, by path, so that the rest follows the record', () => {
    const values = { name: { givenNames: 'Ana', familyNames: 'Quispe' }, rest: { reason: 'x' } };
    expect(typedIn(values, { name: { givenNames: true, familyNames: false }, rest: {} })).toEqual({
      'name.givenNames': 'Ana',
    });
  });

  it('takes a list as one value', () => {
    const values = { tags: ['a', 'b'], data: { rows: [{ from: 1 }] } };
    expect(typedIn(values, { tags: [false, true], data: { rows: [{ from: false }] } })).toEqual({
      tags: ['a', 'b'],
    });
  });
});
