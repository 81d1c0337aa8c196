import { fc } from '@fast-check/vitest';

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
  steps: fc.array(step, { minLength: 1, maxLength: 30, size: 'max' }),
  lostAcks: fc.constantFrom(0, 0.1),
  lostPublications: fc.constantFrom(0, 0.1),
  doubled: fc.constantFrom(0, 0.2),
  slips: fc.constantFrom(0, 0, 0.3),
});
export type Schedule = typeof schedule extends fc.Arbitrary<infer S> ? S : never;
