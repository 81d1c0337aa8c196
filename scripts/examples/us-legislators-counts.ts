import type { DistrictOffice, Legislator, Term } from './us-legislators-source.ts';

type Count = (legislator: Legislator) => number;

function termsWith(field: keyof Term): Count {
  return ({ terms }) => terms.filter((term) => term[field] !== undefined).length;
}

function officesWith(field: keyof DistrictOffice): Count {
  return ({ offices }) => offices.filter((office) => office[field] !== undefined).length;
}

function accountsThat(isCounted: (field: string) => boolean): Count {
  return ({ social }) => Object.keys(social).filter(isCounted).length;
}

/**
 * How often the source says something of each kind, counted in the source itself: what the mapping forgets shows as a
 * row of the table that does not add up.
 */
export const COUNTS: ReadonlyMap<string, Count> = new Map([
  ['Term of office', ({ terms }) => terms.length],
  ['Website of a term', termsWith('url')],
  ['Contact form of a term', termsWith('contact_form')],
  ['Telephone of a term', termsWith('phone')],
  ['Address of a term', termsWith('address')],
  ['Leadership role', ({ leadership_roles: roles }) => roles.length],
  ['Social account', accountsThat((field) => !field.endsWith('_id'))],
  ['Id of a social account', accountsThat((field) => field.endsWith('_id'))],
  ['District office', ({ offices }) => offices.length],
  ['Telephone of an office', officesWith('phone')],
  ['Fax of an office', officesWith('fax')],
  ['Gender', () => 1],
  ['Family', ({ family }) => family.length],
]);

/** Kinds that the source says once each: a key that takes two of them for one would hide the other. */
export const SAID_ONCE: ReadonlySet<string> = new Set([
  'Term of office',
  'Social account',
  'District office',
  'Gender',
]);
