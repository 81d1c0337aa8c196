import { v7 } from 'uuid';
import { undoOf } from '../../../../domain/contract/forms.ts';
import type { PersonDetail } from '../../../../domain/contract/views.ts';
import { call } from '../../../bridge/client.ts';
import type { Undoable } from '../../../state/undo-stack.ts';
import { undoReason } from '../../../words/undo-reason.ts';
import { personOf } from '../person-model.ts';

export interface Change {
  readonly personId: string;
  /** What was done. */
  readonly title: string;
  /** Versions of the person around it. */
  readonly before: number;
  readonly after: number;
}

/** How a change is taken back; null where it cannot be. */
export function undoableOf(change: Change, was: PersonDetail, is: PersonDetail): Undoable | null {
  const commands = undoOf(personOf(was), personOf(is), undoReason(change.title));
  if (commands === null) return null;
  const steps = commands.map((command) => ({ ...command, commandId: v7() }));
  return { ...change, id: v7(), personName: is.displayName, steps };
}

/** Looks at the person around a change. */
export async function findUndoable(change: Change): Promise<Undoable | null> {
  const { personId, before, after } = change;
  if (before < 1 || after <= before) return null;
  const at = (version: number) => call('persons.get', { personId, asOf: { version } });
  const [was, is] = await Promise.all([at(before), at(after)]);
  return undoableOf(change, was, is);
}
