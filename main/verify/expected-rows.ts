/**
 * What the views must hold of a person, worked out from the independent fold. Names, labels, search
 * words and telephone numbers are written as everywhere (shared-formats.ts); everything else is written a second time.
 */
import type { FoldedComponent, FoldedPerson } from './independent-fold.ts';
import {
  comparablePhone,
  componentLabel,
  displayName,
  foldText,
  phoneKey,
  searchTokens,
  sortKey,
  withCountryCode,
} from './shared-formats.ts';

const SORT_KEY_LENGTH = 200;

function allOf(person: FoldedPerson, type: string): FoldedComponent[] {
  return person.components.filter((component) => component.type === type);
}

/** A non-empty text; null for everything else. */
function textIn(component: FoldedComponent | undefined, field: string): string | null {
  const value = component?.data[field];
  return typeof value === 'string' && value.length > 0 ? value : null;
}

/** Of those that say anything, the one marked primary, or else the first. */
function chosen(components: readonly FoldedComponent[]): FoldedComponent | undefined {
  const telling = components.filter(({ data }) => Object.keys(data).length > 0);
  return telling.find(({ primary }) => primary) ?? telling[0];
}

function isRunning({ data }: FoldedComponent): boolean {
  const { current, endDate } = data;
  return typeof current === 'boolean' ? current : endDate === undefined;
}

/** Of the running ones the primary, or else the one that began last. */
function presentEmployment(person: FoldedPerson): FoldedComponent | undefined {
  const running = allOf(person, 'Employment').filter(isRunning);
  let latest: FoldedComponent | undefined;
  for (const employment of running) {
    if (Object.keys(employment.data).length === 0) continue;
    if (employment.primary === true) return employment;
    if (latest === undefined || began(employment) > began(latest)) latest = employment;
  }
  return latest;
}

function began(employment: FoldedComponent): string {
  return textIn(employment, 'startDate') ?? '';
}

function phoneOf(person: FoldedPerson): string | null {
  const phone = chosen(allOf(person, 'PhoneNumber'));
  const number = textIn(phone, 'number');
  const code = textIn(phone, 'countryCode');
  if (number === null || code === null) return number;
  return number.startsWith('+') || number.startsWith('00') ? number : `${code} ${number}`;
}

function placeOf(person: FoldedPerson): string | null {
  const address = chosen(allOf(person, 'Address'));
  const town = textIn(address, 'city') ?? textIn(address, 'region');
  const country = textIn(address, 'country');
  if (town === null) return country;
  return country === null ? town : `${town}, ${country}`;
}

/** A text as it is compared: cut, and never within a character. */
function keyOf(text: string | null): string {
  return text === null ? '' : foldText(text).slice(0, SORT_KEY_LENGTH).toWellFormed();
}

/** What a filter by employer compares. */
function employerKey(employment: FoldedComponent | undefined): string | null {
  const company = textIn(employment, 'company');
  return company === null ? null : keyOf(company);
}

/** Role and employer as one text: two spaces part them, unless one says nothing. */
function workKey(employment: FoldedComponent | undefined): string {
  const role = foldText(textIn(employment, 'position') ?? '');
  const company = foldText(textIn(employment, 'company') ?? '');
  const whole = role === '' || company === '' ? role + company : `${role}  ${company}`;
  return whole.slice(0, SORT_KEY_LENGTH).toWellFormed();
}

/** The signs of a number that are dialled, `+` for the zeros that stand for it. */
function phoneOrder(phone: string | null): string {
  const signs = [...foldText(phone ?? '')].filter((sign) => sign === '+' || /\p{L}|\p{N}/u.test(sign));
  const text = signs.join('');
  return (text.startsWith('00') ? `+${text.slice(2)}` : text).slice(0, SORT_KEY_LENGTH).toWellFormed();
}

/** The columns of the persons list. */
export function summaryRow(person: FoldedPerson): Record<string, unknown> {
  const employment = presentEmployment(person);
  const { lifecycle } = person;
  return {
    person_id: person.personId,
    display_name: displayName(person.name),
    sort_key: sortKey(person.name),
    status: lifecycle.status,
    birth_date: person.birthDate,
    primary_email: textIn(chosen(allOf(person, 'EmailAddress')), 'address'),
    primary_phone: phoneOf(person),
    employer: textIn(employment, 'company'),
    employer_key: employerKey(employment),
    role: textIn(employment, 'position'),
    location: placeOf(person),
    email_key: keyOf(textIn(chosen(allOf(person, 'EmailAddress')), 'address')),
    phone_key: phoneOrder(phoneOf(person)),
    work_key: workKey(employment),
    location_key: keyOf(placeOf(person)),
    component_count: person.components.length,
    skill_count: allOf(person, 'Skill').filter(({ data }) => Object.keys(data).length > 0).length,
    redirect_to: lifecycle.status === 'merged' ? lifecycle['into'] : null,
    version: person.version,
    created_at: person.createdAt,
    updated_at: person.updatedAt,
  };
}

