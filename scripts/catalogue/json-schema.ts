import { z } from 'zod';
import { line, paragraph } from '../../domain/person/fields/text.ts';

/** The part of JSON Schema that our definitions come out as. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  /** Filled in by the console; a form does not ask for it. */
  readonly derived?: boolean;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** `input`: what a caller hands in, defaults left out. `output`: what comes back. */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  return z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema;
}

/** The schema behind a `$ref`; everything else as it is. */
export function resolved(schema: JsonSchema, root: JsonSchema): JsonSchema {
  const name = refName(schema);
  return (name === undefined ? undefined : root.$defs?.[name]) ?? schema;
}

export function refName(schema: JsonSchema): string | undefined {
  return schema.$ref?.split('/').at(-1);
}

export function variantsOf(schema: JsonSchema): readonly JsonSchema[] | undefined {
  if (Array.isArray(schema.type)) return schema.type.map((type: string) => ({ ...schema, type }));
  return schema.anyOf ?? schema.oneOf;
}

function patternsOf(schema: JsonSchema): string[] {
  return [schema, ...(schema.allOf ?? [])].flatMap(({ pattern }) => pattern ?? []);
}

/** What every text must be: said once in the catalogue's introduction, not in each row. */
const COMMON = new Set([line(), paragraph()].flatMap((text) => patternsOf(jsonSchemaOf(text, 'input'))));
const LONGEST_PATTERN = 50;

/** Patterns that tell a reader something, and are short enough to read. */
export function tellingPatterns(schema: JsonSchema): string[] {
  return patternsOf(schema).filter((pattern) => !COMMON.has(pattern) && pattern.length <= LONGEST_PATTERN);
}
