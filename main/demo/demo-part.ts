import type { PersonNameInput } from '../../domain/person/name.ts';

/** What happens to one of the cast: the day, the command, its data besides the person, and who gave it. */
export type Scene = readonly [
  day: number,
  type: string,
  data: Readonly<Record<string, unknown>>,
  by?: string,
];

/** A person who is there to be looked at, with a history that shows one thing. */
export interface Part {
  readonly key: string;
  readonly name: PersonNameInput;
  readonly from: number;
  readonly source?: string;
  readonly scenes: readonly Scene[];
}

export const western = (given: readonly string[], family: readonly string[]): PersonNameInput => ({
  givenNames: [...given],
  familyNames: [...family],
});

export const email = (day: number, address: string): Scene => [
  day,
  'AddEmail',
  { address, type: 'Work', primary: true },
];
export const born = (day: number, birthDate: string): Scene => [day, 'SetBirthDate', { birthDate }];
