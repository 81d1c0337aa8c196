import { factsOf } from '../../../words/data-words.ts';
import type { FieldSpec } from '../../../words/schema-fields.ts';
import { type FormValue, fromFormValues } from './form-values.ts';

/** A value of a form that is chosen as a whole where two people changed it. */
export interface Leaf {
  /** Where it stands in the form's values: `data.address`. */
  readonly path: string;
  readonly label: string;
  /** Its value is the id of a person, who is shown by name. */
  readonly isPerson?: boolean | undefined;
  /** How a value of it reads; empty where nothing is said. */
  readonly text: (value: unknown) => string;
}

/** Data in words, from what an input holds. */
function textOf(field: FieldSpec, value: unknown): string {
  const data = fromFormValues([field], { [field.name]: value as FormValue });
  return factsOf([field], data)
    .map((fact) => fact.value)
    .join(', ');
}

/** What a form's fields hold, each that is said on its own; a union's parts only make sense together. */
export function leavesOf(fields: readonly FieldSpec[], path: string, group = ''): readonly Leaf[] {
  return fields.flatMap((field): readonly Leaf[] => {
    if (field.derived) return [];
    const at = path === '' ? field.name : `${path}.${field.name}`;
    if (field.kind === 'object') return leavesOf(field.fields, at, `${group}${field.label}: `);
    const label = group === '' ? field.label : `${group}${field.label.toLowerCase()}`;
    return [
      { path: at, label, text: (value) => textOf(field, value), isPerson: field.reference === 'person' },
    ];
  });
}
