import { createContext, useContext } from 'react';
import type { Conflict } from '../../../../domain/contract/conflicts.ts';

/** The conflict that the open form decides: what is sent is carried out in its place. Null for all other forms. */
export const ConflictInHand = createContext<Conflict | null>(null);

/** What the change in conflict had asked for; null where the form decides none. */
export function useAsked(): Conflict['command']['data'] | null {
  return useContext(ConflictInHand)?.command.data ?? null;
}
