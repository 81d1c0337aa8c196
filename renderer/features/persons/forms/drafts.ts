import { isJsonObject } from '../../../../domain/contract/forms.ts';

/** What was typed into a form that was never sent, kept in this window's storage so that a crash costs nothing. */
const PREFIX = 'person-console.draft.';

export interface Draft {
  /** What the form stood on: others may have changed the record since. */
  readonly version: number;
  /** The fields that were typed into, by path; all others are the record's own and follow it. */
  readonly typed: Readonly<Record<string, unknown>>;
}

function isMarked(mark: unknown): boolean {
  return typeof mark === 'object' && mark !== null ? Object.values(mark).some(isMarked) : mark === true;
}

/** The values whose marks say that they were typed, by path. A list is one value. */
export function typedIn(values: unknown, marks: unknown, path = ''): Draft['typed'] {
  if (!isJsonObject(values) || !isJsonObject(marks)) return isMarked(marks) ? { [path]: values } : {};
  const inner = Object.entries(marks).map(([name, mark]) =>
    typedIn(values[name], mark, path === '' ? name : `${path}.${name}`),
  );
  return Object.fromEntries(inner.flatMap((typed) => Object.entries(typed)));
}

export function readDraft(key: string): Draft | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null');
    if (!isJsonObject(value)) return null;
    const { version, typed } = value;
    return typeof version === 'number' && isJsonObject(typed) ? { version, typed } : null;
  } catch {
    return null;
  }
}

export function writeDraft(key: string, draft: Draft): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(draft));
  } catch {
    // A full storage must not get in the way of typing; the form itself still holds everything.
  }
}

export function dropDraft(key: string): void {
  localStorage.removeItem(PREFIX + key);
}
