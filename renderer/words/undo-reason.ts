/** Kept in the history with what takes a change back: by it, readers know one that does. */
export function undoReason(title: string): string {
  return `“${title}” undone`;
}

const OF_UNDO = /^“.+” undone$/u;

export function tellsOfUndo(reason: string | null): boolean {
  return reason !== null && OF_UNDO.test(reason);
}
