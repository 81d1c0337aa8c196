type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function own(node: Node, name: string): unknown {
  return Object.hasOwn(node, name) ? node[name] : undefined;
}

function within(path: string, name: string): string {
  return path === '' ? name : `${path}/${name}`;
}

function isList(value: unknown): boolean {
  return Array.isArray(value);
}

/**
 * Where two JSON values first differ, as a path; null where they are the same. The order of an object's fields is
 * of no account, and a field that is undefined is none.
 */
export function differenceAt(expected: unknown, actual: unknown, path = ''): string | null {
  if (expected === actual) return null;
  if (!isNode(expected) || !isNode(actual) || isList(expected) !== isList(actual)) return path;
  return differenceInside(expected, actual, path);
}

function differenceInside(expected: Node, actual: Node, path: string): string | null {
  for (const name of Object.keys(expected)) {
    const difference = differenceAt(expected[name], own(actual, name), within(path, name));
    if (difference !== null) return difference;
  }
  const extra = Object.keys(actual).find(
    (name) => actual[name] !== undefined && own(expected, name) === undefined,
  );
  return extra === undefined ? null : within(path, extra);
}
