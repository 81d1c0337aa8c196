import type { ImportChange, ImportOutcome } from '../../../domain/contract/import.ts';
import type { MappedValue, MappingStep } from '../../../domain/contract/import-mapping.ts';
import { countOf } from '../../ui/format/number.ts';
import { humanize } from '../../ui/format/labels.ts';
import { typeTitle } from '../../words/type-title.ts';
import { columnLabel } from './columns.ts';

const plainSteps: Readonly<Record<string, string>> = {
  lower: 'in lower case',
  upper: 'in upper case',
  digits: 'its digits only',
  number: 'as a number',
  'yes-no': 'as yes or no',
  text: 'as text',
  'calling-code': 'its calling code',
  'country-code': 'as a country code',
};

export function stepWords(step: MappingStep): string {
  switch (step.do) {
    case 'date':
      return `as a date ${step.format}`;
    case 'split':
      return `split at “${step.by}”`;
    case 'part':
      return step.at === -1 ? `the last part at “${step.by}”` : `part ${step.at + 1} at “${step.by}”`;
    case 'lookup':
      return `looked up in a table of ${countOf(Object.keys(step.table).length, 'entry', 'entries')}`;
    default:
      return plainSteps[step.do] ?? step.do;
  }
}

function sourceWords(value: Exclude<MappedValue, string>): string {
  if ('constant' in value) return `“${String(value.constant)}”`;
  if ('path' in value) return columnLabel(value.path);
  if ('first' in value) return `the first given of ${value.first.map(valueWords).join(', ')}`;
  const between = value.with === ' ' ? '' : ` with “${value.with}” between`;
  return `${value.join.map(valueWords).join(' and ')} joined${between}`;
}

/** A value as one reads it aloud, for what the form has no inputs for. */
export function valueWords(value: MappedValue): string {
  if (typeof value === 'string') return columnLabel(value);
  const steps = 'then' in value ? value.then.map(stepWords) : [];
  const conditions = [
    value.if === undefined ? null : `only where ${columnLabel(value.if)} is given`,
    value.unless === undefined ? null : `only where ${columnLabel(value.unless)} is not given`,
  ];
  return [sourceWords(value), ...steps, ...conditions].filter((part) => part !== null).join(', ');
}

const outcomes: Readonly<Record<ImportOutcome, string>> = {
  new: 'New',
  changed: 'Changed',
  unchanged: 'Unchanged',
  duplicate: 'Possible duplicate',
  refused: 'Refused',
};

export function outcomeWord(outcome: ImportOutcome): string {
  return outcomes[outcome];
}

const parts: Readonly<Record<string, string>> = {
  name: 'Name',
  birthDate: 'Date of birth',
  location: 'Location',
};

function subjectOf(what: string): string {
  const dot = what.indexOf('.');
  if (dot < 0) return parts[what] ?? typeTitle(what);
  const key = what.slice(dot + 1);
  return what.startsWith('identities.') ? `Identity ${key}` : `Metadata ${humanize(key).toLowerCase()}`;
}

function changeWords({ what, how, fields }: ImportChange): string {
  const names = fields.map((field) => humanize(field).toLowerCase()).join(', ');
  return `${subjectOf(what)} ${how}${names === '' ? '' : `: ${names}`}`;
}

/** `Employment added × 6`, `Email address changed: address`: alike ones are told once. Of a new person all is added. */
export function changesWords(changes: readonly ImportChange[], isNew = false): readonly string[] {
  const counts = new Map<string, number>();
  for (const change of changes) {
    const words = isNew ? subjectOf(change.what) : changeWords(change);
    counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return [...counts].map(([words, count]) => (count === 1 ? words : `${words}\u00a0×\u00a0${count}`));
}
