import type { FieldSpec } from '../../../words/schema-fields.ts';
import { headlineOf } from '../../../words/data-words.ts';
import { typeTitle } from '../../../words/type-title.ts';
import { componentOf } from '../../../../domain/contract/forms.ts';
import type { Component } from '../person-model.ts';
import type { FormName } from './form-address.ts';
import type { SimpleForm } from './simple-form.ts';

type OfComponent = (component: Component) => SimpleForm;

const needed =
  (name: string) =>
  (fields: readonly FieldSpec[]): readonly FieldSpec[] =>
    fields.map((field) => (field.name === name ? { ...field, required: true } : field));

const remove: OfComponent = ({ componentId, type, data }) => {
  const title = typeTitle(type).toLowerCase();
  return {
    type: 'RemoveComponent',
    title: `Remove ${title}`,
    action: `Remove ${title}`,
    done: `${typeTitle(type)} removed`,
    consequence: `“${headlineOf(type, data)}” no longer belongs to this person. Its history stays in the timeline, and it can be added again.`,
    fixed: { componentId },
  };
};

const endorse: OfComponent = ({ componentId, type, data }) => ({
  type: 'EndorseSkill',
  title: 'Endorse skill',
  action: 'Endorse skill',
  done: 'Skill endorsed',
  consequence: `Somebody vouches for “${headlineOf(type, data)}”. Endorsements stay with the skill and are not changed afterwards.`,
  fixed: { componentId },
});

const correctAttribute: OfComponent = ({ componentId }) => ({
  type: 'UpdateAttribute',
  title: 'Correct attribute',
  action: 'Save changes',
  done: 'Attribute corrected',
  consequence:
    'Corrects the value, the time it is valid for or where it comes from. A value that has changed in life is recorded as a new attribute instead.',
  fixed: { componentId },
  fields: needed('value'),
  current: (person) => componentOf(person, componentId)?.data ?? {},
});

const invalidateAttribute: OfComponent = ({ componentId, type, data }) => ({
  type: 'InvalidateAttribute',
  title: 'Invalidate attribute',
  action: 'Invalidate attribute',
  done: 'Attribute invalidated',
  consequence: `“${headlineOf(type, data)}” is no longer valid from now on and cannot be changed afterwards. It stays on the record and in the history.`,
  danger: true,
  fixed: { componentId },
});

/** Forms about one component that are more, or less, than its fields. */
export const componentForms: Partial<Readonly<Record<FormName, OfComponent>>> = {
  'remove-component': remove,
  endorse,
  'update-attribute': correctAttribute,
  'invalidate-attribute': invalidateAttribute,
};
