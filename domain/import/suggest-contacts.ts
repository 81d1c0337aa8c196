import type { MappedValue } from '../contract/import-mapping.ts';
import { type Meaning, plainTitle } from './column-meanings.ts';
import { asText, type Column, first, onlyPath, type Rule, suits } from './suggested-rule.ts';

const PLATFORMS = [
  'Twitter',
  'Facebook',
  'LinkedIn',
  'Instagram',
  'GitHub',
  'YouTube',
  'Mastodon',
  'Bluesky',
  'TikTok',
];

/**
 * From the number, where it says it; what is written as in North America has its code. Null where others leave open of
 * where they are: they would be taken for American.
 */
function callingCode(column: Column): MappedValue | null {
  const { path, misfits } = column;
  const own = { path, then: [{ do: 'calling-code' as const }] };
  if (misfits['calling-code'] === undefined) return own;
  if (misfits['telephone'] === undefined) return { first: [own, { constant: '+1' }], then: [] };
  return suits(column, 'calling-code') ? own : null;
}

const AT_HOME = /^(?:home|private|personal)/;
const AT_WORK = /^(?:work|office|business)/;

/** Where neither the column nor its name says which kind it is, nobody knows. */
function phoneType(meaning: Meaning | null, title: string): string | undefined {
  if (meaning === 'mobile') return 'Mobile';
  if (meaning === 'fax') return 'Fax';
  if (AT_HOME.test(title)) return 'Home';
  return AT_WORK.test(title) ? 'Work' : undefined;
}

function emailType(title: string): string | undefined {
  if (AT_HOME.test(title)) return 'Personal';
  return AT_WORK.test(title) ? 'Work' : undefined;
}

const kindOf = (type: string | undefined) => (type === undefined ? {} : { type: { constant: type } });

/** What stands beside numbers may be called like one: which phone it is, or when. */
function phone(column: Column): Rule[] {
  const countryCode = callingCode(column);
  if (countryCode === null) return [];
  const type = phoneType(column.meaning, plainTitle(column.path));
  const data = { number: asText(column), countryCode, ...kindOf(type) };
  return [{ type: 'PhoneNumber', fact: column.path, data }];
}

function email(column: Column): Rule[] {
  // Of an empty one the name says enough: other rows, or the next file, may have some.
  if (column.given > 0 && !suits(column, 'email')) return [];
  const data = { address: column.path, ...kindOf(emailType(plainTitle(column.path))) };
  return [{ type: 'EmailAddress', fact: column.path, data }];
}

/** What begins with no scheme would be refused. */
function website(column: Column): Rule[] {
  if (!suits(column, 'page')) return [];
  const title = column.meaning === 'contact-page' ? { title: { constant: 'Contact form' } } : {};
  return [{ type: 'Website', fact: column.path, data: { url: column.path, ...title } }];
}

const BY_MEANING: Partial<Record<Meaning, (column: Column) => Rule[]>> = {
  email,
  phone,
  mobile: phone,
  fax: phone,
  website,
  'contact-page': website,
};

/** How the person is reached, as one column says it. */
export function contact(column: Column): Rule[] {
  return column.meaning === null ? [] : (BY_MEANING[column.meaning]?.(column) ?? []);
}

/** Of several numbers the first is shown in lists: one that somebody answers. */
export function faxLast(a: Column, b: Column): number {
  return Number(a.meaning === 'fax') - Number(b.meaning === 'fax');
}

function lastTitle({ path }: Pick<Column, 'path'>): string {
  return plainTitle(path.split('.').at(-1) ?? path);
}

function usernameOf(handle: Column, id: Column | undefined): MappedValue {
  if (suits(handle, 'page')) return { path: handle.path, then: [{ do: 'part', by: '/', at: -1 }] };
  return id === undefined ? asText(handle) : { first: [handle.path, id.path], then: [{ do: 'text' }] };
}

/** An id that the platform gave is kept beside the name, and stands for it where that is not given. */
function accountOn(platform: string, columns: readonly Column[]): Rule[] {
  const called = (name: string) =>
    columns.find((column) => column.kind !== 'list' && lastTitle(column).replaceAll(' ', '') === name);
  const handle = called(platform.toLowerCase());
  if (handle === undefined) return [];
  const id = called(`${platform.toLowerCase()}id`);
  const data = {
    platform: { constant: platform },
    username: usernameOf(handle, id),
    ...(id !== undefined && { accountId: { path: id.path, then: [{ do: 'text' as const }] } }),
    ...(suits(handle, 'page') && { url: handle.path }),
  };
  return [{ type: 'SocialProfile', fact: handle.path, data }];
}

/** Columns that are called like a platform. */
export function accounts(columns: readonly Column[]): Rule[] {
  return PLATFORMS.flatMap((platform) => accountOn(platform, columns));
}

/** Entries that name the platform themselves. */
export function accountEntry(columns: readonly Column[]): Rule[] {
  const platform = first(columns, 'platform');
  const username = first(columns, 'username');
  if (platform === undefined || username === undefined) return [];
  const page = first(columns, 'website');
  const data = {
    platform: asText(platform),
    username: asText(username),
    ...(page !== undefined && suits(page, 'page') && { url: page.path }),
  };
  const key = { join: [platform.path, username.path], with: '/', then: [{ do: 'lower' as const }] };
  return [{ type: 'SocialProfile', fact: 'account', key, needs: [platform.path, username.path], data }];
}

const KINDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  PhoneNumber: {
    mobile: 'Mobile',
    cell: 'Mobile',
    home: 'Home',
    private: 'Home',
    work: 'Work',
    office: 'Work',
    business: 'Work',
    fax: 'Fax',
  },
  EmailAddress: {
    home: 'Personal',
    private: 'Personal',
    personal: 'Personal',
    work: 'Work',
    office: 'Work',
    business: 'Work',
    school: 'School',
  },
  Address: {
    home: 'Home',
    private: 'Home',
    work: 'Work',
    business: 'Work',
    office: 'Office',
    billing: 'Billing',
    shipping: 'Shipping',
  },
};

const PLAIN =
  /^(?:(?:tele)?phone|tel|telefon|e ?mail)s?(?: ?(?:number|address))?(?: value)?$|^(?:value|number|address|name)$/;

/** What is called a mobile or a home number is one, whatever kind the entry is of. */
export function hasNoKind({ path, meaning }: Column): boolean {
  return (meaning === 'phone' || meaning === 'email') && PLAIN.test(lastTitle({ path }));
}

/** Where an entry says which kind of number or address it is, that counts. */
export function withKind(rule: Rule, kind: Column | undefined): Rule {
  const table = KINDS[rule.type];
  const said = rule.data['number'] ?? rule.data['address'];
  const path = said === undefined ? undefined : onlyPath(said);
  const needs = path === undefined ? rule.needs : [path];
  if (kind === undefined || table === undefined || needs === undefined) return rule;
  if (!kind.samples.some((sample) => Object.hasOwn(table, sample.toLowerCase()))) return rule;
  const lookup = { do: 'lookup' as const, table: { ...table }, otherwise: 'leave-out' as const };
  const type = { path: kind.path, then: [{ do: 'lower' as const }, lookup] };
  return { ...rule, needs, data: { ...rule.data, type } };
}
