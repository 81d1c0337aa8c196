import type { FoundPath } from '../contract/import.ts';
import type { componentRuleSchema, MappedValue } from '../contract/import-mapping.ts';
import type { z } from 'zod';
import { type Meaning, meaningOf, plainTitle } from './column-meanings.ts';
import { dateValue } from './date-value.ts';

type Rule = z.input<typeof componentRuleSchema>;
type Column = Pick<FoundPath, 'path' | 'samples' | 'kind' | 'dateFormats'> & {
  readonly meaning: Meaning | null;
};

const PLATFORMS = [
  'Twitter',
  'Facebook',
  'LinkedIn',
  'Instagram',
  'GitHub',
  'YouTube',
  'Mastodon',
  'Bluesky',
];
const NORTH_AMERICAN = /^\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}$/;

/** From the number, where it says it; where all are written as in North America, its code. */
function callingCode({ path, samples }: Column): MappedValue {
  const own = { path, then: [{ do: 'calling-code' as const }] };
  const isLocal = samples.length > 0 && samples.every((sample) => NORTH_AMERICAN.test(sample));
  return isLocal ? { first: [own, { constant: '+1' }], then: [] } : own;
}

function phoneType(meaning: Meaning | null, title: string): string {
  if (meaning === 'mobile') return 'Mobile';
  if (meaning === 'fax') return 'Fax';
  return title.startsWith('home') ? 'Home' : 'Work';
}

function emailType(title: string): string {
  return /^(?:home|private|personal)/.test(title) ? 'Personal' : 'Work';
}

function phone(column: Column): Rule {
  const type = phoneType(column.meaning, plainTitle(column.path));
  const data = { number: column.path, countryCode: callingCode(column), type: { constant: type } };
  return { type: 'PhoneNumber', fact: column.path, data };
}

function email(column: Column): Rule {
  const data = { address: column.path, type: { constant: emailType(plainTitle(column.path)) } };
  return { type: 'EmailAddress', fact: column.path, data };
}

function labelled(name: string, { path }: Column): Rule {
  return { type: 'CustomAttribute', fact: path, data: { name: { constant: name }, value: path } };
}

function tags({ path, samples, kind }: Column): Rule {
  const by = samples.some((sample) => sample.includes(';')) ? ';' : ',';
  const each = kind === 'list' ? path : { path, then: [{ do: 'split' as const, by }] };
  return { type: 'Tag', fact: path, each, key: { path: '.', then: [{ do: 'lower' }] }, data: { name: '.' } };
}

const BY_MEANING: Partial<Record<Meaning, (column: Column) => Rule>> = {
  email,
  phone,
  mobile: phone,
  fax: phone,
  website: ({ path }) => ({ type: 'Website', fact: path, data: { url: path } }),
  tags,
  gender: (column) => labelled('Gender', column),
  notes: (column) => labelled('Notes', column),
};

function ofColumn(column: Column): Rule[] {
  const rule = column.meaning === null ? undefined : BY_MEANING[column.meaning];
  return rule === undefined ? social(column) : [rule(column)];
}

function social({ path }: Column): Rule[] {
  const last = plainTitle(path.split('.').at(-1) ?? path).replaceAll(' ', '');
  const platform = PLATFORMS.find((name) => name.toLowerCase() === last);
  if (platform === undefined) return [];
  return [{ type: 'SocialProfile', fact: path, data: { platform: { constant: platform }, username: path } }];
}

function first(columns: readonly Column[], meaning: Meaning): Column | undefined {
  return columns.find((column) => column.meaning === meaning && column.kind !== 'list');
}

/** An address needs its country, so without one there is none to suggest. */
function address(columns: readonly Column[], fact: string): Rule[] {
  const parts = {
    street: 'street',
    city: 'city',
    postalCode: 'postcode',
    region: 'region',
    country: 'country',
  } as const;
  const found = Object.entries(parts).flatMap(([field, meaning]) => {
    const column = first(columns, meaning);
    return column === undefined ? [] : [[field, column.path] as const];
  });
  const data = Object.fromEntries(found);
  if (data['country'] === undefined || found.length < 2) return [];
  return [{ type: 'Address', fact, needs: [data['country']], data }];
}

function employment(columns: readonly Column[], fact: string): Rule[] {
  const company = first(columns, 'company');
  const position = first(columns, 'position');
  if (company === undefined || position === undefined) return [];
  const start = first(columns, 'start');
  const end = first(columns, 'end');
  const data = {
    company: company.path,
    position: position.path,
    ...(start !== undefined && { startDate: dateValue(start) }),
    ...(end !== undefined && { endDate: dateValue(end) }),
  };
  return [{ type: 'Employment', fact, needs: [company.path, position.path], data }];
}

function simpleList({ path, samples, kind, dateFormats }: Column): Rule[] {
  const meaning = meaningOf({ path, samples, kind });
  const column = { path: '.', samples, kind: 'text', dateFormats, meaning } as const;
  return ofColumn(column).map((rule) => withKey({ ...rule, fact: path, each: path }));
}

const KEY_FIELDS: Readonly<Record<string, readonly [field: string, step: 'digits' | 'lower']>> = {
  PhoneNumber: ['number', 'digits'],
  EmailAddress: ['address', 'lower'],
  Website: ['url', 'lower'],
};

/** Known by what it says: lists are put in another order, and repeat themselves. */
function withKey(rule: Rule): Rule {
  const [field, step] = KEY_FIELDS[rule.type] ?? [];
  const path = field === undefined ? undefined : rule.data[field];
  return typeof path === 'string' && step !== undefined
    ? { ...rule, key: { path, then: [{ do: step }] } }
    : rule;
}

/** In an entry of `emails`, a `value` is an address: the list says what its entries do not. */
function ofList(list: Column, entries: NonNullable<FoundPath['entries']>): Rule[] {
  const [only] = entries;
  if (only?.path === '.')
    return list.meaning === 'tags' ? [tags(list)] : simpleList({ ...list, samples: only.samples });
  const inner = entries.map((entry) => {
    const isValue = /^(?:value|address|number|name)$/.test(plainTitle(entry.path));
    const own = meaningOf(entry);
    const fromList = isValue && (list.meaning === 'email' || list.meaning === 'phone') ? list.meaning : own;
    return { ...entry, meaning: fromList };
  });
  const rules = [
    ...inner.flatMap(ofColumn),
    ...address(inner, 'address'),
    ...employment(inner, 'employment'),
  ];
  return rules
    .filter((rule) => rule.each === undefined)
    .map((rule) => withKey({ ...rule, fact: `${list.path}/${rule.fact}`, each: list.path }));
}

type Found = FoundPath & { readonly meaning: Meaning | null };

/** Rules for what is understood; each is named after the column or list that it is about. */
export function suggestComponents(paths: readonly Found[]): Rule[] {
  const columns = paths.filter(({ entries }) => entries === null);
  const lists = paths.flatMap((found) =>
    found.entries === null ? [] : [{ list: found, entries: found.entries }],
  );
  return [
    ...columns.flatMap(ofColumn),
    ...address(columns, 'address'),
    ...employment(columns, 'employment'),
    ...lists.flatMap(({ list, entries }) => ofList(list, entries)),
  ].slice(0, 200);
}
