import { ConsoleFailure, failure } from '../../domain/contract/errors.ts';
import { deniedBy } from './nats/permissions.ts';

/** `denied`: `publish person.log.>`. It is tried again: an administrator mends it on the server. */
export function linkForbidden(denied: string): ConsoleFailure {
  const message = `The server does not let this user ${denied}. Allow it in the user’s permissions there. Work goes on here; it is tried again.`;
  return failure('retryable', 'link-forbidden', message, { denied });
}

/** What says itself what it is; null where that has to be found words for. */
function told(error: unknown): ConsoleFailure | null {
  if (error instanceof ConsoleFailure) return error;
  const denied = deniedBy(error);
  return denied === null ? null : linkForbidden(denied);
}

/** Whatever went wrong, in words. What nobody expected is tried again: a link must not stay down over it. */
export function asLinkFailure(thrown: unknown): ConsoleFailure {
  const known = told(thrown);
  if (known !== null) return known;
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  const failed = failure('retryable', 'link-failed', `${why}. Work goes on here; it is tried again.`);
  failed.cause = thrown;
  return failed;
}

export function linkLost(error: Error | null): ConsoleFailure {
  const known = told(error);
  if (known !== null) return known;
  // A server that is gone leaves an error without a word.
  const why = error === null || error.message === '' ? '' : ` (${error.message})`;
  return failure(
    'retryable',
    'link-lost',
    `The connection was lost${why}. Work goes on here; it is tried again.`,
  );
}

export function otherInstallation(ours: string, theirs: string): ConsoleFailure {
  const message = `This server belongs to another installation (${theirs}), this data folder to ${ours}. Nothing was sent. Choose the right connection, or another data folder.`;
  return failure('rejected', 'installation-other', message, { ours, theirs });
}

export function otherConnection(name: string, theirs: string, ours: string): ConsoleFailure {
  const message = `${name} leads to another installation (${theirs}), this data folder belongs to ${ours}. Nothing was sent. Choose another connection, or open the data folder that belongs there.`;
  return failure('rejected', 'connection-other-installation', message, { ours, theirs });
}

export function asksToJoin(installation: string, commits: number): ConsoleFailure {
  const message = `Installation ${installation} would get ${commits} changes that were made here on their own. Confirm that they belong there.`;
  return failure('rejected', 'installation-join', message, { installation, commits });
}

export function asksToBegin(): ConsoleFailure {
  const message = 'No installation has begun on this server. Confirm that this console begins one.';
  return failure('rejected', 'installation-begin', message);
}

export function logLost(): ConsoleFailure {
  const message =
    'The server has lost the log of this installation, or it was emptied. Nothing was sent. Confirm that it is filled again from this console, or restore the server.';
  return failure('rejected', 'link-log-lost', message);
}

export function beginningMissing(first: number, position: number): ConsoleFailure {
  const message = `The server has nothing before message ${first} any more, and this console has only what came up to ${position}: it would be without a part of the history. Start from a backup of another console.`;
  return failure('terminal', 'link-beginning-missing', message, { first, position });
}

export function updateRequired(): ConsoleFailure {
  const message =
    'Another console writes messages that only a newer version of this program can read. Update this console; everything here stays usable.';
  return failure('terminal', 'link-update-required', message);
}
