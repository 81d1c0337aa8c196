import { isJsonObject, type JsonObject } from '../../../../domain/contract/forms.ts';
import { objectOf } from '../../../words/json-object.ts';
import type { FieldSpec } from '../../../words/schema-fields.ts';

/** A text under a name of its own. */
export interface Pair {
  readonly name: string;
  readonly value: string;
}

/** What inputs hold: texts, lists of texts or pairs, and nested fields. `''` stands for "not said". */
export type FormValue = string | readonly string[] | readonly Pair[] | { readonly [name: string]: FormValue };
export type FormValues = Readonly<Record<string, FormValue>>;

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

export function pairsOf(value: unknown): readonly Pair[] {
  if (!Array.isArray(value)) return [];
  return value.filter((entry) => isJsonObject(entry)).map(({ name, value: said }) => pair(name, said));
}

const pair = (name: unknown, value: unknown): Pair => ({ name: scalar(name), value: scalar(value) });

/** A record of texts as its inputs show it: in the order of the names. */
export function toPairs(record: unknown): readonly Pair[] {
  return Object.entries(objectOf(record))
    .map(([name, value]) => pair(name, value))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** A name without a value stays, so that the schema can say what is missing. */
export function fromPairs(value: unknown): JsonObject | undefined {
  const said = pairsOf(value).filter(({ name, value: text }) => `${name}${text}`.trim() !== '');
  return said.length === 0
    ? undefined
    : Object.fromEntries(said.map(({ name, value: text }) => [name.trim(), text]));
}

const scalar = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const yesOrNo = (value: unknown): string => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : '');

type Reader = (field: FieldSpec, value: unknown) => FormValue;

const readers: Readonly<Partial<Record<FieldSpec['kind'], Reader>>> = {
  list: (_field, value) => texts(value),
  several: (_field, value) => texts(value),
  pairs: (_field, value) => toPairs(value),
  boolean: (_field, value) => yesOrNo(value),
  json: (_field, value) => (value === undefined ? '' : JSON.stringify(value, null, 2)),
  object: (field, value) => (field.kind === 'object' ? toFormValues(field.fields, objectOf(value)) : ''),
  choice: (field, value) => (field.kind === 'choice' ? choiceValues(field, objectOf(value)) : ''),
};

function toValue(field: FieldSpec, value: unknown): FormValue {
  return readers[field.kind]?.(field, value) ?? scalar(value);
}

function choiceValues(field: FieldSpec & { readonly kind: 'choice' }, value: JsonObject): FormValues {
  const chosen = scalar(value[field.discriminator]) || (field.variants[0]?.value ?? '');
  const all = field.variants.flatMap((variant) => variant.fields);
  return { [field.discriminator]: chosen, ...toFormValues(all, value) };
}

/** Data as the inputs show it; every field of the schema has a value, so that all inputs are controlled. */
export function toFormValues(fields: readonly FieldSpec[], data: JsonObject): FormValues {
  return Object.fromEntries(
    fields.filter((field) => !field.derived).map((field) => [field.name, toValue(field, data[field.name])]),
  );
}

function fromText(field: FieldSpec, value: string): unknown {
  if (value.trim() === '') return undefined;
  if (field.kind === 'number') return Number.isNaN(Number(value)) ? value : Number(value);
  if (field.kind === 'boolean') return value === 'yes';
  if (field.kind === 'json') return parseOrKeep(value);
  return value;
}

function parseOrKeep(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function fromList(value: FormValue | undefined): readonly string[] | undefined {
  const entries = texts(value).filter((entry) => entry.trim() !== '');
  return entries.length === 0 ? undefined : entries;
}

function fromObject(fields: readonly FieldSpec[], value: FormValue | undefined): JsonObject | undefined {
  const data = fromFormValues(fields, isJsonObject(value) ? value : {});
  return Object.keys(data).length === 0 ? undefined : data;
}

function fromChoice(field: FieldSpec & { readonly kind: 'choice' }, value: FormValue | undefined): unknown {
  const values = isJsonObject(value) ? (value as FormValues) : {};
  const chosen = scalar(values[field.discriminator]);
  const variant = field.variants.find((candidate) => candidate.value === chosen);
  if (variant === undefined) return undefined;
  const data = fromFormValues(variant.fields, values);
  if (Object.keys(data).length === 0 && !field.required) return undefined;
  return { [field.discriminator]: chosen, ...data };
}

function fromValue(field: FieldSpec, value: FormValue | undefined): unknown {
  if (field.kind === 'object') return fromObject(field.fields, value);
  if (field.kind === 'choice') return fromChoice(field, value);
  if (field.kind === 'list' || field.kind === 'several') return fromList(value);
  if (field.kind === 'pairs') return fromPairs(value);
  return typeof value === 'string' ? fromText(field, value) : undefined;
}

/** Data as the schema wants it: what was not said is absent, numbers are numbers. */
export function fromFormValues(fields: readonly FieldSpec[], values: FormValues): JsonObject {
  const entries = fields
    .filter((field) => !field.derived)
    .map((field) => [field.name, fromValue(field, values[field.name])] as const)
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
}

/** What the form says, laid over data that has fields the form does not show. */
export function mergeKept(fields: readonly FieldSpec[], before: JsonObject, after: JsonObject): JsonObject {
  const shown = new Set(fields.filter((field) => !field.derived).map((field) => field.name));
  const kept = Object.entries(before).filter(([key]) => !shown.has(key));
  return { ...Object.fromEntries(kept), ...after };
}
