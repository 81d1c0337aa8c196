import type { Submission } from '../../domain/contract/commands.ts';
import type { PersonNameInput } from '../../domain/person/name.ts';
import { uuidOf } from '../../domain/testing/recorded.ts';

/** Ids that are the same in every run. */
export function personIdOf(number: number): string {
  return uuidOf(1, number);
}

/** The number that an id was made of. */
export function numberOf(id: string): number {
  return Number.parseInt(id.slice(-12), 16);
}

export function commandIdOf(number: number): string {
  return uuidOf(0xc, number);
}

export function submission(
  type: string,
  data: Readonly<Record<string, unknown>>,
  rest: Partial<Submission> = {},
): Submission {
  return { type, data, ...rest };
}

/** `Ada Lovelace` is given and family names; for others give the parts. */
export function nameParts(name: string | PersonNameInput): PersonNameInput {
  if (typeof name !== 'string') return name;
  const words = name.split(' ');
  return { givenNames: words.slice(0, -1), familyNames: words.slice(-1) };
}

export function createPerson(
  number: number,
  name: string | PersonNameInput = 'Ada Lovelace',
  rest: Partial<Submission> = {},
): Submission {
  return submission('CreatePerson', { personId: personIdOf(number), name: nameParts(name) }, rest);
}

export function rename(
  number: number,
  name: string | PersonNameInput,
  rest: Partial<Submission> = {},
): Submission {
  return submission('UpdateName', { personId: personIdOf(number), name: nameParts(name) }, rest);
}

export function addEmail(number: number, address: string, rest: Partial<Submission> = {}): Submission {
  return submission('AddEmail', { personId: personIdOf(number), address, type: 'Work' }, rest);
}

export function addPhone(number: number, phone: string, rest: Partial<Submission> = {}): Submission {
  const data = { personId: personIdOf(number), number: phone, type: 'Mobile', countryCode: '+41' };
  return submission('AddPhone', data, rest);
}

export function setBirthDate(number: number, birthDate: string): Submission {
  return submission('SetBirthDate', { personId: personIdOf(number), birthDate });
}

export function addComponent(
  number: number,
  componentType: string,
  data: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
): Submission {
  return submission('AddComponent', { personId: personIdOf(number), componentType, data, ...more });
}
