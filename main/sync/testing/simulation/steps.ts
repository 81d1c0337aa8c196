import { fc } from '@fast-check/vitest';
import type { Submission } from '../../../../domain/contract/commands.ts';
import { addEmail, createPerson, personIdOf, rename, submission } from '../../../testing/submissions.ts';

export const CONSOLES = 3;
export const PERSONS = 2;

const who = fc.nat(CONSOLES - 1);
const step = fc.oneof(
  { weight: 12, arbitrary: fc.record({ do: fc.constant('submit' as const), who, what: fc.nat(11) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('again' as const), who, what: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('decide' as const), who, what: fc.nat(1) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('cut' as const), who, what: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('offline' as const), who, what: fc.constant(0) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('online' as const), who, what: fc.constant(0) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const), who, what: fc.constant(0) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lose tail' as const), who, what: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('purge' as const), who, what: fc.constant(0) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), who, what: fc.nat(30) }) },
);
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** What consoles, network and broker do; `seed` says how long each message takes and which are lost. */
export const schedule = fc.record({
  seed: fc.integer(),
  /** So many messages are lost to begin with and come back in their old places, but for the first: somebody was faster. */
  comeBack: fc.oneof(
    { weight: 19, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 150 }) },
  ),
  steps: fc.array(step, { minLength: 1, maxLength: 30, size: 'max' }),
  lostAcks: fc.constantFrom(0, 0.1),
  lostPublications: fc.constantFrom(0, 0.1),
  doubled: fc.constantFrom(0, 0.2),
  slips: fc.constantFrom(0, 0, 0.3),
});
export type Schedule = typeof schedule extends fc.Arbitrary<infer S> ? S : never;

/** The command that a step's number stands for; `nth` makes it differ from others. */
export function submissionOf(number: number, nth: number): Submission {
  const person = number % PERSONS;
  const personId = personIdOf(person);
  switch (Math.floor(number / PERSONS)) {
    case 0:
      return createPerson(person, 'Ada Lovelace');
    case 1:
      return rename(person, `Ada Nr${nth % 3}`);
    case 2:
      return addEmail(person, `nr${nth}@example.org`);
    case 3:
      return submission('UpdateMetadata', { personId, changes: { [`key${nth % 2}`]: `${nth % 3}` } });
    case 4:
      return submission('DeactivatePerson', { personId, reason: 'On leave' });
    default:
      return submission('ReactivatePerson', { personId, reason: 'Back' });
  }
}
