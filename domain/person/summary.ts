import type { JsonObject } from './fields/json.ts';
import { foldText } from './fold-text.ts';
import { displayName, sortKey } from './name.ts';
import type { Component, ExistingPerson, PersonStatus } from './state.ts';

/** One flat row per person. Dates are `YYYY-MM-DD`. */
export interface PersonSummary {
  readonly displayName: string;
  readonly sortKey: string;
  readonly status: PersonStatus;
  readonly birthDate: string | null;
  readonly primaryEmail: string | null;
  readonly primaryPhone: string | null;
  readonly employer: string | null;
  /** The employer as it is compared. */
  readonly employerKey: string | null;
  readonly role: string | null;
  /** `city, country` of the primary address, else of the first. */
  readonly location: string | null;
  /** What the list is sorted by besides the name, as texts whose plain character order is that order. */
  readonly orderKeys: OrderKeys;
  readonly componentCount: number;
  readonly skillCount: number;
  /** Set on merged persons: who they are now. */
  readonly redirectTo: string | null;
}

/** Each of what stands in one column, without case and accents; empty where nothing does. */
export interface OrderKeys {
  readonly email: string;
  /** Without what only parts its digits. Numbers with a country code come first, those of a country together. */
  readonly phone: string;
  /** As it is read: role, then employer. */
  readonly work: string;
  readonly location: string;
}

export function summarise(person: ExistingPerson): PersonSummary {
  const { components } = person;
  const of = (type: string) => components.filter((component) => component.type === type);
  const employment = currentEmployment(of('Employment'));
  const employer = field(employment, 'company');
  const shown = {
    primaryEmail: field(preferred(of('EmailAddress')), 'address'),
    primaryPhone: phoneText(preferred(of('PhoneNumber'))),
    employer,
    role: field(employment, 'position'),
    location: placeText(preferred(of('Address'))),
  };
  return {
    displayName: displayName(person.name),
    sortKey: sortKey(person.name),
    status: person.lifecycle.status,
    birthDate: person.birthDate,
    ...shown,
    employerKey: employer === null ? null : employerKey(employer),
    orderKeys: orderKeys(shown),
    componentCount: components.length,
    skillCount: of('Skill').filter(isFilled).length,
    redirectTo: person.lifecycle.status === 'merged' ? person.lifecycle.into : null,
  };
}

const KEY_LENGTH = 200;

/** Without case and accents, so that it is found however it is written. */
export function employerKey(employer: string): string {
  return cut(foldText(employer));
}

/** Half a character at the end is no text: what is written down would not be what is read back. */
function cut(key: string): string {
  return key.slice(0, KEY_LENGTH).toWellFormed();
}

type Shown = Pick<PersonSummary, 'primaryEmail' | 'primaryPhone' | 'employer' | 'role' | 'location'>;

/** Sorts before any letter: whoever has the same role stays together. */
const KEY_SEPARATOR = '  ';

function orderKeys({ primaryEmail, primaryPhone, employer, role, location }: Shown): OrderKeys {
  return {
    email: cut(folded(primaryEmail)),
    phone: cut(dialled(folded(primaryPhone))),
    work: cut([folded(role), folded(employer)].filter((part) => part !== '').join(KEY_SEPARATOR)),
    location: cut(folded(location)),
  };
}

function folded(text: string | null): string {
  return text === null ? '' : foldText(text);
}

const NOT_DIALLED = /[^\p{L}\p{N}+]/gu;

function dialled(phone: string): string {
  return phone.replaceAll(NOT_DIALLED, '').replace(/^00/, '+');
}

/** A registered type may have no data yet. */
function isFilled({ data }: Component): boolean {
  return Object.keys(data).length > 0;
}

/** The one marked primary, else the oldest that says something. */
function preferred(components: readonly Component[]): JsonObject | undefined {
  const filled = components.filter(isFilled);
  return (filled.find(({ primary }) => primary) ?? filled[0])?.data;
}

/** Without a clock: one that says it is current, or that has no end. Of several, the primary, else the latest. */
function currentEmployment(employments: readonly Component[]): JsonObject | undefined {
  const current = employments.filter(({ data }) => isCurrent(data));
  const latest = current.toSorted((a, b) => Number(start(a) < start(b)) - Number(start(a) > start(b)));
  return preferred([...current.filter(({ primary }) => primary), ...latest]);
}

function isCurrent(data: JsonObject): boolean {
  return typeof data.current === 'boolean' ? data.current : data.endDate === undefined;
}

function start({ data }: Component): string {
  return field(data, 'startDate') ?? '';
}

function field(data: JsonObject | undefined, name: string): string | null {
  const value = data?.[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** As one would dial it: the country code before a number that does not begin with one. */
function phoneText(data: JsonObject | undefined): string | null {
  const number = field(data, 'number');
  const code = field(data, 'countryCode');
  if (number === null || code === null || /^(?:\+|00)/.test(number)) return number;
  return `${code} ${number}`;
}

function placeText(data: JsonObject | undefined): string | null {
  const city = field(data, 'city') ?? field(data, 'region');
  const parts = [city, field(data, 'country')].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}
