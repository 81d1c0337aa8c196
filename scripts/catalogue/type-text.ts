import { type JsonSchema, refName, tellingPatterns, variantsOf } from './json-schema.ts';
import { code } from './markdown.ts';

const FORMATS: Readonly<Record<string, string>> = {
  date: 'date',
  'date-time': 'time',
};
const UUID = '[0-9a-f]{8}-';

/** A limit that says something; the schema library gives every whole number the largest there is. */
function telling(limit: number | undefined): number | undefined {
  return limit === undefined || Math.abs(limit) >= Number.MAX_SAFE_INTEGER ? undefined : limit;
}

function rangeText(least: number | undefined, most: number | undefined, unit: string): string[] {
  const [low, high] = [telling(least), telling(most)];
  if (low !== undefined && high !== undefined) return [`${low} to ${high}${unit}`];
  if (low !== undefined) return [`at least ${low}${unit}`];
  return high === undefined ? [] : [`at most ${high}${unit}`];
}

function withLimits(type: string, limits: readonly string[]): string {
  return limits.length === 0 ? type : `${type} (${limits.join(', ')})`;
}

function textType(schema: JsonSchema): string {
  if (schema.format !== undefined) return FORMATS[schema.format] ?? schema.format;
  if (schema.pattern?.includes(UUID) === true) return 'UUID';
  return withLimits('text', [
    ...rangeText(undefined, schema.maxLength, ' characters'),
    ...tellingPatterns(schema).map(code),
  ]);
}

function listType(schema: JsonSchema): string {
  const limits = rangeText(schema.minItems, schema.maxItems, ' entries');
  return [`list of ${typeText(schema.items ?? {})}`, ...limits].join(', ');
}

function objectType(schema: JsonSchema): string {
  const { properties, required = [], additionalProperties } = schema;
  if (properties !== undefined) {
    const names = Object.keys(properties).map((name) => (required.includes(name) ? name : `${name}?`));
    return code(`{ ${names.join(', ')} }`);
  }
  if (typeof additionalProperties !== 'object') return 'object';
  return Object.keys(additionalProperties).length === 0
    ? 'JSON object'
    : `map of text to ${typeText(additionalProperties)}`;
}

const TYPES: Readonly<Record<string, (schema: JsonSchema) => string>> = {
  string: textType,
  integer: (schema) => withLimits('whole number', rangeText(schema.minimum, schema.maximum, '')),
  number: (schema) => withLimits('number', rangeText(schema.minimum, schema.maximum, '')),
  boolean: () => 'true or false',
  null: () => 'null',
  array: listType,
  object: objectType,
};

function literal(value: unknown): string {
  return code(typeof value === 'string' ? value : JSON.stringify(value));
}

/** A type in a few words. */
export function typeText(schema: JsonSchema): string {
  const ref = refName(schema);
  if (ref !== undefined) return `[${ref}](#${ref.toLowerCase()})`;
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum !== undefined) return `one of ${schema.enum.map(literal).join(', ')}`;
  const variants = variantsOf(schema);
  if (variants !== undefined) return variants.map((variant) => variantText(variant)).join(' or ');
  return TYPES[String(schema.type)]?.(schema) ?? 'JSON value';
}

/** Inside an alternative a constant is worth more than the name of its field: `{ type: "date", date }`. */
function variantText(schema: JsonSchema): string {
  const { properties, required = [] } = schema;
  if (properties === undefined) return typeText(schema);
  const fields = Object.entries(properties).map(([name, field]) => {
    if (field.const !== undefined) return `${name}: ${JSON.stringify(field.const)}`;
    return required.includes(name) ? name : `${name}?`;
  });
  return code(`{ ${fields.join(', ')} }`);
}
