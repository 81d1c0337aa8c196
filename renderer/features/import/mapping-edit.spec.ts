import { describe, expect, it } from 'vitest';
import legislators from '../../../docs/examples/us-legislators.mapping.json?raw';
import { importMappingSchema } from '../../../domain/contract/import-mapping.ts';
import { asAttribute, edited, newRule, placeName, valueAt, valuesIn } from './mapping-edit.ts';
import { mappedValue, newStep, shownValue } from './mapping-value.ts';
import { problemsOf } from './mapping-problems.ts';
import { sameMapping, savedWords } from './saved-words.ts';

const example = importMappingSchema.parse(JSON.parse(legislators));
const messages = (mapping: typeof example) =>
  problemsOf(mapping).map(({ where, message }) => `${where}: ${message}`);

describe('a mapping that is edited', () => {
  it('changes in one place, keeps the rest, and loses what is taken away', () => {
    const place = ['person', 'name', 'givenNames', 1];
    expect(valueAt(edited(example, place, 'nick'), place)).toBe('nick');
    expect(edited(example, place, undefined).person.name.givenNames).toEqual(['name.first']);
    expect(edited(example, ['person', 'birthDate'], undefined).person).not.toHaveProperty('birthDate');
    expect(edited(example, ['components', 0], undefined).components).toHaveLength(
      example.components.length - 1,
    );
    const dotted = edited(example, ['components', 11, 'data', 'coordinates.latitude'], 'lat');
    expect(dotted.components[11]?.data['coordinates.latitude']).toBe('lat');
  });

  it('gives every value of it as it was through the form', () => {
    for (const { value } of valuesIn(example)) expect(mappedValue(shownValue(value))).toEqual(value);
    expect(problemsOf(example)).toEqual([]);
  });

  it('shows what has a form, and keeps what has none', () => {
    expect(shownValue('a')).toEqual({ kind: 'path', path: 'a', steps: [] });
    expect(shownValue({ path: 'a', then: [newStep('date')] }).kind).toBe('path');
    expect(shownValue({ path: 'a', then: [], unless: 'b' }).kind).toBe('other');
    expect(shownValue({ join: ['a', 'b'], with: ' ', then: [] }).kind).toBe('other');
    expect(shownValue({ constant: true }).kind).toBe('constant');
    expect(shownValue(undefined).kind).toBe('none');
  });

  it('names new rules so that no two share a name', () => {
    const twice = asAttribute(asAttribute(example, 'notes'), 'notes');
    expect(twice.components.slice(-2).map(({ fact }) => fact)).toEqual(['notes', 'notes 2']);
    expect(newRule(example, 'Skill')).toMatchObject({ type: 'Skill', fact: 'skill', data: {} });
    expect(placeName(['components', 0, 'data', 'url'])).toBe('components/0/data/url');
  });
});

describe('what stands in the way of an import', () => {
  it('is said in words, once for each place', () => {
    const date = { path: 'bio.birthday', then: [{ do: 'date', format: 'DD.MM' }] };
    expect(messages(edited(example, ['person', 'birthDate'], date))).toEqual([
      'Date of birth: Write the form of the date like DD.MM.YYYY: four Y, and M and D once or twice',
    ]);
    expect(messages(edited(example, ['key'], ''))).toEqual([
      'Source key: Choose a column or give a fixed value',
    ]);
    expect(messages(edited(example, ['source'], ''))[0]).toMatch(/^Name of the source: /);
    expect(messages(edited(example, ['person', 'name'], {}))).toEqual([
      'Name: Choose where the name is: on one line, or given and family names',
    ]);
  });

  it('names the rule and the field', () => {
    const rules = [...example.components, newRule(example, 'EmailAddress')];
    expect(messages({ ...example, components: rules })).toEqual([
      'E-mail address “emailaddress”, address: Is needed: choose a column or give a fixed value',
    ]);
  });
});

describe('a saved mapping', () => {
  it('is the same whatever its version and the order of its keys', () => {
    const { key, ...rest } = example;
    expect(sameMapping(example, { ...rest, key, version: 4 })).toBe(true);
    expect(savedWords({ ...example, version: 2 }, example)).toBe('Saved, version 2');
    expect(savedWords({ ...example, version: 2 }, edited(example, ['key'], 'x'))).toBe(
      'Changed since version 2',
    );
  });
});
