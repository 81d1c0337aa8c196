import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { allOf, changedFields, mergedValues, undecided } from './changed-fields.ts';
import { componentLeaves } from './component-values.ts';
import type { Leaf } from './leaves.ts';

const leaf = (path: string): Leaf => ({
  path,
  label: path,
  text: (value) => (typeof value === 'string' ? value : ''),
});
const leaves = ['a', 'b.c', 'd'].map(leaf);
const values = (a: string, c: string, d: string) => ({ a, b: { c }, d });

describe('fields that changed on two sides', () => {
  const sides = {
    opened: values('1', '1', '1'),
    mine: values('2', '1', '2'),
    theirs: values('1', '3', '3'),
  };
  const fields = changedFields(leaves, sides);

  it('are told apart by who changed them', () => {
    expect(fields.map((field) => [field.leaf.path, field.by])).toEqual([
      ['a', 'mine'],
      ['b.c', 'theirs'],
      ['d', 'both'],
    ]);
  });

  it('are decided by a choice where it was both', () => {
    expect(undecided(fields, {}).map((field) => field.leaf.path)).toEqual(['d']);
    expect(undecided(fields, { d: 'theirs' })).toEqual([]);
    expect([...mergedValues(fields, { d: 'theirs' })]).toEqual([
      ['a', '2'],
      ['b.c', '3'],
      ['d', '3'],
    ]);
    expect(mergedValues(fields, allOf(fields, 'mine')).get('d')).toBe('2');
  });

  it('are nobody’s conflict where both say the same', () => {
    const agreed = { opened: values('', '', ''), mine: values('x', '', ''), theirs: values('x', '', '') };
    expect(changedFields(leaves, agreed).map(({ by }) => by)).toEqual(['theirs']);
  });

  const some = fc.record({ a: fc.string(), b: fc.record({ c: fc.string() }), d: fc.string() });
  test.prop([some, some, some])('never lose what was typed without a choice', (opened, mine, theirs) => {
    const found = changedFields(leaves, { opened, mine, theirs });
    const merged = mergedValues(found, {});
    if (mine.a !== opened.a) expect(merged.get('a')).toBe(mine.a);
    if (mine.a === opened.a && theirs.a !== opened.a) expect(merged.get('a')).toBe(theirs.a);
  });
});

describe('the fields of a component', () => {
  it('are chosen one by one, groups of them by their parts, and a value with its kind', () => {
    const phone = componentLeaves('PhoneNumber').map(({ path }) => path);
    expect(phone).toEqual(
      expect.arrayContaining(['data.number', 'data.contactHours.from', 'tags', 'custom']),
    );
    expect(componentLeaves('Attribute').map(({ path }) => path)).toContain('data.value');
  });

  it('read as they do on the page', () => {
    const value = componentLeaves('Attribute').find(({ path }) => path === 'data.value');
    expect(value?.text({ type: 'number', number: '168', unit: 'cm', text: 'x' })).toBe('168 cm');
    const custom = componentLeaves('Attribute').find(({ path }) => path === 'custom');
    expect(custom?.text([{ name: 'badge', value: 'B-1' }])).toBe('badge B-1');
  });
});
