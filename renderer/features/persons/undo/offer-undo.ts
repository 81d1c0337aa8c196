import type { Outcome } from '../../../../domain/contract/commands.ts';
import { useNotices } from '../../../state/notices.ts';
import { useUndoStack } from '../../../state/undo-stack.ts';
import { findUndoable } from './undo-entry.ts';

interface Accepted {
  readonly personId: string;
  readonly title: string;
  /** The notice that tells of it. */
  readonly notice: string;
  readonly outcome: Outcome;
}

/** Remembers what was just done, and offers to take it back where that can be done. */
export async function offerUndo({ personId, title, notice, outcome }: Accepted): Promise<void> {
  const { version, events } = outcome;
  const change = { personId, title, before: version - events.length, after: version };
  // Where it cannot be found out, there is no undo to offer; the command itself has been carried out.
  const entry = await findUndoable(change).catch(() => null);
  if (entry === null) return;
  useUndoStack.getState().push(entry);
  useNotices.getState().offerUndo(notice, entry.id);
}
