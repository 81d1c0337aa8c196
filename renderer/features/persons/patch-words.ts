import { definitionOf, isJsonObject, type JsonObject, patched } from '../../../domain/contract/forms.ts';
import { entriesOf, valueText } from './data-words.ts';
import type { ComponentContent } from './event-subjects.ts';
import { fieldsOf, type FieldSpec } from './forms/schema-fields.ts';
import { objectOf } from './json-object.ts';
import type { WordLine } from './word-line.ts';
import { humanize } from '../../ui/format/labels.ts';

function fieldsOfType(type: string): readonly FieldSpec[] {
  const definition = definitionOf(type);
  return definition === undefined ? [] : fieldsOf(definition.schema);
}

/** One value, as it was and as it is; what it was is left out where nobody knows or where it was nothing. */
function changeLine(label: string, before: string | undefined, after: string | undefined): WordLine {
  const [was, is] = [before || undefined, after || undefined];
  if (is === undefined) return was === undefined ? { label, after: 'cleared' } : { label, before: was };
  return was === undefined || was === is ? { label, after: is } : { label, before: was, after: is };
}

function textOf(field: FieldSpec | undefined, value: unknown): string | undefined {
  return value === null || value === undefined ? undefined : valueText(field, value);
}

function dataLines(
  fields: readonly FieldSpec[],
  patch: JsonObject,
  before: JsonObject = {},
): readonly WordLine[] {
  const now = patched(before, patch);
  return Object.entries(patch).flatMap(([key, value]): readonly WordLine[] => {
    const field = fields.find((candidate) => candidate.name === key);
    const label = field?.label ?? humanize(key);
    const inner = isJsonObject(value) ? innerLines(field, value, objectOf(before[key])) : undefined;
    return inner ?? [changeLine(label, textOf(field, before[key]), textOf(field, now[key]))];
  });
}

/** Where the schema knows what is inside. */
function innerLines(
  field: FieldSpec | undefined,
  patch: JsonObject,
  before: JsonObject,
): readonly WordLine[] | undefined {
  if (field?.kind === 'record') return recordLines(field, patch, before);
  if (field?.kind !== 'object') return undefined;
  return dataLines(field.fields, patch, before).map((line) => ({
    ...line,
    label: `${field.label}: ${line.label ?? ''}`,
  }));
}

function recordLines(
  field: FieldSpec & { readonly kind: 'record' },
  patch: JsonObject,
  before: JsonObject,
): readonly WordLine[] {
  const was = entriesOf(field, before);
  const touched = Object.fromEntries(
    Object.entries(patched(before, patch)).filter(([name]) => name in patch),
  );
  const is = entriesOf(field, touched);
  const valueIn = (facts: typeof is, wanted: string) => facts.find(({ label }) => label === wanted)?.value;
  return entriesOf(field, patch).map(({ label }) =>
    changeLine(label, valueIn(was, label), valueIn(is, label)),
  );
}

const markWords = (on: unknown, word: string): readonly WordLine[] =>
  typeof on === 'boolean' ? [{ after: on ? `Now ${word}` : `No longer ${word}` }] : [];

function tagsLine(before: readonly string[], after: readonly unknown[]): WordLine {
  return changeLine('Tags', before.join(', '), after.join(', ') || 'none');
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
    ...(Array.isArray(tags) ? [tagsLine(before?.tags ?? [], tags)] : []),
    ...dataLines([], custom, before?.custom),
  ];
}
