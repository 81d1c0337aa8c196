/**
 * Merge patches (RFC 7396) read a second time, apart from what folds persons for the views: null takes a field away,
 * an object is merged into what is there, everything else takes its place.
 */
export type Json = Record<string, unknown>;

/** Names that would reach into an object's prototype never become fields. */
const RESERVED = ['__proto__', 'constructor', 'prototype'];

export function isObject(value: unknown): value is Json {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

export function applyPatch(target: Json, patch: unknown): Json {
  if (!isObject(patch)) return target;
  const fields = new Map(Object.entries(target));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) fields.delete(name);
    else if (value !== undefined) fields.set(name, isObject(value) ? merged(fields.get(name), value) : value);
  }
  for (const name of RESERVED) fields.delete(name);
  return Object.fromEntries(fields);
}

function merged(before: unknown, patch: Json): Json {
  return applyPatch(isObject(before) ? before : {}, patch);
}
