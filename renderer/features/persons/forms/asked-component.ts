import { patched } from '../../../../domain/contract/forms.ts';
import { textOf } from '../../../ui/form/values.ts';
import { objectOf } from '../../../words/json-object.ts';
import type { Component } from '../person-model.ts';
import { type ComponentValues, componentValues, fieldsOfType } from './component-values.ts';
import { toFormValues, toPairs } from './form-values.ts';

type Data = Readonly<Record<string, unknown>>;

function overlaid(type: string, values: ComponentValues, asked: Data): ComponentValues {
  const { primary = values.primary, verified = values.verified, tags = values.tags } = asked;
  return {
    ...values,
    primary: primary === true,
    verified: verified === true,
    tags: Array.isArray(tags) ? tags.map(String) : [],
    data: toFormValues(fieldsOfType(type), objectOf(asked['data'])),
    custom: toPairs(asked['custom']),
    reason: textOf(asked['reason']),
  };
}

/** A component that was asked for, as the form to add it shows it. */
export function addedValues(type: string, asked: Data): ComponentValues {
  return overlaid(type, componentValues(type, undefined), asked);
}

/** A component with the changes that were asked for. */
export function editedValues(before: Component, asked: Data): ComponentValues {
  const changes = objectOf(asked['changes']);
  return overlaid(before.type, componentValues(before.type, before), {
    ...changes,
    data: patched(before.data, changes['data']),
    custom: patched(before.custom, changes['custom']),
    reason: asked['reason'],
  });
}
