import { useQueryClient } from '@tanstack/react-query';
import type { Outcome } from '../../../../domain/contract/commands.ts';
import { useNotices } from '../../../state/notices.ts';
import { offerUndo } from '../undo/offer-undo.ts';
import { waitForPerson } from '../wait-for-person.ts';
import { useCloseForm } from './use-open-form.ts';

/**
 * Leaves a notice that follows the command on its way, and closes the form once the page below shows what was done:
 * whatever is opened from it next stands on that.
 */
export function useAccepted(title: string, personId: string): (outcome: Outcome) => Promise<void> {
  const client = useQueryClient();
  const show = useNotices((notices) => notices.show);
  const close = useCloseForm(true);
  return async (outcome) => {
    const notice = show({ tone: 'ok', title, commandId: outcome.commandId });
    await waitForPerson(client, personId, outcome);
    close();
    void offerUndo({ personId, title, notice, outcome });
  };
}
