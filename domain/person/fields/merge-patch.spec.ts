import { fc, it as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { isHostileKey, isJsonObject, type JsonObject, sameJson } from './json.ts';
import { differencePatch, effectivePatch, mergePatch, patched, patchPaths, segment } from './merge-patch.ts';

/** JSON without nulls, which a merge patch cannot store, and with few keys, so that they meet. */
const key = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor');
const { value: json } = fc.letrec<{ value: unknown; object: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.integer(),
    fc.string(),
    fc.boolean(),
    fc.array(fc.integer()),
    tie('object'),
  ),
  object: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
}));
const document = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), json, { maxKeys: 4 }).map(harmless);
const patch = fc.dictionary(key, fc.oneof(json, fc.constant(null)), { maxKeys: 5 });

function harmless(value: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !isHostileKey(name))
      .map(([name, inner]) => [name, isJsonObject(inner) ? harmless(inner) : inner]),
  );
}

describe('a merge patch (RFC 7396)', () => {
  it.each([
    [{ a: 'b' }, { a: 'c' }, { a: 'c' }],
    [{ a: 'b' }, { b: 'c' }, { a: 'b', b: 'c' }],
    [{ a: 'b' }, { a: null }, {}],
    [{ a: 'b', b: 'c' }, { a: null }, { b: 'c' }],
    [{ a: ['b'] }, { a: 'c' }, { a: 'c' }],
    [{ a: 'c' }, { a: ['b'] }, { a: ['b'] }],
    [{ a: { b: 'c' } }, { a: { b: 'd', c: null } }, { a: { b: 'd' } }],
    [{ a: [{ b: 'c' }] }, { a: [1] }, { a: [1] }],
    [{ e: null }, { a: 1 }, { e: null, a: 1 }],
    [{}, { a: { bb: { ccc: null } } }, { a: { bb: {} } }],
  ])('makes %j with %j to %j', (before, change, after) => {
    expect(mergePatch(before, change)).toEqual(after);
  });

  it('begins with nothing where the target is no object', () => {
    expect(mergePatch('text', { a: 1, b: undefined })).toEqual({ a: 1 });
    expect(patched({ a: 1 }, 'no patch')).toEqual({ a: 1 });
  });

  property.prop([document, patch])('never changes what it is given, nor any prototype', (before, change) => {
    const copy = JSON.stringify([before, change]);
    const after = mergePatch(before, JSON.parse(JSON.stringify(change)) as JsonObject);
    expect(JSON.stringify([before, change])).toBe(copy);
    expect(Object.getPrototypeOf(after)).toBe(Object.prototype);
    expect(Object.keys(after).some(isHostileKey)).toBe(false);
  });

  property.prop([document, patch])('changes nothing the second time', (before, change) => {
    const after = mergePatch(before, change);
    expect(mergePatch(after, change)).toEqual(after);
  });

  property.prop([document, document])('is found between any two documents', (before, after) => {
    expect(sameJson(mergePatch(before, differencePatch(before, after)), after)).toBe(true);
  });

  property.prop([document, patch])(
    'keeps its effect when it is reduced to what it changes',
    (before, change) => {
      const after = mergePatch(before, change);
      const effective = effectivePatch(before, change, after);
      expect(sameJson(mergePatch(before, effective), after)).toBe(true);
      expect(sameJson(before, after)).toBe(Object.keys(effective).length === 0);
    },
  );

  it('leaves alone what it does not name, even where the whole would have it otherwise', () => {
    expect(
      effectivePatch({ a: ' x ', b: 1, c: ' y ' }, { b: 2, c: undefined }, { a: 'x', b: 2, c: 'y' }),
    ).toEqual({
      b: 2,
    });
  });

  it('writes one path per leaf', () => {
    expect(patchPaths('p', { a: { b: 1, c: {} }, 'd/e~': null, f: [{ g: 1 }], h: undefined })).toEqual([
      'p/a/b',
      'p/a/c',
      'p/d~1e~0',
      'p/f',
    ]);
    expect(segment('a/b')).toBe('a~1b');
  });
});
