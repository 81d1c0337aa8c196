import type { FoundPath } from '../contract/import.ts';
import { isHostileKey } from '../person/fields/json.ts';
import { isPrintableText } from '../person/fields/text.ts';
import { type Meaning, meaningOf, plainTitle } from './column-meanings.ts';
import { haveNames, type ListMeaning, listMeaning } from './list-meanings.ts';
import { address, addressKey } from './suggest-address.ts';
import { accountEntry, accounts, contact, faxLast, hasNoKind, withKind } from './suggest-contacts.ts';
import { periodsOf } from './suggest-periods.ts';
import { asText, type Column, dated, first, isAlwaysGiven, onlyPath, type Rule } from './suggested-rule.ts';

export interface FoundList extends Column {
  readonly entries: NonNullable<FoundPath['entries']>;
}

const KEY_FIELDS: Readonly<Record<string, readonly [field: string, step: 'digits' | 'lower']>> = {
  PhoneNumber: ['number', 'digits'],
  EmailAddress: ['address', 'lower'],
  Website: ['url', 'lower'],
};

/** Known by what it says: lists are put in another order, and repeat themselves. */
export function keyed(rule: Rule): Rule {
  const [field, step] = KEY_FIELDS[rule.type] ?? [];
  const value = field === undefined ? undefined : rule.data[field];
  const path = value === undefined ? undefined : onlyPath(value);
  return path !== undefined && step !== undefined ? { ...rule, key: { path, then: [{ do: step }] } } : rule;
}

/** All entries say the same one, and the last of them counts: unless it may have fallen silent about it. */
function latest(rule: Rule, columns: readonly Column[]): Rule {
  const paths = [...saidBy([rule])];
  const lapses = columns.some((column) => column.lapses && paths.includes(column.path));
  return lapses ? rule : { ...rule, key: { constant: 'latest' } };
}

/** In an entry of `emails`, a `value` is an address: the list says what its entries do not. */
export function columnsIn({ meaning, entries }: FoundList): Column[] {
  const isContact = meaning === 'email' || meaning === 'phone';
  return entries.map((entry) => {
    const isValue = /^(?:value|address|number|name)$/.test(plainTitle(entry.path));
    return { ...entry, meaning: isContact && isValue ? meaning : meaningOf(entry) };
  });
}

