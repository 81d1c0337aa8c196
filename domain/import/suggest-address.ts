import type { MappedValue } from '../contract/import-mapping.ts';
import { countryCodeOf } from './country-codes.ts';
import { plainTitle } from './column-meanings.ts';
import { asText, type Column, fields, first, isAlwaysGiven, type Rule, suits } from './suggested-rule.ts';

type Columns = readonly Column[];

const STATES =
  'A[KLRZ]|C[AOT]|D[CE]|FL|G[AU]|HI|I[ADLN]|K[SY]|LA|M[ADEINOPST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AIT]|W[AIVY]|AS';
const STATE = new RegExp(`^(?:${STATES})$`);
const ZIP = /^\d{5}(?:-\d{4})?$/;
const WHOLE = new RegExp(String.raw`[ ,](?:${STATES})[ ,]+\d{5}(?:-\d{4})?$`);

function all({ samples }: Column, form: RegExp): boolean {
  return samples.length > 0 && samples.every((sample) => form.test(sample));
}

function calls({ path }: Column, name: RegExp): boolean {
  return name.test(plainTitle(path));
}

/** Columns called state and ZIP, and values as they have them there. */
function isAmerican(columns: Columns): boolean {
  const state = first(columns, 'region');
  const zip = first(columns, 'postcode');
  if (state === undefined || zip === undefined) return false;
  return calls(state, /\bstate$/) && calls(zip, /\bzip/) && all(state, STATE) && all(zip, ZIP);
}

function countryValue({ path, misfits }: Column): MappedValue {
  return misfits['country-code'] === undefined ? path : { path, then: [{ do: 'country-code' }] };
}

/** Codes of two letters are kept as they are, names of countries converted. */
function countryOf(columns: Columns): { readonly value: MappedValue; readonly needs: string[] } | null {
  const country = first(columns, 'country');
  if (country !== undefined)
    return suits(country, 'country') ? { value: countryValue(country), needs: [country.path] } : null;
  return isAmerican(columns) ? { value: { constant: 'US' }, needs: [] } : null;
}

/** The one is nothing without the other. */
function coordinates(columns: Columns): Record<string, MappedValue> {
  const latitude = first(columns, 'latitude');
  const longitude = first(columns, 'longitude');
  if (latitude === undefined || longitude === undefined) return {};
  if (!suits(latitude, 'latitude') || !suits(longitude, 'longitude')) return {};
  const value = (own: Column, other: Column): MappedValue => {
    const then = own.kind === 'number' ? [] : [{ do: 'number' as const }];
    return { path: own.path, then, if: other.path };
  };
  return {
    'coordinates.latitude': value(latitude, longitude),
    'coordinates.longitude': value(longitude, latitude),
  };
}

/** Street, city or postal code: an address has to have one of them. */
function mostGiven(columns: Columns): Column | undefined {
  const found = (['city', 'street', 'postcode'] as const).flatMap((meaning) => first(columns, meaning) ?? []);
  return found.toSorted((a, b) => b.given - a.given)[0];
}

const HOUSE_NUMBER = /^(?:(?:address )?(?:house|street) ?(?:number|no|nr)|hausn(?:umme)?r)$/;
/** In an entry that is a place, and nowhere else. */
const BARE_NUMBER = /^(?:number|no|nr)$/;
const AS_ON_HOUSES = /^\d{1,5} ?(?:[a-z]|[-/] ?\d{1,5})?$/i;
const NUMBER_FIRST = /^(?:US|CA|GB|IE|AU|NZ|FR)$/;

function isHouseNumber(column: Column, isEntry: boolean): boolean {
  const { path, meaning } = column;
  const title = plainTitle(path.split('.').at(-1) ?? path);
  const isCalled = HOUSE_NUMBER.test(title) || (isEntry && BARE_NUMBER.test(title));
  return isCalled && (meaning === null || meaning === 'key') && all(column, AS_ON_HOUSES);
}

function isNumberFirst(columns: Columns): boolean {
  const country = first(columns, 'country');
  if (country === undefined) return true;
  return country.samples.every((sample) => NUMBER_FIRST.test(countryCodeOf(sample) ?? ''));
}

/** With the number of the house, where that stands beside it. */
function streetOf(columns: Columns, isEntry: boolean): Record<string, MappedValue> {
  const street = first(columns, 'street');
  if (street === undefined) return {};
  const number = columns.find((column) => isHouseNumber(column, isEntry));
  if (number === undefined) return { street: asText(street) };
  const join = isNumberFirst(columns) ? [number.path, street.path] : [street.path, number.path];
  return { street: { join, with: ' ', then: [], if: street.path } };
}

type Kind = 'Home' | 'Work' | 'Office';

interface Where {
  readonly kind?: Kind | undefined;
  /** The columns are those of an entry of a list. */
  readonly isEntry?: boolean;
}

/** An address needs its country: without one there is none to suggest. */
export function address(columns: Columns, { kind, isEntry = false }: Where = {}): Rule[] {
  const type = kind === undefined ? {} : { type: { constant: kind } };
  const street = first(columns, 'street');
  if (street !== undefined && all(street, WHOLE)) {
    // On one line: a state beside it is that of something else.
    const data = { ...type, street: street.path, country: { constant: 'US' } };
    return [{ type: 'Address', fact: 'address', needs: [street.path], data }];
  }
  const country = countryOf(columns);
  const place = mostGiven(columns);
  if (country === null || place === undefined) return [];
  const data = {
    ...type,
    ...streetOf(columns, isEntry),
    ...fields(columns, {
      unit: 'unit',
      building: 'building',
      city: 'city',
      postalCode: 'postcode',
      region: 'region',
    }),
    country: country.value,
    ...coordinates(columns),
  };
  return [{ type: 'Address', fact: 'address', needs: [...country.needs, place.path], data }];
}

/** What is called the id of the entry itself: that of a customer or a house is not the address's. */
function ownId(columns: Columns): Column | undefined {
  const id = columns.find(({ path }) => /^(?:id|uuid|guid|key)$/.test(plainTitle(path)));
  const isOne = id !== undefined && id.kind !== 'list' && id.kind !== 'empty' && !id.repeats;
  return isOne && isAlwaysGiven(id, columns) ? id : undefined;
}

function isConstant(value: Rule['data'][string] | undefined): boolean {
  return typeof value === 'object' && 'constant' in value;
}

/** Whole addresses are known by what they say; others by their place in the list, or an id of their own. */
export function addressKey(rule: Rule, columns: Columns): Pick<Rule, 'key'> {
  const id = ownId(columns);
  if (id !== undefined) return { key: asText(id) };
  const { street, region, country } = rule.data;
  const isWhole = typeof street === 'string' && region === undefined && isConstant(country);
  return isWhole ? { key: { path: street, then: [{ do: 'lower' }] } } : {};
}
