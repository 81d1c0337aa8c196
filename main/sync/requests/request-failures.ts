import { ConsoleFailure, failure } from '../../../domain/contract/errors.ts';

/** Why commands of other systems cannot be had, in words. */
export function asRequestsFailure(thrown: unknown): ConsoleFailure {
  if (thrown instanceof ConsoleFailure) return thrown;
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  const message = `Commands of other systems are not taken here (${why}). Everything else works; it is tried again. Check what this console may do on the server.`;
  const failed = failure('retryable', 'requests-unavailable', message);
  failed.cause = thrown;
  return failed;
}

/** The connection is over, or is to end: somebody else will see to it. */
export function roundOver(): ConsoleFailure {
  return failure('retryable', 'link-lost', 'The link ended before the installation had confirmed it.');
}

export function notConfirmed(): ConsoleFailure {
  const message = 'The installation did not confirm it in time. It is tried again, here or elsewhere.';
  return failure('retryable', 'request-not-confirmed', message);
}
