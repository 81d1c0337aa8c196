import type { Outcome } from '../../../../domain/contract/commands.ts';
import { useNotices } from '../../../state/notices.ts';
import { useCloseForm } from './use-open-form.ts';

/** Closes the form and leaves a notice that follows the command on its way. */
export function useAccepted(title: string): (outcome: Outcome) => void {
  const show = useNotices((notices) => notices.show);
  const close = useCloseForm(true);
  return (outcome) => {
    show({ tone: 'ok', title, commandId: outcome.commandId });
    close();
  };
}
