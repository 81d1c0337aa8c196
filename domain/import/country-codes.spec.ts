import { describe, expect, it } from 'vitest';
import { countryCodeOf } from './country-codes.ts';
import { planned, suggested } from './testing/suggestions.ts';

describe('a country', () => {
  it.each([
    [
      'DE',
      ['DE', 'de', ' Deutschland ', 'GERMANY', 'Allemagne', 'Alemania', 'Germania', 'Duitsland', 'Almanya'],
    ],
    ['GB', ['UK', 'uk', 'U.K.', 'Great Britain', 'England', 'Vereinigtes Königreich', 'Reino Unido']],
    ['US', ['USA', 'U.S.A.', 'usa', 'US', 'United States of America', 'États-Unis', 'Etats-Unis', 'ABD']],
    ['CI', ['Côte d’Ivoire', "Cote d'Ivoire", 'Ivory Coast']],
    ['BA', ['Bosnia and Herzegovina', 'Bosnia & Herzegovina', 'Bosnien und Herzegowina']],
    ['LC', ['St. Lucia', 'Saint Lucia']],
    ['TR', ['Türkiye', 'Turkey', 'TURKIYE', 'Türkei']],
    ['NE', ['Niger']],
    ['NG', ['Nigeria']],
    ['DM', ['Dominica']],
    ['DO', ['Dominican Republic']],
    ['XK', ['Kosovo']],
  ])('is %s, however it is written: %j', (code, names) => {
    expect(names.map(countryCodeOf)).toEqual(names.map(() => code));
  });

  it('is the code that stands there, whatever some language shortens a name to', () => {
    // In French, the United Kingdom is R.-U. and the United States É.-U.
    const codes = Array.from({ length: 26 * 26 }, (_, nth) =>
      String.fromCharCode(65 + Math.floor(nth / 26), 65 + (nth % 26)),
    ).filter((code) => countryCodeOf(code) !== undefined);
    expect(codes.length).toBeGreaterThan(240);
    expect(codes.filter((code) => countryCodeOf(code) !== code)).toEqual(['UK']);
  });

  it.each(['', '-', 'U', 'Narnia', 'ZZ', 'EU', 'a@x.org', '49', 'Bern', 'D'.repeat(200), 'constructor'])(
    'is none that is called %j',
    (name) => {
      expect(countryCodeOf(name)).toBe(undefined);
    },
  );
});

describe('a column of countries', () => {
  const address = (countries: readonly string[]) =>
    countries.map((country, index) => ({ id: `${index}`, name: 'Ada Nobody', city: 'Any', country }));

  it('that holds names is converted, and takes codes among them', () => {
    const rows = address(['Deutschland', 'France', 'ch', 'UK']);
    const mapping = suggested(rows);
    expect(mapping.components[0]?.data['country']).toEqual({
      path: 'country',
      then: [{ do: 'country-code' }],
    });
    const codes = rows.map((row) => planned(mapping, row).after?.components[0]?.data);
    expect(codes).toMatchObject([{ country: 'DE' }, { country: 'FR' }, { country: 'CH' }, { country: 'GB' }]);
  });

  it('that holds codes alone is taken as it is', () => {
    expect(suggested(address(['DE', 'fr'])).components[0]?.data['country']).toBe('country');
  });

  it('refuses the row with a name that nobody knows', () => {
    const rows = address([...Array.from({ length: 10 }, () => 'Italien'), 'Narnia']);
    const faults = rows.map((row) => planned(suggested(rows), row).fault);
    expect(faults.slice(0, -1).every((fault) => fault === null)).toBe(true);
    expect(faults.at(-1)).toMatchObject({ code: 'country-unknown', field: 'country', value: 'Narnia' });
  });
});
