import { type JsonSchema, resolved, variantsOf } from './json-schema.ts';

export const PERSON = '0198c0de-0000-7000-8000-000000000001';
export const OTHER_PERSON = '0198c0de-0000-7000-8000-000000000002';
export const COMPONENT = '0198c0de-0000-7000-8000-00000000000c';

/** Values that read like something, by the name of the field. */
const BY_NAME: Readonly<Record<string, unknown>> = {
  personId: PERSON,
  targetId: OTHER_PERSON,
  otherPersonId: OTHER_PERSON,
  componentId: COMPONENT,
  name: { givenNames: ['Ada'], familyNames: ['Lovelace'] },
  reason: 'As the person asked',
  birthDate: '1815-12-10',
  dateOfDeath: '1852-11-27',
};

const BY_TYPE: Readonly<Record<string, (schema: JsonSchema, root: JsonSchema) => unknown>> = {
  integer: ({ minimum = 1 }) => Math.max(1, minimum),
  number: ({ minimum = 1 }) => minimum,
  boolean: () => true,
  null: () => null,
  array: (schema, root) => (schema.minItems === undefined ? [] : [sampleOf(schema.items ?? {}, root)]),
  object: objectSample,
  string: ({ format }) => {
    if (format === 'date') return '2024-05-06';
    return format === 'date-time' ? '2024-05-06T07:08:09.000Z' : 'Text';
  },
};

function objectSample(schema: JsonSchema, root: JsonSchema): unknown {
  const { properties = {}, required = [] } = schema;
  return Object.fromEntries(required.map((name) => [name, fieldSample(name, properties[name] ?? {}, root)]));
}

function fieldSample(name: string, schema: JsonSchema, root: JsonSchema): unknown {
  const isText = schema.type === 'string' && schema.enum === undefined;
  const known = BY_NAME[name];
  return known !== undefined && isText === (typeof known === 'string') ? known : sampleOf(schema, root);
}

/** The smallest value of a schema: what is required, nothing more. The caller checks that it is valid. */
export function sampleOf(given: JsonSchema, root: JsonSchema = given): unknown {
  const schema = resolved(given, root);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const [variant] = variantsOf(schema) ?? [];
  if (variant !== undefined) return sampleOf(variant, root);
  return BY_TYPE[String(schema.type)]?.(schema, root) ?? 'Text';
}
