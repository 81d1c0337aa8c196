import { z } from 'zod';
import { humanize } from '../ui/format/labels.ts';

export interface FieldOption {
  readonly value: string;
  readonly label: string;
}

interface FieldBase {
  readonly name: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly required: boolean;
  /** The system writes it, forms leave it alone. */
  readonly derived: boolean;
  /** It holds the id of a person. */
  readonly reference?: 'person' | undefined;
  readonly format?: 'email' | 'url' | 'tel' | 'code' | undefined;
}

export interface Variant {
  readonly value: string;
  readonly label: string;
  readonly fields: readonly FieldSpec[];
}

/** One field of a form, as its schema describes it. */
export type FieldSpec = FieldBase &
  (
    | { readonly kind: 'text' | 'longText' | 'date' | 'instant' | 'boolean' | 'list' | 'json' }
    | { readonly kind: 'number'; readonly integer: boolean }
    | { readonly kind: 'enum'; readonly options: readonly FieldOption[] }
    | { readonly kind: 'several'; readonly options: readonly FieldOption[] }
    | { readonly kind: 'object'; readonly fields: readonly FieldSpec[] }
    /** Any number of the same object, each by a name of its own. Only ever derived: forms have JSON for others. */
    | { readonly kind: 'record'; readonly fields: readonly FieldSpec[] }
    /** Any number of texts, each by a name of its own. */
    | { readonly kind: 'pairs' }
    | { readonly kind: 'choice'; readonly discriminator: string; readonly variants: readonly Variant[] }
  );

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly multiline?: boolean;
  readonly derived?: boolean;
  readonly reference?: string;
}

const cache = new WeakMap<z.ZodType, readonly FieldSpec[]>();

/** The fields of an object schema. What has no better form becomes a field of kind `json`. */
export function fieldsOf(schema: z.ZodType): readonly FieldSpec[] {
  const known = cache.get(schema);
  if (known !== undefined) return known;
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as unknown as JsonSchema;
  const fields = objectFields(json);
  cache.set(schema, fields);
  return fields;
}

function objectFields(schema: JsonSchema): readonly FieldSpec[] {
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).map(([name, property]) =>
    fieldOf(name, withoutNull(property), required.has(name)),
  );
}

/** A schema without null beside it: written as a second type, or as an alternative. */
function withoutNull(schema: JsonSchema): JsonSchema {
  const types = Array.isArray(schema.type) ? schema.type.filter((type) => type !== 'null') : [];
  return types.length === 1 ? { ...schema, type: String(types[0]) } : withoutNullBeside(schema);
}

function withoutNullBeside(schema: JsonSchema): JsonSchema {
  const [only, ...others] = schema.anyOf?.filter(({ type }) => type !== 'null') ?? [];
  if (only === undefined || others.length > 0) return schema;
  return { ...schema, ...only, title: schema.title ?? only.title ?? '' };
}

function fieldOf(name: string, schema: JsonSchema, required: boolean): FieldSpec {
  const base: FieldBase = {
    name,
    label: schema.title || humanize(name),
    required,
    derived: schema.derived === true,
    ...(schema.description === undefined ? {} : { help: schema.description }),
    ...(schema.reference === 'person' ? { reference: 'person' } : {}),
    ...formatOf(name, schema),
  };
  return { ...base, ...kindOf(schema) } as FieldSpec;
}

const formats: readonly (readonly [RegExp, NonNullable<FieldBase['format']>])[] = [
  [/^(e-?mail|address)$/iu, 'email'],
  [/url$|^website$/iu, 'url'],
  [/^(number|phone)$/iu, 'tel'],
  [/id$|code$/iu, 'code'],
];

/** A guess from the name, only ever used for keyboards and faces, never for validation. */
function formatOf(name: string, schema: JsonSchema): Pick<FieldBase, 'format'> {
  if (schema.type !== 'string' || schema.enum !== undefined) return {};
  const found = formats.find(([pattern]) => pattern.test(name));
  return found === undefined ? {} : { format: found[1] };
}

function optionsOf(values: readonly unknown[]): readonly FieldOption[] {
  return values.map((value) => ({ value: String(value), label: humanize(String(value)) }));
}

function holdsTexts({ additionalProperties: each }: JsonSchema): boolean {
  if (typeof each !== 'object') return false;
  const { type, enum: options } = withoutNull(each);
  return type === 'string' && options === undefined;
}

type KindReader = (schema: JsonSchema) => object;

const objectKind: KindReader = (schema) => {
  if (schema.properties !== undefined) return { kind: 'object', fields: objectFields(schema) };
  if (holdsTexts(schema)) return { kind: 'pairs' };
  const each = schema.derived === true ? schema.additionalProperties : undefined;
  return typeof each === 'object' && each.properties !== undefined
    ? { kind: 'record', fields: objectFields(each) }
    : { kind: 'json' };
};

const kinds: Readonly<Record<string, KindReader>> = {
  string: (schema) => ({ kind: textKind(schema) }),
  number: () => ({ kind: 'number', integer: false }),
  integer: () => ({ kind: 'number', integer: true }),
  boolean: () => ({ kind: 'boolean' }),
  array: (schema) => listOf(schema.items ?? {}),
  object: objectKind,
};

function kindOf(schema: JsonSchema): object {
  if (schema.enum !== undefined) return { kind: 'enum', options: optionsOf(schema.enum) };
  if (schema.oneOf !== undefined) return choiceOf(schema.oneOf);
  return kinds[String(schema.type)]?.(schema) ?? { kind: 'json' };
}

function textKind(schema: JsonSchema): FieldSpec['kind'] {
  if (schema.format === 'date') return 'date';
  if (schema.format === 'date-time') return 'instant';
  return schema.multiline === true ? 'longText' : 'text';
}

function listOf(items: JsonSchema): object {
  if (items.enum !== undefined) return { kind: 'several', options: optionsOf(items.enum) };
  return { kind: items.type === 'string' ? 'list' : 'json' };
}

/** A union whose variants are told apart by one constant property. */
function choiceOf(alternatives: readonly JsonSchema[]): object {
  const first = Object.entries(alternatives[0]?.properties ?? {});
  const discriminator = first.find(([, property]) => property.const !== undefined)?.[0];
  if (discriminator === undefined) return { kind: 'json' };
  const variants = alternatives.map((alternative): Variant => {
    const value = String(alternative.properties?.[discriminator]?.const);
    const fields = objectFields(alternative).filter((field) => field.name !== discriminator);
    return { value, label: alternative.title ?? humanize(value), fields };
  });
  return { kind: 'choice', discriminator, variants };
}
