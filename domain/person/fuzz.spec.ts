import { fc } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { commandData } from '../testing/arbitraries.ts';
import { COMMAND, foldPerson } from '../testing/given.ts';
import { added, created } from '../testing/persons.ts';
import { ACTOR, NOW } from '../testing/recorded.ts';
import { componentTypeNames } from './components/index.ts';
import { type PersonCommand, type PersonCommandType, personCommands, personDecider } from './index.ts';

const types = Object.keys(personCommands) as PersonCommandType[];
const ada = foldPerson([created(), ...componentTypeNames.map((type, index) => added(index, type))]);

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('__proto__', 'constructor', '\u0000', '\ud800', '../..', "'; drop table person; --", '<b>'),
);
const anything = fc.oneof(
  fc.jsonValue(),
  text,
  fc.double(),
  fc.bigInt(),
  fc.constant(undefined),
  fc.func(text),
);

/** Valid data with one field, at any depth, replaced by anything. */
function spoiled(type: PersonCommandType): fc.Arbitrary<unknown> {
  return fc
    .tuple(commandData(type), fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }), anything)
    .map(([data, path, value]) => replaced(data, path, value));
}

function replaced(data: unknown, [step, ...path]: readonly number[], value: unknown): unknown {
  if (step === undefined || typeof data !== 'object' || data === null) return value;
  const keys = Object.keys(data);
  const key = keys[step % Math.max(keys.length, 1)] ?? 'surprise';
  return { ...data, [key]: replaced((data as Record<string, unknown>)[key], path, value) };
}

const MEGABYTES = 'x'.repeat(6_000_000);

/** Copies of the data in each of which another text is megabytes long. */
function inflated(data: unknown): readonly unknown[] {
  if (typeof data === 'string') return [MEGABYTES];
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    inflated(value).map((long): unknown =>
      Array.isArray(data) ? data.with(Number(key), long) : { ...data, [key]: long },
    ),
  );
}

function decided(type: PersonCommandType, data: unknown) {
  const command = { type, data, commandId: COMMAND } as PersonCommand;
  return personDecider.decide(command, ada, { now: NOW, actor: ACTOR, reference: () => undefined });
}

describe.each(types)('%s', (type) => {
  const schema: z.ZodType = personCommands[type].schema;

  it('is refused or decided as data, whatever stands in a field', () => {
    fc.assert(
      fc.property(spoiled(type), (data) => {
        const parsed = schema.safeParse(data);
        if (!parsed.success) return;
        const decision = decided(type, parsed.data);
        expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
      }),
    );
  });

  it('refuses a text of megabytes in whichever field, and does not fall over it', () => {
    for (const data of fc.sample(commandData(type), { numRuns: 3, seed: 7 }).flatMap(inflated)) {
      const parsed = schema.safeParse(data);
      // The data of a component is checked by its type, where the command is decided.
      if (parsed.success) expect(decided(type, parsed.data)).toMatchObject({ accepted: false });
    }
  });

  it('refuses a field that it does not have, and keys that reach a prototype', () => {
    fc.assert(
      fc.property(commandData(type), (data) => {
        expect(schema.safeParse({ ...(data as object), surprise: 1 }).success).toBe(false);
        const hostile: unknown = JSON.parse(`{"__proto__":{"polluted":1},${JSON.stringify(data).slice(1)}`);
        expect(schema.safeParse(hostile).success).toBe(false);
      }),
      { numRuns: 20 },
    );
  });
});
