import type { OutboxEntry } from '../../domain/ports/sync-log.ts';
import { subjectOf } from '../../domain/sync/commit-message.ts';
import type { Publication } from './broker.ts';

/** A commit that was sent and has not come back. */
export interface UnderWay {
  readonly entry: OutboxEntry;
  readonly token: number;
  readonly attempt: number;
  sentAt: number;
  /** Sequence that the broker has acknowledged; null as long as it has not. */
  acknowledged: number | null;
}

/** Why the broker does not take what waits to go out. */
export interface Refused {
  readonly streamId: string;
  readonly code: number;
  readonly description: string;
}

/** `corrected`: the sequence that the broker says is the subject's last, where that is not the one that is known here. */
export function publicationOf(
  { entry, attempt, token }: UnderWay,
  corrected: number | undefined,
): Publication {
  const { streamId, commitId, text, subjectSequence } = entry;
  return {
    subject: subjectOf(streamId),
    body: text,
    // The broker takes an id for known for a while, also where it has lost the message since.
    messageId: attempt === 0 ? commitId : `${commitId}~${attempt}`,
    expected: corrected ?? subjectSequence,
    token,
  };
}
