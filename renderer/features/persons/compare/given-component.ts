import type { JsonObject } from '../../../../domain/contract/forms.ts';
import { fieldsOfType } from '../forms/component-values.ts';
import type { Component } from '../person-model.ts';

/** What was found to be wrong of one record would be taken for right on the other. */
export function canBeGiven({ data }: Component): boolean {
  return data['invalidated'] === undefined;
}

/** What a command of its own records, as endorsements, was said of this record: nobody has said it of the other. */
function givenData(type: string, data: JsonObject): JsonObject {
  const kept = new Set(
    fieldsOfType(type)
      .filter(({ derived }) => derived)
      .map(({ name }) => name),
  );
  return Object.fromEntries(Object.entries(data).filter(([name]) => !kept.has(name)));
}

/** What was verified of one record was not verified of the other, and which one is primary there is decided there. */
export function givenComponent({ type, data, tags, custom }: Component): JsonObject {
  return { componentType: type, data: givenData(type, data), tags: [...tags], custom: { ...custom } };
}
