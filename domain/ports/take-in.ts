/** A message of the log as it came from the broker. */
export interface ArrivedMessage {
  readonly sequence: number;
  /** When the broker wrote it: nanoseconds, as text. */
  readonly time: string;
  readonly subject: string;
  readonly body: string;
}

/** What became of a batch of messages. */
export interface TakenIn {
  confirmed: number;
  applied: number;
  /** Pending commits that were decided again on what others had done, and hold. */
  rebased: number;
  /** Pending commits that say what is so already, or came back from somebody else. */
  dropped: number;
  conflicts: number;
  voids: number;
  unreadable: number;
  /** Commits of others that the broker had lost, and in whose place it has another one: their origin decides. */
  lost: number;
  /** The batch ends before a message that only a newer program can read. */
  updateRequired: boolean;
  /** Streams whose events others wrote, or that were rebased. */
  readonly changed: Set<string>;
  /** Commands whose commits are confirmed now. */
  readonly confirmedCommands: string[];
  /** Streams whose pending commits were confirmed or replaced: what was being published of them is done or of no use. */
  readonly settledStreams: Set<string>;
}
