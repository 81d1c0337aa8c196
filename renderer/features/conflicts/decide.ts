import type { Outcome } from '../../../domain/contract/commands.ts';
import type { Conflict } from '../../../domain/contract/conflicts.ts';
import { call } from '../../bridge/client.ts';
import { useNotices } from '../../state/notices.ts';
import { asConsoleError } from '../../ui/error-words.ts';
import { countOf, formatCount } from '../../ui/format/number.ts';
import { type Refused, useDecisions } from './decisions.ts';

async function one(ask: () => Promise<Outcome>): Promise<string | null> {
  try {
    const outcome = await ask();
    return outcome.status === 'accepted' ? null : (outcome.message ?? 'It was refused.');
  } catch (thrown) {
    return asConsoleError(thrown).message;
  }
}

/** One after the other, the oldest first: what one does may be what the next stands on. */
async function each(
  conflicts: readonly Conflict[],
  done: string,
  ask: (conflict: Conflict) => Promise<Outcome>,
): Promise<void> {
  const { begin, step, end, underWay } = useDecisions.getState();
  if (underWay !== null) return;
  begin(conflicts.length);
  const refused: Refused[] = [];
  let decided = 0;
  for (const conflict of conflicts.toSorted(byAge)) {
    const message = await one(() => ask(conflict));
    if (message !== null) refused.push({ conflict, message });
    decided += 1;
    step(decided);
    if (useDecisions.getState().underWay?.cancelled === true) break;
  }
  end(refused);
  tell(done, decided - refused.length, conflicts.length - decided);
}

/** What was refused is told on the page. */
function tell(done: string, accepted: number, left: number): void {
  if (accepted + left === 0) return;
  const title = `${countOf(accepted, 'conflict')} ${done}`;
  const others = left === 1 ? 'the other one stays' : `the other ${formatCount(left)} stay`;
  const detail = left === 0 ? undefined : `Cancelled: ${others} as before.`;
  useNotices.getState().show({ tone: left === 0 ? 'ok' : 'info', title, detail });
}

function byAge(one: Conflict, other: Conflict): number {
  return Date.parse(one.madeAt) - Date.parse(other.madeAt);
}

export function applyAgain(conflicts: readonly Conflict[]): Promise<void> {
  return each(conflicts, 'carried out again', ({ conflictId }) => call('conflicts.apply', { conflictId }));
}

export function drop(conflicts: readonly Conflict[], reason: string): Promise<void> {
  return each(conflicts, 'dropped', ({ conflictId }) => call('conflicts.drop', { conflictId, reason }));
}

export function reopen(conflicts: readonly Conflict[]): Promise<void> {
  return each(conflicts, 'taken up again', ({ conflictId }) => call('conflicts.reopen', { conflictId }));
}
