/** More changed streams than this are not listed in a push: listeners then refresh what they show. */
const MAX_LISTED = 200;

export function listed(streams: ReadonlySet<string>): string[] {
  return streams.size > MAX_LISTED ? [] : [...streams];
}
