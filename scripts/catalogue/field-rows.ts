import { type JsonSchema, resolved, variantsOf } from './json-schema.ts';
import { code, table } from './markdown.ts';
import { typeText } from './type-text.ts';

interface FieldRow {
  readonly path: string;
  readonly type: string;
  readonly required: boolean;
  readonly meaning: string;
}

interface Inner {
  readonly schema: JsonSchema;
  readonly suffix: string;
}

/** The object that a field consists of, where it has fields of its own: itself, what a list holds, not null. */
function inner(schema: JsonSchema): Inner | null {
  if (schema.properties !== undefined) return { schema, suffix: '.' };
  if (schema.items?.properties !== undefined) return { schema: schema.items, suffix: '[].' };
  const only = onlyVariant(schema);
  return only === null ? null : inner(only);
}

function onlyVariant(schema: JsonSchema): JsonSchema | null {
  const [first, ...more] = variantsOf(schema)?.filter(({ type }) => type !== 'null') ?? [];
  return first === undefined || more.length > 0 ? null : first;
}

/** What a field's name says already need not be said again. */
function titleOf(name: string, { title }: JsonSchema): string | undefined {
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return title?.toLowerCase() === words ? undefined : title;
}

function meaningOf(name: string, schema: JsonSchema): string {
  const words = [titleOf(name, schema), schema.description].filter((text) => text !== undefined);
  const said = words.length === 0 ? [] : [words.join(': ')];
  const preset = schema.default === undefined ? [] : [`${code(JSON.stringify(schema.default))} if left out`];
  const derived = schema.derived === true ? ['kept by the console'] : [];
  return [...said, ...preset, ...derived].join('; ');
}

function rowsOf(schema: JsonSchema, prefix: string): FieldRow[] {
  const { properties = {}, required = [] } = schema;
  return Object.entries(properties).flatMap(([name, field]) => {
    const path = `${prefix}${name}`;
    const within = inner(field);
    const own = { path, required: required.includes(name), meaning: meaningOf(name, field) };
    if (within === null) return [{ ...own, type: typeText(field) }];
    const isNullable = variantsOf(field)?.some(({ type }) => type === 'null') === true;
    const type = `${within.suffix === '.' ? 'object' : 'list of objects'}${isNullable ? ' or null' : ''}`;
    return [{ ...own, type }, ...rowsOf(within.schema, `${path}${within.suffix}`)];
  });
}

/** A table of all fields, nested ones by their path. Words where there is none. */
export function fieldTable(root: JsonSchema): string {
  const schema = resolved(root, root);
  const rows = rowsOf(schema, '');
  if (rows.length === 0) return schema.properties === undefined ? `${typeText(schema)}.` : 'No fields.';
  const hasMeaning = rows.some(({ meaning }) => meaning !== '');
  return table(
    ['Field', 'Type', 'Optional', ...(hasMeaning ? ['Meaning'] : [])],
    rows.map(({ path, type, required, meaning }) => [
      code(path),
      type,
      required ? '' : 'yes',
      ...(hasMeaning ? [meaning] : []),
    ]),
  );
}
