import { fc } from '@fast-check/vitest';
import { z } from 'zod';
import { uuidOf } from './recorded.ts';

/** Texts, of which each field takes those that it accepts. */
const TEXTS = [
  ...[
    'Ada',
    'board',
    'Zürich',
    '東京',
    'a b c',
    ' padded ',
    'שלום',
    '👩‍👩‍👧',
    '@ada',
    'ada#1815',
    'constructor',
  ],
  ...['ada@example.org', 'Grace.Hopper@Example.ORG', 'https://example.org/x', 'http://ada.example:8080'],
  ...['0001-01-01', '1815-12-10', '1990-02-28', '2024-02-29', '2024-05-31', '2031-01-03', '9999-12-31'],
  ...['2020-01-01T00:00:00.000Z', '2024-06-01T14:00:00+02:00', '2030-01-01T00:00:00Z'],
  ...['+41', '1', '0044', 'GB', 'ch', 'eur', 'USD', 'en-GB', '044 668 18 00', 'two\nlines', 'x'.repeat(100)],
  ...[uuidOf(7, 1), uuidOf(7, 2)],
];
const NUMBERS = [-180, -1.5, 0, 0.25, 1, 9, 17, 23, 42, 90, 3650];

function accepted<T>(schema: z.ZodType, pool: readonly T[]): fc.Arbitrary<T> {
  const fitting = pool.filter((value) => schema.safeParse(value).success);
  if (fitting.length === 0) throw new Error(`No value in the pool fits ${JSON.stringify(schema.def)}`);
  return fc.constantFrom(...fitting);
}

/** What a field of a given name is made of instead, wherever it occurs. */
export type Overrides = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/**
 * Input that a schema takes, field by field; rules over several fields may refuse it still. Keys are drawn from
 * few, so that repeated draws meet.
 */
export function fromSchema(schema: z.ZodType, overrides: Overrides = {}): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodObject) return fromObject(schema, overrides);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return fc.option(fromSchema(schema.unwrap() as z.ZodType, overrides), { nil: undefined });
  }
  if (schema instanceof z.ZodNullable) return fc.option(fromSchema(schema.unwrap() as z.ZodType, overrides));
  return fromContainer(schema, overrides) ?? fromLeaf(schema);
}

function fromObject(schema: z.ZodObject, overrides: Overrides): fc.Arbitrary<unknown> {
  const fields = Object.entries<z.ZodType>(schema.shape).map(
    ([name, field]) => [name, overrides[name] ?? fromSchema(field, overrides)] as const,
  );
  return fc.record(Object.fromEntries(fields)).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
}

function fromContainer(schema: z.ZodType, overrides: Overrides): fc.Arbitrary<unknown> | null {
  const inner = (part: z.core.$ZodType) => fromSchema(part as z.ZodType, overrides);
  if (schema instanceof z.ZodPipe) return inner(schema.def.out);
  if (schema instanceof z.ZodArray) return fc.array(inner(schema.element), { maxLength: 3 });
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map(inner));
  if (!(schema instanceof z.ZodRecord)) return null;
  return fc.dictionary(
    accepted(schema.keyType as z.ZodType, ['Ada', 'board', 'a/b~c']),
    inner(schema.valueType),
    {
      maxKeys: 3,
    },
  );
}

function fromLeaf(schema: z.ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) return accepted(schema, NUMBERS);
  return schema instanceof z.ZodUnknown ? fc.jsonValue() : accepted(schema, TEXTS);
}
