import { describe, expect, it } from 'vitest';
import type { RelatedRow } from '../../../domain/contract/views.ts';
import { moreWords, othersOf, sharedTarget } from './related-others.ts';

const row = (number: number): RelatedRow => ({
  personId: `p${number}`,
  displayName: `Person ${number}`,
  status: 'active',
  componentId: `c${number}`,
  componentType: 'OrganizationRelationship',
  label: 'Member',
});

describe('who else is there', () => {
  it('is asked about organisations and places only', () => {
    const data = { organization: 'Royal Society', location: 'London' };
    expect(sharedTarget({ type: 'OrganizationRelationship', data })).toEqual({
      kind: 'organization',
      name: 'Royal Society',
    });
    expect(sharedTarget({ type: 'LocationRelationship', data })).toEqual({
      kind: 'location',
      name: 'London',
    });
    expect(sharedTarget({ type: 'Employment', data })).toBeNull();
    expect(sharedTarget({ type: 'LocationRelationship', data: {} })).toBeNull();
  });

  it('leaves out the person and says everybody once, and how many more there are', () => {
    const rows = [1, 1, 2, 3, 4, 5, 6, 7, 8].map(row);
    const { shown, more } = othersOf(rows, 'p2');
    expect(shown.map(({ personId }) => personId)).toEqual(['p1', 'p3', 'p4', 'p5', 'p6']);
    expect(more).toBe(2);
    // One more would take the place of the words that say so.
    expect(othersOf([1, 2, 3, 4, 5, 6].map(row), 'p0')).toMatchObject({ more: 0 });
  });

  it('says how many more there are only where all have been read', () => {
    expect(moreWords(0, false)).toBe('');
    expect(moreWords(1, false)).toBe('and 1 other');
    expect(moreWords(94, false)).toBe('and 94 others');
    expect(moreWords(94, true)).toBe('and more');
    expect(moreWords(0, true)).toBe('and more');
  });
});
