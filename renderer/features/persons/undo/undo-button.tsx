import { Undo2 } from 'lucide-react';
import { useUndoStack } from '../../../state/undo-stack.ts';
import { Button } from '../../../ui/button.tsx';
import { useUndo } from './use-undo.ts';

/** Beside what was just done; gone once it has been taken back elsewhere. */
export function UndoButton({ id }: { readonly id: string }) {
  const entry = useUndoStack(({ entries }) => entries.find((candidate) => candidate.id === id));
  const undo = useUndo();
  if (entry === undefined) return null;
  return (
    <Button size="small" variant="undo" icon={Undo2} onClick={() => void undo(entry)}>
      Undo
    </Button>
  );
}