/** The person, organisation or place that a relationship is with, as the view finds it. */
function targetOf(type: string, data: FoldedComponent['data']): string | null {
  const find = (kind: string, value: unknown, fold: (text: string) => string) =>
    (typeof value === 'string' && value !== '') || typeof value === 'number'
      ? `${kind}:${fold(String(value))}`.slice(0, SORT_KEY_LENGTH)
      : null;
  switch (type) {
    case 'Relationship':
      return find('person', data['otherPersonId'], (id) => id.trim().toLowerCase());
    case 'OrganizationRelationship':
      return find('organization', data['organization'], foldText);
    case 'LocationRelationship':
      return find('location', data['location'], foldText);
    default:
      return null;
  }
}

/** Rows of the components view by component id. */
export function componentRows(person: FoldedPerson): Record<string, unknown> {
  const rows = person.components.map(({ componentId, type, data, primary }) => {
    const label = componentLabel(type, data);
    const sort_key = foldText(label).slice(0, SORT_KEY_LENGTH);
    const is_primary = primary === true ? 1 : 0;
    return [componentId, { type, label, sort_key, is_primary, target: targetOf(type, data) }];
  });
  return Object.fromEntries(rows) as Record<string, unknown>;
}

export type SearchColumn = 'name' | 'email' | 'number' | 'employer' | 'role' | 'skill' | 'tag';

/** The words that find a person, by column of the index. */
export function searchColumns(person: FoldedPerson): Record<SearchColumn, readonly string[]> {
  const { prefixes, givenNames, patronymic, matronymic, familyNames, suffixes, preferred } = person.name;
  const names = [...prefixes, ...givenNames, patronymic, matronymic, ...familyNames, ...suffixes, preferred];
  const field = (type: string, name: string) => allOf(person, type).map(({ data }) => data[name]);
  const tags = person.components.flatMap((component) => component.tags as unknown[]);
  return {
    name: wordsOf(names),
    email: wordsOf(field('EmailAddress', 'address')),
    number: wordsOf([...allOf(person, 'PhoneNumber').flatMap(dialled), ...Object.values(person.identities)]),
    employer: wordsOf(field('Employment', 'company')),
    role: wordsOf(field('Employment', 'position')),
    skill: wordsOf(field('Skill', 'name')),
    tag: wordsOf([...tags, ...field('Tag', 'name')]),
  };
}

function wordsOf(texts: readonly unknown[]): readonly string[] {
  return texts.flatMap((text) => (typeof text === 'string' ? searchTokens(text) : []));
}

function emailKey(address: string | null): string | null {
  const written = (address ?? '').trim().normalize('NFC').toLowerCase();
  const at = written.indexOf('@');
  return at < 1 || written.endsWith('@') ? null : `email:${written}`;
}

function comparableOf(phone: FoldedComponent): ReturnType<typeof comparablePhone> {
  return comparablePhone(withCountryCode(textIn(phone, 'number') ?? '', textIn(phone, 'countryCode') ?? ''));
}

/** A number as it was written, as a whole, and its end, which it has with and without the country's code. */
function dialled(phone: FoldedComponent): readonly unknown[] {
  const comparable = comparableOf(phone);
  return [phone.data['number'], ...(comparable === null ? [] : [comparable.digits, phoneKey(comparable)])];
}

function phoneKeyOf(phone: FoldedComponent): string | null {
  const comparable = comparableOf(phone);
  return comparable === null ? null : `phone:${phoneKey(comparable)}`;
}

/** What a person may share with a duplicate; nothing once merged. */
export function sharedKeys(person: FoldedPerson): readonly string[] {
  if (person.lifecycle.status === 'merged') return [];
  const keys = [
    ...allOf(person, 'EmailAddress').map((email) => emailKey(textIn(email, 'address'))),
    ...allOf(person, 'PhoneNumber').map(phoneKeyOf),
    person.birthDate === null ? null : `birth:${person.birthDate}`,
  ];
  return [...new Set(keys.filter((key) => key !== null))].sort();
}
