import type { BulkRequest } from '../../state/bulk-request.ts';

/** The reason or the tag of an order that was never given, kept in this window's storage so that a crash costs nothing. */
const PREFIX = 'person-console.draft.bulk.';

/** By what is done: who was selected is not kept, and is chosen again. An undo has a text of its own. */
export function draftKeyOf({ action, target }: Pick<BulkRequest, 'action' | 'target'>): string {
  return PREFIX + ('doneBy' in target ? `${action}.${target.doneBy}` : action);
}

export function readOrderDraft(key: string): string {
  return localStorage.getItem(key) ?? '';
}

export function keepOrderDraft(key: string, text: string): void {
  try {
    if (text.trim() === '') localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // A full storage must not get in the way of typing.
  }
}