function titled(path: string): string {
  const title = plainTitle(path.split('.').at(-1) ?? path).slice(0, 100);
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}`.trim() || 'Related';
}

/** They are not in the file as persons: who they are is kept in words. */
function others({ path }: FoundList, columns: readonly Column[]): Rule[] {
  const name = first(columns, 'whole');
  if (name === undefined) return [];
  const relation = first(columns, 'relation');
  const said = [...(relation === undefined ? [] : [relation.path]), name.path];
  const value = relation === undefined ? asText(name) : { join: said, with: ', ', then: [] };
  const data = { name: { constant: titled(path) }, value };
  const key = { join: said, with: '/', then: [] };
  return [{ type: 'CustomAttribute', fact: 'person', key, needs: [name.path], data }];
}

const PAGES_OF: readonly (ListMeaning | null)[] = ['office', 'places', 'contacts'];

/** A page in a list of something else is that thing's, and nobody's. */
function isPersons({ meaning }: Column, about: ListMeaning | null): boolean {
  return meaning !== 'website' || PAGES_OF.includes(about);
}

/** Entries with names are somebody or something else, and a school or company has a number and an address of its own. */
function areOthers(columns: readonly Column[], about: ListMeaning | null): boolean {
  if (about === null) return haveNames(columns) || first(columns, 'company') !== undefined;
  if (about === 'contacts') return haveNames(columns);
  return about === 'education' || about === 'membership' || about === 'roles';
}

function contactsIn(list: FoundList, columns: readonly Column[], about: ListMeaning | null): Rule[] {
  if (areOthers(columns, about)) return [];
  const kind = first(columns, 'kind');
  const reached = columns
    .filter((column) => column.kind !== 'list' && isPersons(column, about))
    .toSorted(faxLast)
    .flatMap((column) =>
      contact(column).map((rule) => keyed(hasNoKind(column) ? withKind(rule, kind) : rule)),
    );
  const places = address(columns, { kind: addressKind(list, about), isEntry: true }).map((rule) => ({
    ...withKind(rule, kind),
    ...addressKey(rule, columns),
  }));
  return [...reached, ...places, ...accountEntry(columns), ...accounts(columns)];
}

function addressKind({ path }: FoundList, about: ListMeaning | null): 'Office' | 'Work' | undefined {
  if (about === 'places' && plainTitle(path).endsWith('offices')) return 'Office';
  return about === 'office' || about === 'work' ? 'Work' : undefined;
}

/** What goes up from entry to entry ends with what holds now: of earlier ones nobody asks the number. */
function endsWithNow(columns: readonly Column[]): boolean {
  const start = dated(columns, 'start');
  return start !== undefined && start.rising && isAlwaysGiven(start, columns);
}

const USED: readonly Meaning[] = ['gender', 'latitude', 'longitude'];
const MOST_KEPT = 10;

function isKeepable({ path, kind, samples, meaning }: Column): boolean {
  if (kind === 'list' || kind === 'empty' || kind === 'mixed') return false;
  if (meaning !== null && USED.includes(meaning)) return false;
  const isName = /^[\p{L}\p{N}][\p{L}\p{N} _-]{0,59}$/u.test(path) && !isHostileKey(path);
  return isName && samples.every((sample) => sample.length < 80 && isPrintableText(sample));
}

/** Paths that give a value as it is; of what is joined or looked up, the original is kept as well. */
function saidBy(rules: readonly Rule[]): ReadonlySet<string> {
  const values = rules.flatMap(({ data }) => Object.values(data));
  return new Set(
    values.flatMap((value) => {
      if (typeof value === 'string') return [value];
      if (Array.isArray(value) || !('path' in value)) return [];
      return value.then?.some((step) => step.do === 'lookup') === true ? [] : [value.path];
    }),
  );
}

/** An id that an address is known by says nothing else. */
function idOf({ type, key }: Rule): string[] {
  if (type !== 'Address' || key === undefined) return [];
  return [onlyPath(key) ?? []].flat();
}

/** What no field is there for is kept under its own name. */
function withRest(rules: readonly Rule[], columns: readonly Column[], main: Rule | undefined): Rule[] {
  const said = saidBy(rules);
  const looked = new Set([...rules.flatMap(idOf), ...rules.flatMap(({ needs }) => needs ?? [])]);
  const rest = columns
    .filter((column) => isKeepable(column) && !said.has(column.path) && !looked.has(column.path))
    .slice(0, MOST_KEPT);
  const custom = Object.fromEntries(rest.map((column) => [column.path, asText(column)]));
  return rules.map((rule) => (rule === main && rest.length > 0 ? { ...rule, custom } : rule));
}

/** Of entries with several values: what they say, each under the name of the list. */
export function ofEntries(list: FoundList): Rule[] {
  const columns = columnsIn(list);
  const about = listMeaning(list.path, columns);
  const inList = (rule: Rule): Rule => ({ ...rule, fact: `${list.path}/${rule.fact}`, each: list.path });
  if (about === 'others') return others(list, columns).map(inList);
  if (about === 'unclear') return [];
  const periods = periodsOf(columns, about);
  const contacts = contactsIn(list, columns, about);
  const isLatest = periods.length > 0 && endsWithNow(columns);
  const rules = [...periods, ...(isLatest ? contacts.map((rule) => latest(rule, columns)) : contacts)];
  const main = periods[0] ?? contacts.find(({ type }) => type === 'Address');
  return withRest(rules, columns, main).map(inList);
}
