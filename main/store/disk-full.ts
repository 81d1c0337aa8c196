import { type ConsoleFailure, failure } from '../../domain/contract/errors.ts';

const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** What the system says where a disk, or this user's part of it, has no room left. */
export function isDiskFull(reason: string): boolean {
  return FULL.has(reason);
}

/** Whoever says it, and of whatever file, it is the same: once there is room the same again succeeds. */
export function diskFull(file: string): ConsoleFailure {
  const message = `The disk with ${file} is full. Nothing was changed; free some space and try again.`;
  return failure('retryable', 'disk-full', message, { file });
}

/** Files that are written without SQLite. */
export function tellingDiskFull<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw isDiskFull(reason) ? diskFull(file) : error;
  }
}
