/** What stands in the search box against what the list is asked for. */
export interface TypedSearch {
  readonly typed: string;
  /** What the list was asked for when the box last looked. */
  readonly known: string;
  /** What the box itself asked for last, or was told from outside since. */
  readonly reported: string;
}

export function searchOf(text: string): TypedSearch {
  return { typed: text, known: text, reported: text };
}

/** Back, forward and links change it from outside. What was reported comes back, too: by then more may have been typed. */
export function followText(search: TypedSearch, text: string): TypedSearch {
  if (search.known === text) return search;
  const isOwn = search.reported === text || search.typed.trim() === text;
  return { typed: isOwn ? search.typed : text, known: text, reported: text };
}
