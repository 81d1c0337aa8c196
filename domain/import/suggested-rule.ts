import type { z } from 'zod';
import type { FoundPath } from '../contract/import.ts';
import type { componentRuleSchema, MappedValue } from '../contract/import-mapping.ts';
import { isVisibleText } from '../person/fields/text.ts';
import type { Meaning } from './column-meanings.ts';
import { suitsDate } from './dates.ts';
import { isPresentWord } from './present-words.ts';
import type { ValueForm } from './value-forms.ts';

export type Rule = z.input<typeof componentRuleSchema>;
export type Column = Omit<FoundPath, 'entries'> & { readonly meaning: Meaning | null };

/** Of the first of these meanings that a column has. */
export function first(columns: readonly Column[], ...meanings: readonly Meaning[]): Column | undefined {
  const single = columns.filter(({ kind }) => kind !== 'list' && kind !== 'empty');
  const found = meanings.map((meaning) => single.find((column) => column.meaning === meaning));
  return found.find((column) => column !== undefined);
}

/** Its values are dates; where later ones are none, those that are shown are written as they are kept. */
export function isDated({ kind, samples }: Pick<Column, 'kind' | 'samples'>): boolean {
  return kind === 'date' || samples.every((sample) => suitsDate(sample, 'YYYY-MM-DD'));
}

/** A column of which values are dates; what has words among its dates would be refused. */
export function dated(columns: readonly Column[], meaning: 'start' | 'end'): Column | undefined {
  const column = first(columns, meaning);
  if (column === undefined) return undefined;
  const isOpen = meaning === 'end' && column.dateFormats.length > 0;
  return isOpen || (column.samples.length > 0 && isDated(column)) ? column : undefined;
}

/** Then what is over would seem to go on. */
export function isEndUnread(columns: readonly Column[]): boolean {
  const end = first(columns, 'end');
  if (end === undefined || end.samples.every(isPresentWord)) return false;
  return dated(columns, 'end') === undefined;
}

/** Given in every entry, as far as can be told: no other column is given more often. */
export function isAlwaysGiven(column: Column, columns: readonly Column[]): boolean {
  return columns.every(({ given }) => given <= column.given);
}

/** Numbers of rooms and postal codes are texts. */
export function asText({ path, kind }: Column): string | { path: string; then: { do: 'text' }[] } {
  return kind === 'text' || kind === 'date' ? path : { path, then: [{ do: 'text' }] };
}

/** Of a value that comes from one place. */
export function onlyPath(value: Rule['data'][string]): string | undefined {
  if (typeof value === 'string') return value;
  return !Array.isArray(value) && 'path' in value ? value.path : undefined;
}

/** The fields whose column is there. */
export function fields(
  columns: readonly Column[],
  meanings: Readonly<Record<string, Meaning>>,
): Record<string, MappedValue> {
  const found = Object.entries(meanings).flatMap(([field, meaning]) => {
    const column = first(columns, meaning);
    return column === undefined ? [] : [[field, asText(column)] as const];
  });
  return Object.fromEntries(found);
}

/** Values of a form, but for slips: a row with one of these is refused and says why, which helps more than no rule. */
export function suits({ given, misfits }: Pick<Column, 'given' | 'misfits'>, form: ValueForm): boolean {
  return given > 0 && misfits[form]?.few !== false;
}

const FACT_LENGTH = 90;

/** As the name of a rule can be: on one line, and not long. */
function nameable(fact: string): string {
  const line = fact
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{P}\p{S}]+/gu, ' ')
    .normalize('NFC')
    .trim();
  // By code points, so that no sign is cut through; each is two units at most.
  const short = line.length <= FACT_LENGTH ? line : [...line].slice(0, FACT_LENGTH / 2).join('');
  return isVisibleText(short) ? short.trim() : 'fact';
}

/** Two rules of one type have names of their own, whatever the columns are called. */
export function named(rules: readonly Rule[]): Rule[] {
  const taken = new Set<string>();
  return rules.map((rule) => {
    const base = nameable(rule.fact);
    let fact = base;
    for (let number = 2; taken.has(`${rule.type} ${fact}`); number += 1) fact = `${base} ${number}`;
    taken.add(`${rule.type} ${fact}`);
    return { ...rule, fact };
  });
}
