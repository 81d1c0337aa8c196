import { displayName, type ExistingPerson, type Lifecycle } from '../../domain/contract/forms.ts';
import type { PersonRow } from '../../domain/contract/views.ts';
import { sampleComponents } from './sample-components.ts';
import { sampleName } from './sample-names.ts';

const DAY = 86_400_000;
const START = Date.now();

export function sampleId(index: number): string {
  return `01920000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;
}

function lifecycleOf(index: number, since: string): Lifecycle {
  if (index === 3) return { status: 'merged', into: sampleId(0), reason: 'DuplicateIdentity', since };
  if (index % 17 === 5) return { status: 'suspended', reason: 'Identity documents are being checked', since };
  if (index % 41 === 9) return { status: 'archived', reason: 'Left the organisation', since };
  if (index % 53 === 13) return { status: 'deceased', dateOfDeath: '2024-11-02', since };
  return { status: 'active' };
}

function birthOf(index: number): string | null {
  if (index % 6 === 4) return null;
  const month = String((index % 12) + 1).padStart(2, '0');
  const day = String((index % 27) + 1).padStart(2, '0');
  return `${1938 + (index % 62)}-${month}-${day}`;
}

/** Person number `index` of the sample: the same one every time. */
export function samplePerson(index: number): ExistingPerson {
  const created = new Date(START - (40 + (index % 700)) * DAY - index * 61_000).toISOString();
  const updated = new Date(
    START - ((index * 37) % 30) * DAY - (index % 23) * 3_600_000 - 240_000,
  ).toISOString();
  const components = sampleComponents(index, created);
  return {
    exists: true,
    personId: sampleId(index),
    version: 2 + components.length,
    name: sampleName(index),
    source: index % 3 === 0 ? 'Register of members' : null,
    sourceSystem: index % 3 === 0 ? 'directory' : null,
    importId: index % 3 === 0 ? `M-${1000 + index}` : null,
    birthDate: birthOf(index),
    lifecycle: lifecycleOf(index, updated),
    components,
    location: null,
    identities: {},
    metadata: {},
    createdAt: created,
    createdBy: 'system:import',
    updatedAt: updated,
    updatedBy: 'user:Grace Hopper',
  };
}

type Data = Readonly<Record<string, unknown>>;

function firstOf(person: ExistingPerson, type: string): Data | undefined {
  const found = person.components.filter((component) => component.type === type);
  return (found.find((component) => component.primary) ?? found[0])?.data;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function placeOf(address: Data | undefined): string | null {
  return [text(address?.['city']), text(address?.['country'])].filter(Boolean).join(', ') || null;
}

function phoneOf(phone: Data | undefined): string | null {
  const parts = [text(phone?.['countryCode']), text(phone?.['number'])];
  return parts.filter(Boolean).join(' ') || null;
}

/** A person as a row of the list. */
export function rowOf(person: ExistingPerson): PersonRow {
  const { lifecycle } = person;
  const job = firstOf(person, 'Employment');
  return {
    personId: person.personId,
    displayName: displayName(person.name),
    status: lifecycle.status,
    birthDate: person.birthDate,
    primaryEmail: text(firstOf(person, 'EmailAddress')?.['address']),
    primaryPhone: phoneOf(firstOf(person, 'PhoneNumber')),
    employer: text(job?.['company']),
    role: text(job?.['position']),
    location: placeOf(firstOf(person, 'Address')),
    componentCount: person.components.length,
    skillCount: person.components.filter((component) => component.type === 'Skill').length,
    redirectTo: lifecycle.status === 'merged' ? lifecycle.into : null,
    version: person.version,
    createdAt: person.createdAt,
    updatedAt: person.updatedAt,
  };
}
