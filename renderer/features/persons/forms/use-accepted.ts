import { useQueryClient } from '@tanstack/react-query';
import { useContext } from 'react';
import type { Outcome } from '../../../../domain/contract/commands.ts';
import { ConflictInHand } from './conflict-in-hand.ts';
import { useNotices } from '../../../state/notices.ts';
import { offerUndo } from '../undo/offer-undo.ts';
import { waitForPerson } from '../wait-for-person.ts';
import { useCloseForm } from './use-open-form.ts';
import { useStillOpen } from './use-still-open.ts';

/**
 * Leaves a notice that follows the command on its way, and closes the form once the page below shows what was done:
 * whatever is opened from it next stands on that. A form that was left meanwhile closes nothing: what is open then is
 * another one.
 */
export function useAccepted(title: string, personId: string): (outcome: Outcome) => Promise<void> {
  const client = useQueryClient();
  const show = useNotices((notices) => notices.show);
  const close = useCloseForm(true);
  const stillOpen = useStillOpen();
  const isFollowed = useContext(ConflictInHand) === null;
  return async (outcome) => {
    const followed = isFollowed ? { commandId: outcome.commandId } : {};
    const notice = show({ tone: 'ok', title, person: personId, ...followed });
    await waitForPerson(client, personId, outcome);
    if (stillOpen()) close();
    void offerUndo({ personId, title, notice, outcome });
  };
}
