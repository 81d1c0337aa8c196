import type { ArrivedMessage } from '../../domain/ports/take-in.ts';
import type { RequestSource } from './requests/request-source.ts';

/** The log as the broker has it. */
export interface BrokerLog {
  /** Sequence of the first message that is still there; one more than the last where there is none. */
  readonly firstSequence: number;
  readonly lastSequence: number;
  /** How many are there: a log that was emptied goes on with its old numbers. */
  readonly messages: number;
  /** Messages are removed by themselves once they are old enough. */
  readonly isAging: boolean;
}

export interface Publication {
  readonly subject: string;
  readonly body: string;
  readonly messageId: string;
  /** Sequence that the subject's last message must have; 0: it must have none. */
  readonly expected: number;
  /** Comes back with the acknowledgement. */
  readonly token: number;
}

export type Acknowledgement =
  | { readonly ok: true; readonly token: number; readonly sequence: number; readonly duplicate: boolean }
  | { readonly ok: false; readonly token: number; readonly code: number; readonly description: string };

export interface Follower {
  /** `behind`: messages on the broker after this one, as it was sent. */
  readonly onMessage: (message: ArrivedMessage, behind: number) => void;
  /** Nothing more comes by itself; whoever follows has to begin again from where they are. With why, where that is known. */
  readonly onLost: (error: Error | null) => void;
}

export interface StoredMessage {
  readonly subject: string;
  readonly body: string;
  /** When the broker wrote it: nanoseconds, as text; null where that cannot be read. */
  readonly time: string | null;
}

/** A connection to the broker of an installation. All that it asks rejects once it is closed. */
export interface BrokerConnection {
  /** Null where there is no log yet. */
  readonly log: () => Promise<BrokerLog | null>;
  readonly createLog: () => Promise<void>;
  /** Id of the installation that the broker belongs to; null where nobody has said so. */
  readonly installation: () => Promise<string | null>;
  /** Answers the id that the broker has afterwards: somebody else may have been faster. */
  readonly bind: (installation: string) => Promise<string>;
  /** Sequence that the log begins with: a later one than 1 where it was emptied and filled again. */
  readonly beginning: () => Promise<number>;
  readonly noteBeginning: (sequence: number) => Promise<void>;
  /** Null where it is not there. */
  readonly read: (sequence: number) => Promise<StoredMessage | null>;
  readonly publish: (publication: Publication) => void;
  readonly onAcknowledgement: (listener: (ack: Acknowledgement) => void) => void;
  /** Messages in their order, each after the one before it, from the one after `sequence` on. */
  readonly follow: (sequence: number, follower: Follower) => Promise<{ readonly behind: number }>;
  /** Resolves once the broker has answered. */
  readonly isThere: () => Promise<void>;
  /** Commands of other systems. Rejects where this console may not have them. */
  readonly requests: () => Promise<RequestSource>;
  /** Resolves once it is closed, by whomever, or of no use any more; with why, where it was not us. */
  readonly closed: Promise<Error | null>;
  readonly close: () => Promise<void>;
}

/** Where connections come from. Rejects with a ConsoleFailure that says in words what is wrong. */
export interface Broker {
  readonly connect: () => Promise<BrokerConnection>;
}
