import { definitionOf } from '../../../domain/contract/forms.ts';
import { fieldsOf, type FieldSpec } from '../../words/schema-fields.ts';
import { humanize } from '../../ui/format/labels.ts';

/** A field that a value can be mapped to: `coordinates.latitude` is one of its own. */
export interface MappableField {
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
  readonly spec: FieldSpec | null;
}

function flat(spec: FieldSpec, under: string, label: string): readonly MappableField[] {
  const name = `${under}${spec.name}`;
  const own = label === '' ? spec.label : `${label}: ${spec.label.toLowerCase()}`;
  if (spec.derived || spec.kind === 'json' || spec.kind === 'choice' || spec.kind === 'record') return [];
  if (spec.kind === 'object') return spec.fields.flatMap((inner) => flat(inner, `${name}.`, own));
  return [{ name, label: own, required: spec.required && under === '', spec }];
}

/** All that a component of a type can be given by a mapping. */
export function mappableFields(type: string): readonly MappableField[] {
  const schema = definitionOf(type)?.schema;
  return schema === undefined ? [] : fieldsOf(schema).flatMap((spec) => flat(spec, '', ''));
}

export function fieldOf(type: string, name: string): MappableField {
  const found = mappableFields(type).find((field) => field.name === name);
  return found ?? { name, label: humanize(name), required: false, spec: null };
}

/** Those that are needed or mapped, in the schema's order, then mapped ones that the schema has no form for. */
export function shownFields(type: string, mapped: readonly string[]): readonly MappableField[] {
  const all = mappableFields(type);
  const known = new Set(all.map(({ name }) => name));
  const shown = all.filter(({ name, required }) => required || mapped.includes(name));
  return [...shown, ...mapped.filter((name) => !known.has(name)).map((name) => fieldOf(type, name))];
}
