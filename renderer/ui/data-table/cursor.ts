/** Where a key moves the cursor of a list; undefined where the key is none of the list's. */
export function moveCursor(key: string, cursor: number, count: number, page: number): number | undefined {
  if (count === 0) return undefined;
  const last = count - 1;
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: cursor + 1,
    j: cursor + 1,
    ArrowUp: cursor - 1,
    k: cursor - 1,
    PageDown: cursor + page,
    PageUp: cursor - page,
    Home: 0,
    End: last,
  };
  const target = targets[key];
  return target === undefined ? undefined : Math.min(last, Math.max(0, target));
}
