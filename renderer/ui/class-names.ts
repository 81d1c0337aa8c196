/** Joins what is there: `classNames('a', undefined, false, 'b')` is `'a b'`. */
export function classNames(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
