import { failure } from '../../domain/contract/errors.ts';
import { carriedError } from '../ipc/console-error.ts';
import { diskFull, isDiskFull } from '../store/disk-full.ts';

function notWritten(file: string, reason: string): Error {
  return failure(
    'terminal',
    'export-not-written',
    `The export ${file} could not be written (${reason}). Choose another place.`,
    { file, reason },
  );
}

/** A driver's and a system's words are not for people; what carries an error of ours is left as it is. */
export function exportFailure(thrown: unknown, file: string): unknown {
  if (carriedError(thrown) !== null || !(thrown instanceof Error) || !('code' in thrown)) return thrown;
  const reason = String(thrown.code);
  return isDiskFull(reason) ? diskFull(file) : notWritten(file, reason);
}
