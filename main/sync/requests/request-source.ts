/** A command of another system, as the broker hands it out: to one of all that take them, until that one says what became of it. */
export interface Delivery {
  readonly sequence: number;
  /** When the broker took it, in milliseconds. */
  readonly sentAt: number;
  readonly subject: string;
  readonly body: string;
  readonly bytes: number;
  /** Where the outcome is wanted, as it says; null where nobody waits for one. */
  readonly replyTo: string | null;
  /** How often it was handed out, this time included. */
  readonly deliveries: number;
  /** It is done with, for everybody. */
  readonly done: () => void;
  /** It is done with, and was not carried out. */
  readonly never: () => void;
  /** Somebody is to try it again, after so many milliseconds. */
  readonly again: (delayMs: number) => void;
  /** It is still being seen to. */
  readonly working: () => void;
}

/** Where commands of other systems come from, shared by all consoles of an installation. */
export interface RequestSource {
  /** Another system's own stream: its former commands are on it, too, and are the bridge's. */
  readonly isForeign: boolean;
  /** Resolves once as many came, or for a while no more did. Rejects where nothing can be had any more. */
  readonly fetch: (most: number, onDelivery: (delivery: Delivery) => void) => Promise<void>;
  /** Nothing more is handed out to this one. */
  readonly stop: () => void;
  readonly reply: (address: string, body: string) => void;
  /** Resolves once all that was said has reached the broker. */
  readonly flush: () => Promise<void>;
}
