import type { Reply } from '../../domain/contract/bridge.ts';
import { type ConsoleError, consoleErrorSchema } from '../../domain/contract/errors.ts';

export const internalError: ConsoleError = {
  code: 'internal',
  kind: 'bug',
  message:
    'Something inside the console went wrong. Try again; if it happens again, restart the console and report what you did.',
};

/** Told of what went wrong inside and is not shown to the caller. `where`: a procedure or a part of the console. */
export type Report = (where: string, thrown: unknown) => void;

/** The error that a ConsoleFailure carries; null for everything else that can be thrown. Recognised by shape: it may come from another thread's class. */
export function carriedError(thrown: unknown): ConsoleError | null {
  if (!(thrown instanceof Error) || !('error' in thrown)) return null;
  const parsed = consoleErrorSchema.safeParse(thrown.error);
  return parsed.success ? parsed.data : null;
}

/** Whatever was thrown, as an error for the caller. What was not meant for people is reported and becomes `internal`. */
export function errorOf(thrown: unknown, report: (thrown: unknown) => void): ConsoleError {
  const error = carriedError(thrown);
  if (error === null) report(thrown);
  return error ?? internalError;
}

/** Runs `work` and answers in every case. What was not meant for people is reported and answered as `internal`. */
export async function replyOf(work: () => unknown, report: (thrown: unknown) => void): Promise<Reply> {
  try {
    return { ok: true, value: await work() };
  } catch (thrown) {
    const error = carriedError(thrown);
    if (error === null || error.kind === 'bug') report(thrown);
    return { ok: false, error: error ?? internalError };
  }
}
