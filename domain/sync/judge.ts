import type { StreamHead } from '../ports/event-log.ts';
import type { CommitMessage } from './commit-message.ts';

/** What is known here about the stream of a message, and about the ids in it. */
export interface Known {
  /** It is, byte for byte, the commit of ours that waits to be confirmed next: nothing else has to be known. */
  readonly isOwn: boolean;
  /** The end of what is confirmed of the stream; null where nothing is. */
  readonly head: StreamHead | null;
  /** Commits of ours wait to be confirmed in the stream. */
  readonly isWaiting: boolean;
  /** Broker sequence under which this very commit was confirmed. */
  readonly confirmedAt: number | null;
  /** An event of a confirmed commit has the id of one in the message. */
  readonly isIdTaken: boolean;
  /** An event of a commit that was put aside here, or waits, has one. */
  readonly isIdHeld: boolean;
  /** The command of the message has another confirmed commit. */
  readonly isCommandDone: boolean;
}

export type VoidReason = 'predecessor' | 'repeated' | 'command-repeated';

export type Verdict =
  /** It was handled before. */
  | { readonly kind: 'seen' }
  /** The next commit of ours in this stream. */
  | { readonly kind: 'own' }
  /** The next commit of the stream, made by somebody else, or by us in a log that was lost, or under an id of ours. */
  | { readonly kind: 'others' }
  /** Not the next commit of the stream: kept, shown, and without effect, for everybody alike. */
  | { readonly kind: 'void'; readonly reason: VoidReason };

function follows({ predecessor }: CommitMessage, { head }: Known): boolean {
  return predecessor === (head?.commitId ?? null);
}

/**
 * What becomes of a message, by what stands before it in its stream. The order of the broker's sequences and the
 * predecessors alone decide, so that everybody who reads the stream from its beginning comes to the same verdict.
 */
export function judge(commit: CommitMessage, sequence: number, known: Known): Verdict {
  if (known.isOwn) return { kind: 'own' };
  if (known.confirmedAt === sequence) return { kind: 'seen' };
  if (known.confirmedAt !== null) return { kind: 'void', reason: 'repeated' };
  if (!follows(commit, known)) return { kind: 'void', reason: 'predecessor' };
  if (known.isIdTaken) return { kind: 'void', reason: 'repeated' };
  if (known.isCommandDone) return { kind: 'void', reason: 'command-repeated' };
  return { kind: 'others' };
}
