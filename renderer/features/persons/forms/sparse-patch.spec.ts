import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { sparsePatch } from './sparse-patch.ts';

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** RFC 7396, word for word, to check against. */
function applied(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const result = new Map<string, unknown>(Object.entries(isObject(target) ? target : {}));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) result.delete(key);
    else result.set(key, applied(result.get(key), value));
  }
  return Object.fromEntries(result);
}

describe('the patch of a form', () => {
  it('names only what changed', () => {
    const before = { a: 1, b: { c: 'x', d: 'y' }, tags: ['p', 'q'] };
    expect(sparsePatch(before, { a: 1, b: { c: 'z', d: 'y' }, tags: ['p', 'q'] })).toEqual({ b: { c: 'z' } });
  });

  it('clears with null and replaces lists whole', () => {
    expect(sparsePatch({ a: 1, tags: ['p'] }, { tags: ['p', 'q'] })).toEqual({ a: null, tags: ['p', 'q'] });
  });

  it('is empty where nothing changed, whatever the order of keys', () => {
    expect(sparsePatch({ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } })).toEqual({});
  });

  const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.array(fc.integer()));
  const key = fc.constantFrom('a', 'b', 'c');
  const data = fc.dictionary(key, fc.oneof(leaf, fc.dictionary(key, leaf)));

  test.prop([data, data])('turns what was into what is wanted', (before, after) => {
    expect(applied(before, sparsePatch(before, after))).toEqual({ ...after });
  });
});
