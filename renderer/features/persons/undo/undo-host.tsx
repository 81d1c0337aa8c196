import { useState } from 'react';
import { useNotices } from '../../../state/notices.ts';
import { type Undoable, useUndoStack } from '../../../state/undo-stack.ts';
import { Question } from '../../../ui/dialog.tsx';
import { useHotkeys } from '../../../ui/hooks/use-hotkeys.ts';
import { nothingToUndo } from './undo-words.ts';
import { useUndo } from './use-undo.ts';

/**
 * True while the notice that tells of a change is still there, and nothing newer that cannot be taken back, such as a
 * creation: then it is plain what is undone.
 */
function isInSight({ id }: Undoable): boolean {
  const changes = useNotices
    .getState()
    .notices.filter(
      ({ tone, commandId, undo }) => undo !== undefined || (commandId !== undefined && tone !== 'undo'),
    );
  return changes.at(-1)?.undo === id;
}

/** Ctrl+Z: takes back the last change of this window. Asks first where its notice has gone. */
export function UndoHost() {
  const [asked, setAsked] = useState<Undoable | null>(null);
  const undo = useUndo();
  const press = () => {
    const last = useUndoStack.getState().entries.at(-1);
    if (last === undefined) useNotices.getState().show(nothingToUndo);
    else if (isInSight(last)) void undo(last);
    else setAsked(last);
  };
  useHotkeys({ 'mod+z': press });
  const answer = (yes: boolean) => {
    if (yes && asked !== null) void undo(asked);
    setAsked(null);
  };
  return (
    <Question
      open={asked !== null}
      title={`Undo “${asked?.title ?? ''}”?`}
      confirm="Undo"
      cancel="Leave it"
      confirmAs="undo"
      onConfirm={() => answer(true)}
      onCancel={() => answer(false)}
    >
      This is the last change of this window that can be taken back, to {asked?.personName ?? ''}. That is
      done by a command of its own: both stay in the history.
    </Question>
  );
}
