import type { Outcome, Submission } from '../../../domain/contract/commands.ts';
import {
  addEmail,
  commandIdOf,
  createPerson,
  personIdOf,
  rename,
  submission,
} from '../../testing/submissions.ts';

/** Commands that come to an end at every durable step, several of them with more than one event in a commit. */
export function scriptedCommands(): readonly Submission[] {
  const commands = [1, 2, 3].flatMap((person) => [
    createPerson(person, `Ada Lovelace-${'A'.repeat(person)}`),
    addEmail(person, `ada${person}@example.org`),
    // Two events: the former primary address steps back.
    submission('AddEmail', { personId: personIdOf(person), address: 'home@example.org', primary: true }),
    submission('AddEmail', { personId: personIdOf(person), address: 'work@example.org', primary: true }),
    rename(person, 'Augusta King'),
    submission('DeactivatePerson', { personId: personIdOf(person), reason: 'Away' }),
    // Refused: suspended persons are not renamed.
    rename(person, 'Nobody Atall'),
    submission('ReactivatePerson', { personId: personIdOf(person), reason: 'Back' }),
  ]);
  return commands.map((command, index) => ({ ...command, commandId: commandIdOf(index + 1) }));
}

/** mulberry32: the same numbers for the same seed, from 0 to 1. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const PERSONS = 40;
const phone = { countryCode: '+41', primary: true };

/** An endless mix of commands on few persons, some of them refused; the same for the same seed. */
export function* randomCommands(seed: number): Generator<Submission> {
  const random = randomOf(seed);
  for (let number = 1; ; number += 1) {
    const person = 1 + Math.floor(random() * PERSONS);
    const kinds = [
      createPerson(person, `Grace Hopper-${'B'.repeat(1 + (number % 5))}`),
      rename(person, `Grace Murray-${'C'.repeat(1 + (number % 7))}`),
      addEmail(person, `grace${number}@example.org`),
      submission('AddPhone', { ...phone, personId: personIdOf(person), number: `044 ${1000 + number}` }),
    ];
    const command = kinds[Math.floor(random() * kinds.length)] ?? createPerson(person);
    yield { ...command, commandId: commandIdOf(seed * 1_000_000 + number) };
  }
}

/** What a child tells on standard output, one to a line: a command that it has handed in, and what became of it. */
export type Told = { readonly sent: Submission } | { readonly answered: Outcome };

export function parseTold(lines: readonly string[]): { sent: Submission[]; answered: Outcome[] } {
  const told = lines.map((line) => JSON.parse(line) as Told);
  return {
    sent: told.flatMap((each) => ('sent' in each ? [each.sent] : [])),
    answered: told.flatMap((each) => ('answered' in each ? [each.answered] : [])),
  };
}
