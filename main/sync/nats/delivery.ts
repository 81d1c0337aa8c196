/** Where a message stands, as its reply subject says. */
export interface Delivery {
  readonly streamSequence: number;
  /** Counts what this consumer was sent: a gap means that something was lost on the way. */
  readonly consumerSequence: number;
  readonly pending: number;
}

const PREFIX = '$JS.ACK.';
/** Without and with a domain and account before the stream's name. */
const SHORT = 9;
const LONG = 11;

/** Null where the subject is no acknowledgement address of JetStream. */
export function deliveryOf(reply: string | undefined): Delivery | null {
  if (reply === undefined || !reply.startsWith(PREFIX)) return null;
  const tokens = reply.split('.');
  const first = tokens.length >= LONG ? LONG - 4 : SHORT - 4;
  const [streamSequence = Number.NaN, consumerSequence = Number.NaN, , pending = Number.NaN] = tokens
    .slice(first)
    .map(Number);
  if (![streamSequence, consumerSequence, pending].every(Number.isSafeInteger)) return null;
  return { streamSequence, consumerSequence, pending };
}
