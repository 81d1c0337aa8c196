import type { StoredEvent } from '../kernel/event.ts';

/** The live end of a stream. `key` is its number in this log, good for as long as the log is open. */
export interface StreamHead {
  readonly key: number;
  /** 0, with position 0, where all that the stream had was put aside. */
  readonly version: number;
  readonly position: number;
  /** Id of the commit at the head: the predecessor of the next one. */
  readonly commitId: string;
}

/** A commit of somebody else, in the order of the installation. */
export interface RemoteOrigin {
  readonly origin: string;
  /** Of its message on the broker. */
  readonly sequence: number;
}

export interface EventDraft {
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** JSON text. */
  readonly data: string;
}

/** The events of one command on one stream: all of them are kept, or none. */
export interface CommitDraft {
  readonly commitId: string;
  readonly commandId: string;
  /** Tells a repeated command from another one under the same id. */
  readonly fingerprint: Uint8Array;
  readonly streamId: string;
  /** Where the stream stood when the command was decided; null for a new stream. */
  readonly head: StreamHead | null;
  readonly events: readonly EventDraft[];
  readonly timestamp: string;
  readonly actor: string | null;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly traceparent?: string;
  /** JSON text of `{type, data}`: kept until the commit is confirmed, because it may have to be decided again. */
  readonly command?: string;
  /** Absent for commits that are made here and wait to go out. */
  readonly remote?: RemoteOrigin;
}

export interface CommittedEvent {
  readonly eventId: string;
  readonly type: string;
  readonly version: number;
  readonly position: number;
}

export interface AppendedCommit {
  readonly head: StreamHead;
  readonly events: readonly CommittedEvent[];
}

export interface IdleCommand {
  readonly commandId: string;
  readonly fingerprint: Uint8Array;
  readonly head: StreamHead;
}

export interface KnownCommand {
  readonly fingerprint: Uint8Array;
  readonly streamId: string;
  /** Of the stream, as the command left it. */
  readonly version: number;
  readonly events: readonly CommittedEvent[];
}

/** One event of a scan, ready to fold. Position and stream key come first because a scan needs no more to skip it. */
export interface ScannedEvent {
  readonly position: number;
  readonly streamKey: number;
  readonly event: StoredEvent;
}

/** The log's writer side. There is one a data folder, on one thread. */
export interface EventLog {
  /** Position of the last event; 0 for an empty log. */
  readonly head: () => number;
  readonly streamHead: (streamId: string) => StreamHead | null;
  readonly streamName: (key: number) => string;
  /** Names by key, of up to `limit` streams from a key on: one by one they cost ten times as much. */
  readonly streamNames: (from: number, limit: number) => ReadonlyMap<number, string>;
  /** The live chain, oldest first. */
  readonly readStream: (streamId: string, head: StreamHead) => readonly StoredEvent[];
  /** Events after a position in the order of the log, superseded ones left out. */
  readonly scan: (after: number, limit: number) => readonly ScannedEvent[];
  /** The streams that events after a position belong to, with the position of each stream's last one. */
  readonly touched: (after: number, limit: number) => TouchedStreams;
  readonly findCommand: (commandId: string) => KnownCommand | null;
  /** Runs `work` in one durable transaction. When this returns, everything appended in it survives a power cut. */
  readonly group: <T>(work: () => T) => T;
  /** Inside `group`. Throws where the head is not the stream's head. */
  readonly append: (commit: CommitDraft) => AppendedCommit;
  /** Inside `group`. Remembers an accepted command that changed nothing. */
  readonly remember: (command: IdleCommand) => void;
  readonly pendingCommits: () => number;
}

export interface TouchedStreams {
  /** Position of the last event looked at; equals `after` at the end of the log. */
  readonly position: number;
  readonly streams: ReadonlyMap<number, number>;
}
