/** What was typed into a form that was never sent, kept in this window's storage so that a crash costs nothing. */
const PREFIX = 'person-console.draft.';

export function readDraft(key: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

export function writeDraft(key: string, values: object): void {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(values));
  } catch {
    // A full storage must not get in the way of typing; the form itself still holds everything.
  }
}

export function dropDraft(key: string): void {
  localStorage.removeItem(PREFIX + key);
}
