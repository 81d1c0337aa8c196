import { useContext } from 'react';
import { call } from '../../../bridge/client.ts';
import type { Submit } from '../../../bridge/use-command.ts';
import { ConflictInHand } from './conflict-in-hand.ts';

/** Carries a form's command out in the place of the change in conflict, and closes the conflict with it. */
function applyTo(conflictId: string): Submit {
  return ({ data, expectedVersion }) =>
    call('conflicts.apply', {
      conflictId,
      data: { ...data },
      ...(expectedVersion === undefined ? {} : { expectedVersion }),
    });
}

/** How the open form is carried out, where it decides a conflict. */
export function useApplyTo(): Submit | undefined {
  const conflict = useContext(ConflictInHand);
  return conflict === null ? undefined : applyTo(conflict.conflictId);
}
