import { definitionOf, isJsonObject, type JsonObject } from '../../domain/contract/forms.ts';
import { entriesOf, valueText } from './data-words.ts';
import { fieldsOf, type FieldSpec } from './schema-fields.ts';
import type { WordLine } from './word-line.ts';
import { humanize } from '../ui/format/labels.ts';

function fieldsOfType(type: string): readonly FieldSpec[] {
  const definition = definitionOf(type);
  return definition === undefined ? [] : fieldsOf(definition.schema);
}

function dataLines(fields: readonly FieldSpec[], patch: JsonObject): readonly WordLine[] {
  return Object.entries(patch).flatMap(([key, value]): readonly WordLine[] => {
    const field = fields.find((candidate) => candidate.name === key);
    const label = field?.label ?? humanize(key);
    if (value === null) return [{ label, after: 'cleared' }];
    const inner = isJsonObject(value) ? innerLines(field, value) : undefined;
    return inner ?? [{ label, after: valueText(field, value) }];
  });
}

/** Where the schema knows what is inside. */
function innerLines(field: FieldSpec | undefined, patch: JsonObject): readonly WordLine[] | undefined {
  if (field?.kind === 'record') return recordLines(field, patch);
  if (field?.kind !== 'object') return undefined;
  return dataLines(field.fields, patch).map((line) => ({
    ...line,
    label: `${field.label}: ${line.label ?? ''}`,
  }));
}

function recordLines(field: FieldSpec & { readonly kind: 'record' }, patch: JsonObject): readonly WordLine[] {
  return entriesOf(field, patch).map(({ label, value }) => ({ label, after: value || 'cleared' }));
}

const markWords = (on: unknown, word: string): readonly WordLine[] =>
  typeof on === 'boolean' ? [{ after: on ? `Now ${word}` : `No longer ${word}` }] : [];

/** A component patch (`data`, `primary`, `verified`, `tags`, `custom`) as lines of words. */
export function patchLines(type: string, changes: JsonObject): readonly WordLine[] {
  const data = isJsonObject(changes['data']) ? changes['data'] : {};
  const custom = isJsonObject(changes['custom']) ? changes['custom'] : {};
  const tags = changes['tags'];
  return [
    ...dataLines(fieldsOfType(type), data),
    ...markWords(changes['primary'], 'primary'),
    ...markWords(changes['verified'], 'verified'),
    ...(Array.isArray(tags) ? [{ label: 'Tags', after: tags.join(', ') || 'none' }] : []),
    ...dataLines([], custom),
  ];
}
