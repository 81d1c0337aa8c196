import type { CommitMessage } from '../sync/commit-message.ts';
import type { Known } from '../sync/judge.ts';
import type { StoredEvent } from '../kernel/event.ts';
import type { StreamHead } from './event-log.ts';
import type { ArrivedMessage } from './take-in.ts';

/** A commit that waits to go out. */
export interface OutboxEntry {
  /** Of the commit in this log: entries are in its order. */
  readonly number: number;
  readonly streamId: string;
  readonly commitId: string;
  readonly commandId: string;
  /** Sequence of the last message that was seen on the stream's subject; 0 where there was none. */
  readonly subjectSequence: number;
  /** The commit that caused it waits to go out, too. */
  readonly isHeld: boolean;
  /** The message, as `writeMessage` has it. */
  readonly text: string;
}

export interface PendingInStream {
  readonly number: number;
  readonly commitId: string;
  readonly commandId: string;
  /** JSON text of `{type, data}`; null where it was not kept. */
  readonly command: string | null;
  readonly fingerprint: Uint8Array;
  readonly actor: string | null;
  readonly timestamp: string;
  readonly origin: string;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly traceparent: string | null;
  readonly events: readonly StoredEvent[];
}

/** A message that changes nothing, and is kept to be shown. */
export interface OddMessage {
  readonly sequence: number;
  readonly subject: string;
  /** Null where the message could not be read. */
  readonly commitId: string | null;
  /** `predecessor`, `repeated`, `command-repeated`, `unreadable`. */
  readonly reason: string;
  /** What exactly is wrong with one that cannot be read. */
  readonly detail: string;
  readonly body: string;
}

/** The message that confirmed a commit. */
export interface ConfirmedMessage {
  readonly sequence: number;
  readonly commitId: string;
  /** When the broker wrote it: nanoseconds, as text; null where it was taken in before times were kept. */
  readonly time: string | null;
}

/** What sync needs of the log besides appending. Everything that writes runs inside the log's `group`. */
export interface SyncLog {
  /** Sequence of the last message that was taken in; 0 before the first. */
  readonly position: () => number;
  readonly moveTo: (sequence: number) => void;
  /** When the broker wrote a message that is taken in: nanoseconds, as text. */
  readonly noteTime: (sequence: number, time: string) => void;
  readonly known: (commit: CommitMessage) => Known;
  /** Entries after one of them in the order of the log; held ones included. */
  readonly outbox: (after: number, limit: number) => readonly OutboxEntry[];
  /** Those of these entries that wait still. */
  readonly outboxEntries: (numbers: readonly number[]) => readonly OutboxEntry[];
  /** Oldest first. */
  readonly pendingIn: (streamId: string) => readonly PendingInStream[];
  /** The stream in which a commit of this command waits to be confirmed; null where none does. */
  readonly pendingStreamOf: (commandId: string) => string | null;
  /** Nothing of this stream waits to be confirmed. */
  readonly isSettled: (streamId: string) => boolean;
  /** The end of what is confirmed of a stream; null where nothing is. */
  readonly confirmedHead: (streamId: string) => StreamHead | null;
  /**
   * Confirms the next pending commit of its stream where the message is, byte for byte, what was read out to be sent. Null
   * where it is not, or not any more: then it has to be read to be judged.
   */
  readonly confirmSent: (message: ArrivedMessage) => OutboxEntry | null;
  /** The next pending commit of its stream has come back. */
  readonly confirm: (commit: CommitMessage, sequence: number) => void;
  /** Puts aside all that is pending in a stream and moves its head back to what is confirmed. */
  readonly supersede: (streamId: string) => void;
  /** Other streams in which a commit that waits has the id of an event of this one. */
  readonly waitingWithIdsOf: (commit: CommitMessage) => readonly string[];
  /** What was put aside under ids of this commit gives them up: it comes back, or somebody else has taken them. */
  readonly giveUpIds: (commit: CommitMessage) => void;
  /** A message on a subject that is no commit of its stream: it counts as the subject's last all the same. */
  readonly keep: (message: OddMessage, streamId: string | null) => void;
  /** Id of the installation that this log belongs to; null where it belongs to none yet. */
  readonly installation: () => string | null;
  readonly bind: (installation: string) => void;
  /** The last confirmed commit whose message has at most this sequence; null where there is none. */
  readonly confirmedAtMost: (sequence: number) => ConfirmedMessage | null;
  /**
   * The broker has other messages after this sequence than were taken in, or none: confirmed commits from there on wait
   * to go out again, unchanged. Answers how many.
   */
  readonly stepBack: (sequence: number) => number;
  /** Commits that wait to go out. */
  readonly waiting: () => { readonly commits: number; readonly oldest: number | null };
}
