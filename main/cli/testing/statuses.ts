import { type LegacyStatus, NOTHING_COUNTED } from '../../../domain/contract/legacy.ts';
import { type LinkStatus, NO_COUNTS } from '../../../domain/contract/link.ts';
import type { RequestsStatus } from '../../../domain/contract/requests.ts';

const SINCE = '2024-05-01T10:00:00.000Z';

/** Nobody asked for anything. */
export function requestsStatus(now: Partial<RequestsStatus> = {}): RequestsStatus {
  const counts = { done: 0, refused: 0, conflicts: 0, unreadable: 0, exhausted: 0, underWay: 0 };
  return { taking: false, error: null, ...counts, ...now };
}

/** A link that nobody wants, and nothing waits for. */
export function linkStatus(now: Partial<LinkStatus> = {}): LinkStatus {
  return {
    state: 'offline',
    since: SINCE,
    error: null,
    servers: [],
    connection: null,
    behind: null,
    perSecond: null,
    secondsLeft: null,
    position: 0,
    installation: null,
    waiting: { commits: 0, oldest: null },
    refused: [],
    nextAttemptAt: null,
    counts: NO_COUNTS,
    requests: requestsStatus(),
    ...now,
  };
}

/** A bridge that is off. */
export function legacyStatus(now: Partial<LegacyStatus> = {}): LegacyStatus {
  return {
    mode: 'off',
    state: 'off',
    since: SINCE,
    error: null,
    nextAttemptAt: null,
    position: 0,
    behind: null,
    perSecond: null,
    secondsLeft: null,
    counts: NOTHING_COUNTED,
    published: 0,
    ...now,
  };
}
