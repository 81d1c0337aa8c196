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

describe.each(types)('%s', (type) => {
  const schema: z.ZodType = personCommands[type].schema;

  it('is refused or decided as data, whatever stands in a field', () => {
    fc.assert(
      fc.property(spoiled(type), (data) => {
        const parsed = schema.safeParse(data);
        if (!parsed.success) return;
        const command = { type, data: parsed.data, commandId: COMMAND } as PersonCommand;
        const context = { now: NOW, actor: ACTOR, reference: () => undefined };
        const decision = personDecider.decide(command, ada, context);
        expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
      }),
    );
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
