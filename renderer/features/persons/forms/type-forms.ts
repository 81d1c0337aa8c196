import { componentTypes, definitionOf } from '../../../../domain/contract/forms.ts';
import type { FieldOption, FieldSpec } from '../../../words/schema-fields.ts';
import { typeTitle } from '../../../words/type-title.ts';
import type { ExistingPerson } from '../person-model.ts';
import type { FormName } from './form-address.ts';
import type { SimpleForm } from './simple-form.ts';

type Offers = (person: ExistingPerson) => readonly FieldOption[];

const option = (type: string, title = typeTitle(type)): FieldOption => ({ value: type, label: title });

function countsOf(person: ExistingPerson): ReadonlyMap<string, number> {
  const types = person.components.map(({ type }) => type).filter((type) => definitionOf(type) !== undefined);
  return new Map(types.map((type) => [type, types.filter((other) => other === type).length]));
}

const absent: Offers = (person) => {
  const counts = countsOf(person);
  return Object.keys(componentTypes)
    .filter((type) => !counts.has(type))
    .map((type) => option(type));
};

const present: Offers = (person) =>
  [...countsOf(person)].map(([type, count]) => option(type, `${typeTitle(type)} (${count})`));

/** Only the types that the command can be carried out for. */
const offering =
  (offers: Offers) =>
  (fields: readonly FieldSpec[], person: ExistingPerson): readonly FieldSpec[] =>
    fields.map((field) =>
      field.kind === 'enum' && field.name === 'componentType' ? { ...field, options: offers(person) } : field,
    );

/** What concerns all components of a type. */
export const typeForms: Partial<Readonly<Record<FormName, SimpleForm>>> = {
  'register-type': {
    type: 'RegisterComponent',
    title: 'Note a component to come',
    action: 'Note component',
    done: 'Component noted',
    consequence:
      'Says that the person has a component of this type whose details are not known yet. They are filled in by editing it.',
    fields: offering(absent),
  },
  'unregister-type': {
    type: 'UnregisterComponent',
    title: 'Remove all of a type',
    action: 'Remove all',
    done: 'Components removed',
    consequence:
      'All components of the type no longer belong to this person. Their history stays in the timeline, and they can be added again.',
    danger: true,
    fields: offering(present),
  },
};
