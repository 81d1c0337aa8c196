import { calendarDate } from '../ui/format/time.ts';
import { humanize } from '../ui/format/labels.ts';
import { componentLabel, definitionOf, isJsonObject, type JsonObject } from '../../domain/contract/forms.ts';
import type { FieldSpec } from './schema-fields.ts';

/** A field of a component as it is read: a label, and text or further facts. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** As it is stored: what a headline already says need not be said again. */
  readonly raw?: string | undefined;
  /** The id of a person, who is shown by name. */
  readonly person?: string | undefined;
  /** True or false. */
  readonly isFlag?: boolean | undefined;
  /** Sentences of somebody's own: between other facts they stand in quotes. */
  readonly isProse?: boolean | undefined;
  /** Long texts get a line of their own. */
  readonly wide?: boolean | undefined;
}

const YES = 'yes';

function optionText(field: FieldSpec | undefined, value: string): string {
  if (field === undefined || !('options' in field)) return value;
  return field.options.find((option) => option.value === value)?.label ?? value;
}

function textOf(field: FieldSpec | undefined, value: string): string {
  if (field?.kind === 'date') return calendarDate(value);
  return optionText(field, value);
}

/**
 * Any JSON value in words: `yes`, lists with commas, objects as `label value` pairs. Times stay as they are stored:
 * what shows the words puts them into the operator's time zone.
 */
export function valueText(field: FieldSpec | undefined, value: unknown): string {
  if (typeof value === 'boolean') return value ? YES : 'no';
  if (typeof value === 'string') return textOf(field, value);
  if (Array.isArray(value)) return value.map((item) => valueText(field, item)).join(', ');
  if (isJsonObject(value)) return objectOrChoice(field, value);
  return typeof value === 'number' ? String(value) : '';
}

function objectOrChoice(field: FieldSpec | undefined, value: JsonObject): string {
  return field?.kind === 'choice'
    ? choiceText(field, value)
    : objectText(innerFields(field), value, field?.label ?? '');
}

const innerFields = (field: FieldSpec | undefined): readonly FieldSpec[] =>
  field?.kind === 'object' ? field.fields : [];

/** So much in common, and two words say the same: `Endorsements` and `Endorsed by`. */
const STEM = 6;

/** An inner label without the word that the outer one has said: `Endorsements` of `Endorsed by` leaves `by`. */
export function innerLabel(outer: string, label: string): string {
  const [first = '', ...rest] = label.split(' ');
  const stem = first.slice(0, STEM).toLowerCase();
  const isSaidBefore = stem.length === STEM && outer.toLowerCase().startsWith(stem);
  return isSaidBefore ? rest.join(' ') : label;
}

const CLOSING_STOP = /(?<!\.)\.$/u;

/** `granted`, `not granted`, `recorded at …`, `comment “…”`. */
function pairText(outer: string, { label, value, isFlag, isProse }: Fact): string {
  if (isFlag === true) return value === YES ? label.toLowerCase() : `not ${label.toLowerCase()}`;
  const shown = isProse === true ? `“${value.replace(CLOSING_STOP, '')}”` : value;
  return `${innerLabel(outer, label).toLowerCase()} ${shown}`.trimStart();
}

function objectText(fields: readonly FieldSpec[], value: JsonObject, outer: string): string {
  return factsOf(fields, value)
    .map((fact) => pairText(outer, fact))
    .join(', ');
}

function variantFields(
  field: FieldSpec & { readonly kind: 'choice' },
  value: JsonObject,
): readonly FieldSpec[] {
  return field.variants.find((variant) => variant.value === value[field.discriminator])?.fields ?? [];
}

function marksOf(value: unknown): Partial<Fact> {
  if (typeof value === 'string') return { raw: value };
  return typeof value === 'boolean' ? { isFlag: true } : {};
}

function factsOfField(field: FieldSpec, value: unknown): readonly Fact[] {
  if (isJsonObject(value))
    return field.kind === 'record' ? entriesOf(field, value) : factsOfObject(field, value);
  const shown = valueText(field, value);
  if (shown === '') return [];
  const wide = field.kind === 'longText' || shown.length > LONG_TEXT;
  if (field.reference === 'person') return [{ label: field.label, value: shown, person: shown }];
  const prose = field.kind === 'longText' ? { isProse: true } : {};
  return [{ label: field.label, value: shown, ...marksOf(value), ...prose, ...(wide ? { wide } : {}) }];
}

/** An id of the system's own making says nothing to who reads it. */
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Several of a kind by their names, such as consents: each is a fact of its own. */
export function entriesOf(
  field: FieldSpec & { readonly kind: 'record' },
  record: JsonObject,
): readonly Fact[] {
  return Object.entries(record).map(([name, value]) => ({
    label: UUID.test(name) ? field.label : `${field.label}: ${humanize(name).toLowerCase()}`,
    value: isJsonObject(value) ? objectText(field.fields, value, field.label) : valueText(undefined, value),
  }));
}

function factsOfObject(field: FieldSpec, value: JsonObject): readonly Fact[] {
  if (field.kind === 'choice') return [{ label: field.label, value: choiceText(field, value) }];
  const shown = objectText(innerFields(field), value, field.label);
  return shown === '' ? [] : [{ label: field.label, value: shown }];
}

/** The value without the word for its kind: `168 cm`. */
function choiceText(field: FieldSpec & { readonly kind: 'choice' }, value: JsonObject): string {
  const fields = variantFields(field, value);
  const { [field.discriminator]: _kind, ...rest } = value;
  return Object.entries(rest)
    .map(([key, inner]) =>
      valueText(
        fields.find((field) => field.name === key),
        inner,
      ),
    )
    .join(' ');
}

const LONG_TEXT = 90;
const LETTER = /[\p{L}\p{N}]/u;

/** True where a headline says the words already, as words of their own and in whatever case. */
export function isSaid(headline: string, words: string): boolean {
  const [whole, part] = [headline.toLowerCase(), words.toLowerCase()];
  const at = whole.indexOf(part);
  if (part === '' || at === -1) return false;
  const [before, after] = [whole.charAt(at - 1), whole.charAt(at + part.length)];
  return !LETTER.test(before) && !LETTER.test(after);
}

/** What stands first on a component: its type's own line, or for an unknown type its first values. */
export function headlineOf(type: string, data: JsonObject): string {
  const definition = definitionOf(type);
  if (definition !== undefined) return componentLabel(type, data);
  const values = factsOf([], data).map((fact) => fact.value);
  return values.slice(0, 2).join(', ') || 'No details yet';
}

/** Every field that has a value: those of the schema in its order, then whatever else is there. */
export function factsOf(fields: readonly FieldSpec[], data: JsonObject): readonly Fact[] {
  const known = new Set(fields.map((field) => field.name));
  const rest = Object.entries(data).filter(([key]) => !known.has(key));
  return [
    ...fields.flatMap((field) => (field.name in data ? factsOfField(field, data[field.name]) : [])),
    ...rest.flatMap(([key, value]) => {
      const shown = valueText(undefined, value);
      return shown === '' ? [] : [{ label: humanize(key), value: shown }];
    }),
  ];
}
