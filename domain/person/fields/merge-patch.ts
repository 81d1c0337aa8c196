import { isHostileKey, isJsonObject, type JsonObject, sameJson } from './json.ts';

/** JSON merge patch (RFC 7396): null deletes, objects merge, everything else replaces. Copies what it changes. */
export function mergePatch(target: unknown, patch: JsonObject): JsonObject {
  const before: JsonObject = isJsonObject(target) ? target : {};
  const result = without(before, patch);
  for (const key of Object.keys(patch)) {
    const value = patch[key] ?? undefined;
    if (value === undefined || isHostileKey(key)) continue;
    result[key] = isJsonObject(value) ? mergePatch(ownValue(before, key), value) : value;
  }
  return result;
}

/** A copy without what the patch clears. */
function without(before: JsonObject, patch: JsonObject): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(before)) {
    if (patch[key] !== null && !isHostileKey(key)) kept[key] = before[key];
  }
  return kept;
}

/** As `mergePatch`, for a patch from history that may be missing or no object. */
export function patched(target: JsonObject, patch: unknown): JsonObject {
  return isJsonObject(patch) ? mergePatch(target, patch) : target;
}

function ownValue(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/**
 * The part of a patch that really changes `current`, with the values as `wanted` (the patched and validated whole)
 * has them. Fields that the patch does not name are left alone even where `wanted` differs.
 */
export function effectivePatch(current: JsonObject, patch: JsonObject, wanted: JsonObject): JsonObject {
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(patch)) {
    if (patch[key] === undefined) continue;
    const change = effectiveChange(ownValue(current, key), patch[key], ownValue(wanted, key));
    if (change !== undefined) result[key] = change;
  }
  return result;
}

function effectiveChange(before: unknown, patch: unknown, after: unknown): unknown {
  if (after === undefined) return before === undefined ? undefined : null;
  if (isJsonObject(before) && isJsonObject(patch) && isJsonObject(after)) {
    const inner = effectivePatch(before, patch, after);
    return Object.keys(inner).length === 0 ? undefined : inner;
  }
  return sameJson(before, after) ? undefined : after;
}

/** The patch that turns `before` into `after`. */
export function differencePatch(before: JsonObject, after: JsonObject): JsonObject {
  const gone = Object.keys(before).filter((key) => ownValue(after, key) === undefined);
  const entries = Object.entries(after).map(([key, value]) => {
    const old = ownValue(before, key);
    return [key, isJsonObject(old) && isJsonObject(value) ? differencePatch(old, value) : value] as const;
  });
  return { ...Object.fromEntries(gone.map((key) => [key, null])), ...Object.fromEntries(entries) };
}

/** A key as one segment of a path: `/` and `~` escaped as in JSON pointers. */
export function segment(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Where a patch writes, one path per leaf: `<prefix>/<key>/<key>`. */
export function patchPaths(prefix: string, patch: JsonObject): string[] {
  return Object.entries(patch).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const path = `${prefix}/${segment(key)}`;
    return isJsonObject(value) && Object.keys(value).length > 0 ? patchPaths(path, value) : [path];
  });
}
