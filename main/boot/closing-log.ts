import { setTimeout as delay } from 'node:timers/promises';
import { failure } from '../../domain/contract/errors.ts';

/** What changes the log, or begins work that does: each is meant for the log that the caller knows. */
const CHANGING: ReadonlySet<string> = new Set([
  'commands.submit',
  'conflicts.apply',
  'conflicts.drop',
  'conflicts.reopen',
  'legacy.on',
  'legacy.read',
  'link.online',
  'link.sync',
  'link.use',
  'import.start',
  'jobs.start',
  'jobs.resume',
]);

function underWay(name: string): Error {
  const message =
    'A backup is being put in the place of the log, so this was not carried out. Look at the restored log first; then send it again where it is still wanted. What was accepted before is in the log that was set aside.';
  return failure('rejected', 'restore-under-way', message, { procedure: name });
}

/** Keeps what was meant for one log from being done to the one that takes its place. */
export interface ClosingLog {
  /** Does what was asked for, or refuses it while the log is being replaced. */
  readonly through: (name: string, call: () => Promise<unknown>) => Promise<unknown>;
  /** From now on changes are refused; settles once those that were let through are answered, or after `graceMs`. */
  readonly close: (graceMs: number) => Promise<void>;
  readonly open: () => void;
}

export function closingLog(): ClosingLog {
  const answering = new Set<Promise<unknown>>();
  let isClosed = false;
  return {
    through: async (name, call) => {
      if (!CHANGING.has(name)) return call();
      if (isClosed) throw underWay(name);
      const answer = call();
      answering.add(answer);
      return answer.finally(() => answering.delete(answer));
    },
    close: async (graceMs) => {
      isClosed = true;
      await Promise.race([Promise.allSettled(answering), delay(graceMs, undefined, { ref: false })]);
    },
    open: () => {
      isClosed = false;
    },
  };
}
