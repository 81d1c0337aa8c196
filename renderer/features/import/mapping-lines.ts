import type { ComponentRule, ImportMapping, MappedValue } from '../../../domain/contract/import-mapping.ts';
import { typeTitle } from '../../words/type-title.ts';
import { humanize } from '../../ui/format/labels.ts';
import { listOf } from './columns.ts';
import { fieldOf } from './component-fields.ts';
import { valueWords } from './mapping-words.ts';

/** What a field of the person comes from, in words. */
export interface MappingLine {
  readonly label: string;
  readonly from: string;
}

export interface MappingPart {
  readonly title: string;
  /** What the whole part hangs on. */
  readonly note: string | null;
  readonly lines: readonly MappingLine[];
}

type OneOrMore = MappedValue | readonly MappedValue[] | undefined;

function line(label: string, value: OneOrMore): readonly MappingLine[] {
  if (value === undefined) return [];
  const values = (Array.isArray(value) ? value : [value]) as readonly MappedValue[];
  return values.length === 0 ? [] : [{ label, from: values.map(valueWords).join(', then ') }];
}

function named(noun: string, values: Readonly<Record<string, OneOrMore>>): readonly MappingLine[] {
  return Object.entries(values).flatMap(([key, value]) => line(`${noun} ${key}`, value));
}

function person({ key, source, person: { name, ...rest } }: ImportMapping): MappingPart {
  const { whole, preferred, ...parts } = name;
  return {
    title: 'Person',
    note: `source ${source}`,
    lines: [
      ...line('Source key', key),
      ...line('Name on one line', whole),
      ...Object.entries(parts).flatMap(([part, value]) => line(humanize(part), value)),
      ...line('Preferred name', preferred),
      ...line('Date of birth', rest.birthDate),
      ...line('Location', rest.location),
      ...named('Identity', rest.identities),
      ...named('Metadata', rest.metadata),
    ],
  };
}

function component(rule: ComponentRule): MappingPart {
  const list = listOf(rule.each);
  return {
    title: typeTitle(rule.type),
    note: list === null ? null : `each of ${list}`,
    lines: [
      ...line('Known by', rule.key),
      ...Object.entries(rule.data).flatMap(([field, value]) => line(fieldOf(rule.type, field).label, value)),
      ...named('Custom field', rule.custom),
    ],
  };
}

/** The whole of a mapping, to be read: the person, then each rule in its order. */
export function mappingParts(mapping: ImportMapping): readonly MappingPart[] {
  return [person(mapping), ...mapping.components.map(component)];
}
