import { z } from 'zod';
import { componentTypeNames } from '../person/components/index.ts';
import { keyText } from '../person/fields/json.ts';
import { line } from '../person/fields/text.ts';

/** Whoever reads a mapping of another language than this refuses it: it may mean something else. */
export const MAPPING_LANGUAGE = 1;

/** How a date is written: four Y, and M and D once or twice. */
export const DATE_FORM = /^(?=.*Y{4})(?=.*M)(?=.*D)[YMD .,/-]{6,14}$/;

/**
 * Where a value stands: a column, or keys with dots between them (`name.first`). Inside a nested list it is looked up
 * in the entry; `$.` before it means the row, `.` alone the entry itself.
 */
export const sourcePathSchema = z.string().min(1).max(500);

/** Few, and each does one thing. Texts are trimmed anyway, and what is blank counts as not given. */
export const stepSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.enum(['lower', 'upper', 'digits', 'number', 'yes-no', 'text', 'calling-code', 'country-code']),
  }),
  z.strictObject({
    do: z.literal('date'),
    format: z
      .string()
      .regex(DATE_FORM, 'Must be a form like DD.MM.YYYY')
      .meta({ description: 'How it is written: YYYY, MM or M, DD or D' }),
  }),
  z.strictObject({ do: z.literal('split'), by: z.string().min(1).max(10) }),
  z.strictObject({
    do: z.literal('part'),
    by: z.string().min(1).max(10),
    at: z.number().int().min(-20).max(20).meta({ description: 'Which part, from 0 on; -1 is the last one' }),
  }),
  z.strictObject({
    do: z.literal('lookup'),
    table: z.record(z.string().max(500), z.union([z.string().max(500), z.number(), z.boolean()])),
    otherwise: z
      .enum(['refuse', 'keep', 'leave-out'])
      .default('refuse')
      .meta({ description: 'What to do with a value that the table does not have' }),
  }),
]);
export type MappingStep = z.output<typeof stepSchema>;

const conditions = {
  if: sourcePathSchema.optional().meta({ description: 'Only where this is given' }),
  unless: sourcePathSchema.optional().meta({ description: 'Only where this is not given' }),
};
const then = z.array(stepSchema).max(10).default([]);
const constant = z.union([z.string().max(2000), z.number(), z.boolean()]);

const fromPath = z.strictObject({ path: sourcePathSchema, then, ...conditions });
const fixed = z.strictObject({ constant, ...conditions });
const single = z.union([sourcePathSchema, fromPath, fixed]);
/** Several values one after the other, those that are not given left out. */
const joined = z.strictObject({
  join: z.array(single).min(1).max(10),
  with: z.string().max(20).default(' '),
  then,
  ...conditions,
});
/** The first of several that is given. */
const firstOf = z.strictObject({ first: z.array(single).min(1).max(10), then, ...conditions });

export const mappedValueSchema = z.union([sourcePathSchema, fromPath, fixed, joined, firstOf]);
export type MappedValue = z.output<typeof mappedValueSchema>;

const several = z.array(mappedValueSchema).max(20);

export const mappedNameSchema = z.strictObject({
  whole: mappedValueSchema.optional().meta({
    description: 'The name on one line, taken apart as far as it can be; the other parts go before it',
  }),
  givenNames: several.optional(),
  familyNames: several.optional(),
  prefixes: several.optional(),
  suffixes: several.optional(),
  patronymic: mappedValueSchema.optional(),
  matronymic: mappedValueSchema.optional(),
  preferred: mappedValueSchema.optional(),
  convention: mappedValueSchema.optional(),
});

export const mappedPersonSchema = z.strictObject({
  name: mappedNameSchema,
  birthDate: mappedValueSchema.optional(),
  location: mappedValueSchema.optional(),
  /** Other system → the id under which it knows the person. */
  identities: z.record(keyText(), mappedValueSchema).default({}),
  metadata: z.record(keyText(), mappedValueSchema).default({}),
});

export const componentRuleSchema = z.strictObject({
  type: z.enum(componentTypeNames),
  fact: line(100).meta({
    description:
      'Name of what is said. Two rules of one name and type that come to the same key say the same once',
  }),
  each: z
    .union([sourcePathSchema, fromPath])
    .optional()
    .meta({ description: 'A nested list: one component for each entry' }),
  key: mappedValueSchema
    .optional()
    .meta({ description: 'What an entry is known by; its place in the list where this is left out' }),
  needs: z
    .array(sourcePathSchema)
    .max(20)
    .default([])
    .meta({ description: 'No component unless all of these are given' }),
  data: z
    .record(z.string().min(1).max(100), z.union([mappedValueSchema, several]))
    .meta({ description: 'Field of the component (`coordinates.latitude`) → value' }),
  custom: z.record(line(100), mappedValueSchema).default({}),
  primary: z.boolean().optional(),
  verified: z.boolean().optional(),
});
export type ComponentRule = z.output<typeof componentRuleSchema>;

/** How to read the file; what is left out is detected. */
export const readingSchema = z.strictObject({
  format: z.enum(['csv', 'json', 'jsonl']).optional(),
  encoding: z.string().min(1).max(40).optional(),
  separator: z.enum([',', ';', '\t', '|']).optional(),
  arrayPath: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'JSON: where the list of persons stands; empty for the whole file' }),
});
export type Reading = z.output<typeof readingSchema>;

export const mappingNameSchema = line(60).regex(
  /^[\p{L}\p{N}][\p{L}\p{N} _-]*$/u,
  'Must be letters, digits, spaces, - and _ only',
);

/** A file of its own (JSON), for the console and the command line alike. */
export const importMappingSchema = z
  .strictObject({
    language: z.literal(MAPPING_LANGUAGE),
    name: mappingNameSchema,
    version: z.number().int().min(0).default(0).meta({ description: 'Counted up whenever it is saved' }),
    source: line(100).meta({
      description: 'Name of the source: with the key it makes the ids, so it stays as it is',
    }),
    sourceSystem: line(100).optional(),
    reading: readingSchema.default({}),
    key: mappedValueSchema.meta({ description: 'What the source knows a person by, whatever else changes' }),
    person: mappedPersonSchema,
    components: z.array(componentRuleSchema).max(200).default([]),
  })
  .superRefine(({ components }, context) => {
    for (const [index, rule] of components.entries()) {
      const same = ({ type, fact }: { type: string; fact: string }) =>
        type === rule.type && fact === rule.fact;
      if (rule.key !== undefined || components.filter(same).length === 1) continue;
      const message = 'Several rules of one type and name need a key each, or names of their own';
      context.addIssue({ code: 'custom', path: ['components', index, 'key'], message });
    }
  });
export type ImportMapping = z.output<typeof importMappingSchema>;
export type ImportMappingInput = z.input<typeof importMappingSchema>;
