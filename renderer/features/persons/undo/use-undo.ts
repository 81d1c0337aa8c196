import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useNotices } from '../../../state/notices.ts';
import { type Undoable, useUndoStack } from '../../../state/undo-stack.ts';
import { asConsoleError } from '../../../ui/error-words.ts';
import { waitForPerson } from '../wait-for-person.ts';
import { takeBack } from './take-back.ts';
import { undoFailed, undoWords } from './undo-words.ts';

/** What is being taken back: a second press of the key must not do it twice. */
const underWay = new Set<string>();

function dismissOffer(id: string): void {
  const { notices, dismiss } = useNotices.getState();
  for (const notice of notices) if (notice.undo === id) dismiss(notice.id);
}

async function undo(client: QueryClient, entry: Undoable): Promise<void> {
  const taken = await takeBack(entry);
  if (taken === null) return;
  const { outcome } = taken;
  const stack = useUndoStack.getState();
  if (outcome.status === 'accepted') stack.undone(entry, outcome.version);
  // Versions only go up: what met a conflict or a rule will not be undone later either.
  else stack.drop(entry.id);
  dismissOffer(entry.id);
  useNotices.getState().show(undoWords(entry, taken));
  await waitForPerson(client, entry.personId, outcome);
}

/** Takes a change back, and says what became of it. */
export function useUndo(): (entry: Undoable) => Promise<void> {
  const client = useQueryClient();
  return async (entry) => {
    if (underWay.has(entry.id)) return;
    underWay.add(entry.id);
    await undo(client, entry)
      .catch((thrown: unknown) => useNotices.getState().show(undoFailed(entry, asConsoleError(thrown))))
      .finally(() => underWay.delete(entry.id));
  };
}
