/** Where a message stands, as its reply subject says. */
export interface Delivery {
  readonly streamSequence: number;
  /** Counts what this consumer was sent: a gap means that something was lost on the way. */
  readonly consumerSequence: number;
  /** When the broker wrote the message: nanoseconds, as text. */
  readonly time: string;
  readonly pending: number;
}

const PREFIX = '$JS.ACK.';
/** Without and with a domain and account before the stream's name. */
const SHORT = 9;
const LONG = 11;
/** What a 64-bit number holds. */
const NANOSECONDS = /^\d{1,18}$|^[1-8]\d{18}$/u;

/** Null where the subject is no acknowledgement address of JetStream. */
export function deliveryOf(reply: string | undefined): Delivery | null {
  if (reply === undefined || !reply.startsWith(PREFIX)) return null;
  const tokens = reply.split('.');
  const first = tokens.length >= LONG ? LONG - 4 : SHORT - 4;
  const [stream, consumer, time = '', left] = tokens.slice(first);
  const [streamSequence, consumerSequence, pending] = [Number(stream), Number(consumer), Number(left)];
  if (![streamSequence, consumerSequence, pending].every(Number.isSafeInteger)) return null;
  return NANOSECONDS.test(time) ? { streamSequence, consumerSequence, time, pending } : null;
}
