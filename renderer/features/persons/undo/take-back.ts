import type { Outcome } from '../../../../domain/contract/commands.ts';
import type { EventRow } from '../../../../domain/contract/views.ts';
import { call } from '../../../bridge/client.ts';
import { useCommandProgress } from '../../../bridge/command-progress.ts';
import type { Undoable, UndoStep } from '../../../state/undo-stack.ts';

export interface TakenBack {
  /** Of the last command that was sent. */
  readonly outcome: Outcome;
  /** Commands that were carried out. */
  readonly done: number;
  /** What others changed first, newest first. */
  readonly since: readonly EventRow[];
}

async function sendStep({ type, data, commandId }: UndoStep, expectedVersion: number): Promise<Outcome> {
  const sent = { type, data: { ...data }, commandId, expectedVersion, follow: true };
  const outcome = await call('commands.submit', sent);
  if (outcome.status === 'accepted') useCommandProgress.getState().receive({ commandId, stage: 'committed' });
  return outcome;
}

const MOST_SINCE = 20;

async function eventsSince(personId: string, version: number): Promise<readonly EventRow[]> {
  const { rows } = await call('persons.timeline', { personId, limit: MOST_SINCE });
  return rows.filter((row) => row.version > version);
}

/** Sends what takes a change back, each command on the version that the one before it left. Nothing is overwritten. */
export async function takeBack(entry: Undoable): Promise<TakenBack | null> {
  let version = entry.after;
  let last: TakenBack | null = null;
  for (const [done, step] of entry.steps.entries()) {
    const outcome = await sendStep(step, version);
    if (outcome.status !== 'accepted') {
      const conflict = outcome.status === 'conflict';
      const since = conflict ? await eventsSince(entry.personId, version).catch(() => []) : [];
      return { outcome, done, since };
    }
    version = outcome.version;
    last = { outcome, done: done + 1, since: [] };
  }
  return last;
}
