import { create } from 'zustand';
import type { UndoCommand } from '../../domain/contract/forms.ts';

/** With an id that it keeps: sent again after a failure, it happens once. */
export interface UndoStep extends UndoCommand {
  readonly commandId: string;
}

/** A change of this window that can be taken back. */
export interface Undoable {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  /** What was done, as its notice said it: "Person renamed". */
  readonly title: string;
  readonly steps: readonly UndoStep[];
  /** Versions of the person before and after: taken back only where nobody has changed them since. */
  readonly before: number;
  readonly after: number;
}

interface UndoStack {
  /** Oldest first. */
  readonly entries: readonly Undoable[];
  readonly push: (entry: Undoable) => void;
  readonly drop: (id: string) => void;
  /** It was taken back, and the person has this version now. */
  readonly undone: (entry: Undoable, version: number) => void;
}

const MOST = 50;

/** What stood just before what was undone is there again, under a new version. */
function standingOn(entry: Undoable, undone: Undoable, version: number): Undoable {
  const isNext = entry.personId === undone.personId && entry.after === undone.before;
  return isNext ? { ...entry, after: version } : entry;
}

/** It may have been taken back from the history instead of from the stack. */
function isSameChange(entry: Undoable, undone: Undoable): boolean {
  return entry.personId === undone.personId && entry.after === undone.after;
}

/** The changes of this window since it was opened, the last one on top. */
export const useUndoStack = create<UndoStack>()((set) => ({
  entries: [],
  push: (entry) => set(({ entries }) => ({ entries: [...entries, entry].slice(-MOST) })),
  drop: (id) => set(({ entries }) => ({ entries: entries.filter((entry) => entry.id !== id) })),
  undone: (done, version) =>
    set(({ entries }) => ({
      entries: entries
        .filter((entry) => !isSameChange(entry, done))
        .map((entry) => standingOn(entry, done, version)),
    })),
}));
