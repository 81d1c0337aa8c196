import type { FoundPath, ImportInspection } from '../contract/import.ts';
import type { ComponentRule, ImportMapping, MappedValue } from '../contract/import-mapping.ts';
import { isRefusedColumn } from '../contract/refused-columns.ts';
import { type Meaning, meaningOf } from './column-meanings.ts';
import { type ListMeaning, listMeaning } from './list-meanings.ts';
import { pathsOf } from './source-values.ts';
import { columnsIn, type FoundList } from './suggest-lists.ts';
import { type Column, isEndUnread } from './suggested-rule.ts';
import type { ValueForm } from './value-forms.ts';

type LeftOut = ImportInspection['leftOut'][number];

interface Asked {
  readonly form: ValueForm;
  readonly one: string;
  readonly many: string;
}

const DATE: Asked = { form: 'date', one: 'a date', many: 'dates' };
const NUMBER: Asked = {
  form: 'calling-code',
  one: 'a number with its country, like +41 44 668 18 00',
  many: 'numbers with their country, like +41 44 668 18 00',
};
const PAGE: Asked = { form: 'page', one: 'a web address with https://', many: 'web addresses with https://' };
const DEGREES = { one: 'a number of degrees', many: 'numbers of degrees' };

const ASKED: Partial<Record<Meaning, Asked>> = {
  email: { form: 'email', one: 'an e-mail address', many: 'e-mail addresses' },
  phone: NUMBER,
  mobile: NUMBER,
  fax: NUMBER,
  website: PAGE,
  'contact-page': PAGE,
  birth: DATE,
  start: DATE,
  end: DATE,
  country: { form: 'country', one: 'a country', many: 'countries' },
  latitude: { form: 'latitude', ...DEGREES },
  longitude: { form: 'longitude', ...DEGREES },
};

const IN_ADDRESS = 'An address is suggested only where its country can be read as well';
const AS_JOB = 'A job is suggested only where both a company and a position are given';
const JOB_END = 'A job is suggested only where its end can be read: what is over would seem to go on';
const ENTRY_END = 'When its entries end cannot be read: what is over would seem to go on';
const AS_PLACE = 'Degrees are suggested only with an address, and both of them';

/** What it takes besides. */
const BESIDE: Partial<Record<Meaning, string>> = {
  street: IN_ADDRESS,
  city: IN_ADDRESS,
  postcode: IN_ADDRESS,
  region: IN_ADDRESS,
  unit: IN_ADDRESS,
  building: IN_ADDRESS,
  country: 'An address is suggested only with a city, a street or a postal code',
  latitude: AS_PLACE,
  longitude: AS_PLACE,
  company: AS_JOB,
  position: AS_JOB,
  whole: 'The name is taken from other columns',
};

const OTHERS = 'Its entries seem to be about others than the person';

const LISTS: Partial<Record<ListMeaning, string>> = {
  others: OTHERS,
  unclear: 'Its entries can mean several things',
};

/** How many values stand against it; null where none does. */
function misfitWords({ meaning, misfits, given }: Column): string | null {
  const asked = meaning === null ? undefined : ASKED[meaning];
  const misfit = asked === undefined ? undefined : misfits[asked.form];
  if (asked === undefined || misfit === undefined) return null;
  const { count, first } = misfit;
  if (count === 1) return `1 of ${given} ${given === 1 ? 'value' : 'values'} is not ${asked.one}: “${first}”`;
  return `${count} of ${given} values are not ${asked.many}, the first “${first}”`;
}

/** Why nothing is made of a column, of those that stand beside it. */
function whyColumn(column: Column, beside: readonly Column[], isRead: (path: string) => boolean): string {
  const { kind, meaning } = column;
  if (kind === 'empty') return 'Empty in all rows read';
  if (kind === 'list') return 'A list inside a list cannot be taken';
  if (meaning === null) return 'No field is known by this name';
  const other = beside.find((one) => one.meaning === meaning && isRead(one.path));
  if (other !== undefined) return `More than one column says this: “${other.path}” is taken`;
  return misfitWords(column) ?? whyAlone(meaning, beside);
}

/** Nothing is wrong with it: what it takes besides is not there, or cannot be read. */
function whyAlone(meaning: Meaning, beside: readonly Column[]): string {
  const wanted = BESIDE[meaning] ?? 'Suggested only beside what it says more about';
  return wanted === AS_JOB && isEndUnread(beside) ? JOB_END : wanted;
}

function whyList(list: FoundList): string {
  if (list.given === 0 || list.entries.every(({ kind }) => kind === 'empty')) return 'Empty in all rows read';
  const columns = columnsIn(list);
  const about = listMeaning(list.path, columns);
  const what = about === null ? undefined : LISTS[about];
  return what ?? (isEndUnread(columns) ? ENTRY_END : 'No fact is known that its entries would be');
}

type Values = MappedValue | readonly MappedValue[] | undefined;

function readBy(values: readonly Values[]): readonly string[] {
  return values.flatMap((value) => value ?? []).flatMap((value) => pathsOf(value));
}

function readByRule({ data, custom, key, needs }: ComponentRule): readonly string[] {
  return [...readBy([...Object.values(data), ...Object.values(custom), key]), ...needs];
}

function listRead({ each }: ComponentRule): string | undefined {
  return each === undefined ? undefined : pathsOf(each)[0];
}

/** What is read of the row itself. */
function readOfRow({ key, person, components }: ImportMapping): ReadonlySet<string> {
  const rules = components.flatMap((rule) => {
    const list = listRead(rule);
    return list === undefined ? readByRule(rule) : [list];
  });
  return new Set([...readBy([key, ...Object.values(person.name), person.birthDate]), ...rules]);
}

function ofEntries(list: FoundList, { components }: ImportMapping): LeftOut[] {
  const rules = components.filter((rule) => listRead(rule) === list.path);
  const read = new Set(rules.flatMap(readByRule));
  const columns = columnsIn(list);
  return columns
    .filter(({ path }) => path !== '.' && !read.has(path))
    .map((column) => ({
      path: list.path,
      entry: column.path,
      why: whyColumn(column, columns, (path) => read.has(path)),
    }));
}

/** What a suggestion does not read of a file, and why: whoever looks it over knows what to mend. */
export function leftOut(paths: readonly FoundPath[], suggestion: ImportMapping | null): LeftOut[] {
  if (suggestion === null) return [];
  const read = readOfRow(suggestion);
  const columns = paths.map((found) => ({ ...found, meaning: meaningOf(found) }));
  const beside = columns.filter(({ entries }) => entries === null);
  return columns.flatMap((found) => {
    const { path, entries, meaning } = found;
    if (isRefusedColumn(path)) return [];
    if (entries !== null && read.has(path)) return ofEntries({ ...found, entries }, suggestion);
    if (entries !== null) return [{ path, entry: null, why: whyList({ ...found, entries }) }];
    if (read.has(path)) return [];
    return [{ path, entry: null, why: whyColumn({ ...found, meaning }, beside, (other) => read.has(other)) }];
  });
}
