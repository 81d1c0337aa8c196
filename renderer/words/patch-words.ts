import { definitionOf, isJsonObject, type JsonObject, patched } from '../../domain/contract/forms.ts';
import { entriesOf, innerLabel, valueText } from './data-words.ts';
import type { ComponentContent } from './event-subjects.ts';
import { objectOf } from './json-object.ts';
import { fieldsOf, type FieldSpec } from './schema-fields.ts';
import type { WordLine } from './word-line.ts';
import { humanize } from '../ui/format/labels.ts';

function fieldsOfType(type: string): readonly FieldSpec[] {
  const definition = definitionOf(type);
  return definition === undefined ? [] : fieldsOf(definition.schema);
}

/** One value, as it was and as it is. `before` is undefined where nobody knows, and empty where there was nothing. */
function changeLine(label: string, before: string | undefined, after: string): WordLine {
  if (after === '')
    return before === undefined || before === '' ? { label, after: 'cleared' } : { label, before };
  if (before === undefined || before === after) return { label, after };
  return before === '' ? { label, after, added: true } : { label, before, after };
}

/** How a field reads in some data; undefined where the data is not known. */
function textIn(data: JsonObject, key: string, field: FieldSpec | undefined): string;
function textIn(data: JsonObject | undefined, key: string, field: FieldSpec | undefined): string | undefined;
function textIn(data: JsonObject | undefined, key: string, field: FieldSpec | undefined): string | undefined {
  return data === undefined ? undefined : valueText(field, data[key]);
}

const inside = (data: JsonObject | undefined, key: string): JsonObject | undefined =>
  data === undefined ? undefined : objectOf(data[key]);

function dataLines(
  fields: readonly FieldSpec[],
  patch: JsonObject,
  before: JsonObject | undefined,
): readonly WordLine[] {
  const now = patched(before ?? {}, patch);
  return Object.entries(patch).flatMap(([key, value]): readonly WordLine[] => {
    const field = fields.find((candidate) => candidate.name === key);
    const label = field?.label ?? humanize(key);
    const inner = isJsonObject(value) ? innerLines(field, value, inside(before, key)) : undefined;
    if (field?.reference === 'person' && typeof value === 'string') return [{ label, person: value }];
    return inner ?? [changeLine(label, textIn(before, key, field), textIn(now, key, field))];
  });
}

/** Where the schema knows what is inside. */
function innerLines(
  field: FieldSpec | undefined,
  patch: JsonObject,
  before: JsonObject | undefined,
): readonly WordLine[] | undefined {
  if (field?.kind === 'record') return recordLines(field, patch, before);
  if (field?.kind !== 'object') return undefined;
  return dataLines(field.fields, patch, before).map((line) => ({
    ...line,
    label: [field.label, innerLabel(field.label, line.label ?? '')].filter(Boolean).join(': '),
  }));
}

function recordLines(
  field: FieldSpec & { readonly kind: 'record' },
  patch: JsonObject,
  before: JsonObject | undefined,
): readonly WordLine[] {
  const now = patched(before ?? {}, patch);
  const valueIn = (data: JsonObject, name: string) =>
    data[name] === undefined ? '' : (entriesOf(field, { [name]: data[name] })[0]?.value ?? '');
  return Object.keys(patch).flatMap((name) =>
    entriesOf(field, { [name]: patch[name] }).map(({ label }) =>
      changeLine(label, before === undefined ? undefined : valueIn(before, name), valueIn(now, name)),
    ),
  );
}

const markWords = (on: unknown, word: string): readonly WordLine[] =>
  typeof on === 'boolean' ? [{ after: on ? `Now ${word}` : `No longer ${word}` }] : [];

function tagsLine(before: ComponentContent | undefined, after: readonly unknown[]): WordLine {
  const was = before === undefined ? undefined : (before.tags ?? []).join(', ');
  const is = after.join(', ');
  return is === '' && was === undefined ? { label: 'Tags', after: 'none' } : changeLine('Tags', was, is);
}

/** A component patch (`data`, `primary`, `verified`, `tags`, `custom`) as lines of words; with what the component said before, as changes. */
export function patchLines(
  type: string,
  changes: JsonObject,
  before?: ComponentContent,
): readonly WordLine[] {
  const data = isJsonObject(changes['data']) ? changes['data'] : {};
  const custom = isJsonObject(changes['custom']) ? changes['custom'] : {};
  const tags = changes['tags'];
  return [
    ...dataLines(fieldsOfType(type), data, before?.data),
    ...markWords(changes['primary'], 'primary'),
    ...markWords(changes['verified'], 'verified'),
    ...(Array.isArray(tags) ? [tagsLine(before, tags)] : []),
    ...dataLines([], custom, before === undefined ? undefined : (before.custom ?? {})),
  ];
}
