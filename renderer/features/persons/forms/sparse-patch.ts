import { isJsonObject, type JsonObject } from '../../../../domain/contract/forms.ts';

export function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, at) => same(item, b[at]));
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => same(a[key], b[key]));
}

/**
 * The merge patch (RFC 7396) that turns `before` into `after` and names nothing that stays: absent in `after`
 * is null in the patch, objects go field by field, lists are replaced whole.
 */
export function sparsePatch(before: JsonObject, after: JsonObject): JsonObject {
  const patch: Record<string, unknown> = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, wanted] = [before[key], after[key]];
    if (same(old, wanted)) continue;
    if (wanted === undefined) patch[key] = null;
    else patch[key] = isJsonObject(old) && isJsonObject(wanted) ? sparsePatch(old, wanted) : wanted;
  }
  return patch;
}
