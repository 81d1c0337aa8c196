import { describe, expect, it } from 'vitest';
import { personNameSchema, sortKey } from '../../../../domain/contract/forms.ts';
import { unusualNames } from '../../../testing/sample-names.ts';
import { emptyName, foldedFields, nameFromValues, namePreview, nameValuesOf } from './name-values.ts';

describe('a name in a form', () => {
  it.each(unusualNames.map((name) => [JSON.stringify(name.givenNames), name] as const))(
    'gives back the name %s that it was opened with',
    (_title, name) => {
      expect(personNameSchema.parse(nameFromValues(nameValuesOf(name)))).toEqual(
        personNameSchema.parse(name),
      );
    },
  );

  it('keeps names of several words together and parts them at commas of any script', () => {
    const values = { ...emptyName, givenNames: 'Mary Ann, José', familyNames: 'van der Berg、山田' };
    expect(nameFromValues(values)).toMatchObject({
      givenNames: ['Mary Ann', 'José'],
      familyNames: ['van der Berg', '山田'],
    });
  });

  it('leaves out parts that are blank', () => {
    expect(nameFromValues({ ...emptyName, givenNames: ' , ', patronymic: '  ' })).not.toHaveProperty(
      'patronymic',
    );
  });

  it('folds away what the convention has no place for, but never what is filled', () => {
    expect(foldedFields(emptyName)).toEqual(['preferred', 'prefixes', 'suffixes']);
    expect(foldedFields({ ...emptyName, patronymic: 'Petrovich' })).toContain('patronymic');
  });

  it.each(unusualNames.map((name) => [JSON.stringify(name.givenNames), name] as const))(
    'shows %s sorted by what the list sorts it by',
    (_title, name) => {
      const rows = Object.fromEntries(namePreview(nameValuesOf(name)));
      expect(rows['Sorted by']).toBe(sortKey(personNameSchema.parse(name)));
      expect(rows['Sorted by']).not.toBe('');
    },
  );

  it('shows nothing of what is no name yet', () => {
    expect(namePreview(emptyName).map(([, text]) => text)).toEqual(['', '', '']);
  });
});
