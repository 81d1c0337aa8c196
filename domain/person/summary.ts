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
  readonly componentCount: number;
  readonly skillCount: number;
  /** Set on merged persons: who they are now. */
  readonly redirectTo: string | null;
}

export function summarise(person: ExistingPerson): PersonSummary {
  const { components } = person;
  const of = (type: string) => components.filter((component) => component.type === type);
  const employment = currentEmployment(of('Employment'));
  const employer = field(employment, 'company');
  return {
    displayName: displayName(person.name),
    sortKey: sortKey(person.name),
    status: person.lifecycle.status,
    birthDate: person.birthDate,
    primaryEmail: field(preferred(of('EmailAddress')), 'address'),
    primaryPhone: phoneText(preferred(of('PhoneNumber'))),
    employer,
    employerKey: employer === null ? null : employerKey(employer),
    role: field(employment, 'position'),
    location: placeText(preferred(of('Address'))),
    componentCount: components.length,
    skillCount: of('Skill').filter(isFilled).length,
    redirectTo: person.lifecycle.status === 'merged' ? person.lifecycle.into : null,
  };
}

const KEY_LENGTH = 200;

/** Without case and accents, so that it is found however it is written. */
export function employerKey(employer: string): string {
  return foldText(employer).slice(0, KEY_LENGTH);
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
