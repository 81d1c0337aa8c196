import type { Outcome } from '../../../domain/contract/commands.ts';
import type { Conflict } from '../../../domain/contract/conflicts.ts';
import { call } from '../../bridge/client.ts';
import { useNotices } from '../../state/notices.ts';
import { countOf } from '../../ui/format/number.ts';
import { asConsoleError } from '../../ui/error-words.ts';

interface Answer {
  readonly accepted: number;
  readonly refusals: readonly string[];
}

async function one(ask: () => Promise<Outcome>): Promise<string | null> {
  try {
    const outcome = await ask();
    return outcome.status === 'accepted' ? null : (outcome.message ?? 'It was refused.');
  } catch (thrown) {
    return asConsoleError(thrown).message;
  }
}

/** One after the other: what one does may be what the next stands on. */
async function each(
  conflicts: readonly Conflict[],
  ask: (conflict: Conflict) => Promise<Outcome>,
): Promise<Answer> {
  const refusals: string[] = [];
  for (const conflict of conflicts) {
    const refusal = await one(() => ask(conflict));
    if (refusal !== null) refusals.push(refusal);
  }
  return { accepted: conflicts.length - refusals.length, refusals };
}

function tell({ accepted, refusals }: Answer, done: string): void {
  const { show } = useNotices.getState();
  const [first] = refusals;
  if (accepted > 0) show({ tone: 'ok', title: `${countOf(accepted, 'conflict')} ${done}` });
  if (first !== undefined) {
    show({
      tone: 'attention',
      title: `${countOf(refusals.length, 'conflict')} stayed as they were`,
      detail: first,
    });
  }
}

export async function applyAgain(conflicts: readonly Conflict[]): Promise<void> {
  const answer = await each(conflicts, ({ conflictId }) => call('conflicts.apply', { conflictId }));
  tell(answer, 'carried out again');
}

export async function drop(conflicts: readonly Conflict[], reason: string): Promise<void> {
  const answer = await each(conflicts, ({ conflictId }) => call('conflicts.drop', { conflictId, reason }));
  tell(answer, 'dropped');
}

export async function reopen(conflict: Conflict): Promise<void> {
  const answer = await each([conflict], ({ conflictId }) => call('conflicts.reopen', { conflictId }));
  tell(answer, 'taken up again');
}

/** Answers why it was refused; null where it was carried out. */
export function applyEdited({ conflictId }: Conflict, data: Record<string, unknown>): Promise<string | null> {
  return one(() => call('conflicts.apply', { conflictId, data }));
}
