import { isJsonObject, type JsonObject } from '../../domain/contract/forms.ts';

/** The object that a value is; an empty one where it is none. */
export function objectOf(value: unknown): JsonObject {
  return isJsonObject(value) ? value : {};
}
