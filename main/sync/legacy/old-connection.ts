import type { LegacyMessage } from '../../../domain/legacy/messages.ts';
import type { SharedProgress } from '../../../domain/legacy/shared-progress.ts';

/** A message of the former system's stream, which anybody with access may have put there. */
export interface OldMessage {
  readonly sequence: number;
  readonly subject: string;
  readonly body: string;
  /** `Nats-Msg-Id`. */
  readonly messageId: string | null;
  /** The installation whose bridge published it, where its headers say so. */
  readonly installation: string | null;
}

/** The former system's stream as the broker has it. */
export interface OldStream {
  /** Its name with when it was made: one that was made anew is another. */
  readonly id: string;
  readonly firstSequence: number;
  readonly lastSequence: number;
}

export interface Following {
  /** How many there are already. */
  readonly behind: number;
  /** Each with how many there are after it. */
  readonly messages: AsyncIterable<{ readonly message: OldMessage; readonly behind: number }>;
}

/** Held by the one console that the bridge runs on. */
export interface Lease {
  /** Rejects where somebody else has it by now. */
  readonly renew: () => Promise<void>;
  readonly release: () => Promise<void>;
}

export interface OldConnection {
  /** Null where there is none. */
  readonly stream: () => Promise<OldStream | null>;
  readonly shared: () => Promise<SharedProgress | null>;
  readonly share: (progress: SharedProgress) => Promise<void>;
  /** Null where another console has it. */
  readonly lease: (holder: string) => Promise<Lease | null>;
  /** Messages after a sequence, in their order, for as long as the connection is there. */
  readonly follow: (after: number) => Promise<Following>;
  /** Resolves once the broker has taken it. What it took before under the same id, it does not take twice. */
  readonly publish: (message: LegacyMessage, installation: string) => Promise<void>;
  readonly closed: Promise<Error | null>;
  readonly close: () => Promise<void>;
}

/** A lease that nobody renews is free after this time. */
export const LEASE_MS = 15_000;
