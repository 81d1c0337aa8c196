import { type ConsoleError, ConsoleFailure } from '../../domain/contract/errors.ts';

const steps: Readonly<Record<ConsoleError['kind'], string>> = {
  'wrong-use': 'Change what was entered and send it again.',
  rejected: 'Nothing was changed.',
  conflict: 'Somebody was faster. Look at what changed, then send it again.',
  retryable: 'Try again in a moment. Nothing that was acknowledged is lost.',
  // The message itself says what has to be done first.
  terminal: 'Try again once that is mended.',
  bug: 'This is a fault in the console, not yours. Trying again is safe; quote the code when you report it.',
};

/** What an operator can do about an error of this kind. */
export function nextStep(error: ConsoleError): string {
  return steps[error.kind];
}

/** What could not be done and why, in one sentence; nothing where nothing went wrong. */
export function failureWords(what: string, thrown: unknown): string | undefined {
  return thrown === null ? undefined : `${what}: ${asConsoleError(thrown).message}`;
}

/** Whatever was thrown, as plain error data. */
export function asConsoleError(thrown: unknown): ConsoleError {
  if (thrown instanceof ConsoleFailure) return thrown.error;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'window-fault', kind: 'bug', message };
}
