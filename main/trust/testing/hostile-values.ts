import { fc } from '@fast-check/vitest';

function nested(levels: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { inside: value };
  return value;
}

/** What has broken other programs: as text, as numbers, as shapes. JSON cannot say all of it, a window's messages can. */
const HOSTILE: readonly unknown[] = [
  ...[
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    'x\udc00',
    '\u202eevil',
    '\ufeff',
    '\u2028',
    '\r\n',
    '\u0300',
    '𝕏',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'undefined',
    'null',
    '%s%n',
    "'; DROP TABLE events; --",
    '"*" OR NEAR(',
  ],
  ...['x'.repeat(10_000), 'ﷺ'.repeat(3000), '../../etc/passwd', 'javascript:alert(1)', '<script>', '=cmd()'],
  ...['0000-00-00', '2024-02-30', '9999-12-31', '-000001-01-01', '2024-01-01T00:00:00Z', '99999999999'],
  ...[0, -0, -1, 0.1, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, 5e-324, Number.NaN, Number.POSITIVE_INFINITY],
  ...[null, true, false, undefined, [], {}, [null], [[]], nested(10), nested(20), nested(100)],
  ...[
    JSON.parse('{"__proto__": {"polluted": true}}') as unknown,
    { constructor: { prototype: { polluted: true } } },
  ],
  ...[
    new Date(0),
    new Date(Number.NaN),
    new Map([['a', 1]]),
    new Set([1]),
    10n,
    /x/,
    new Uint8Array(4),
    Symbol.iterator,
  ],
  ...[Array.from({ length: 1000 }, (_, index) => index), Object.fromEntries([['a'.repeat(5000), 1]])],
];

export const hostile = fc.constantFrom(...HOSTILE);

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))];
}

/** A copy of `value` in which what is at `path` has become what `change` makes of it. */
function changedAt(value: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) };
  const inner = Reflect.get(copy, key) as unknown;
  Object.defineProperty(copy, key, {
    value: changedAt(inner, rest, change),
    enumerable: true,
    writable: true,
    configurable: true,
  });
  return copy;
}

const WITHOUT = Symbol('taken out');

/** One thing about a value made different: replaced, taken out, added, repeated. */
function changes(value: unknown): fc.Arbitrary<unknown> {
  const path = fc.constantFrom(...pathsOf(value));
  const key = fc.oneof(
    fc.constantFrom('__proto__', 'constructor', 'length', '', 'personId', 'data'),
    fc.string(),
  );
  const replaced = fc.tuple(path, hostile).map(([at, bad]) => changedAt(value, at, () => bad));
  const added = fc
    .tuple(path, key, hostile)
    .map(([at, name, bad]) =>
      changedAt(value, at, (inner) => (isPlainObject(inner) ? changedAt(inner, [name], () => bad) : bad)),
    );
  const taken = path.map((at) => changedAt(value, at, () => WITHOUT)).map(withoutTaken);
  const repeated = path.map((at) => changedAt(value, at, (inner) => [inner, inner]));
  return fc.oneof({ weight: 5, arbitrary: replaced }, { weight: 2, arbitrary: added }, taken, repeated);
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function withoutTaken(value: unknown): unknown {
  if (!isPlainObject(value)) return value;
  const kept = Object.entries(value).filter(([, inner]) => inner !== WITHOUT);
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutTaken(inner)]));
}

/** Valid values with up to three things about them made hostile; now and then left as they are. */
export function mutated(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const once = (value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> => value.chain(changes);
  return fc.oneof(valid, once(valid), once(once(valid)), once(once(once(valid))));
}
