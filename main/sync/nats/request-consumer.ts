import {
  AckPolicy,
  type Consumer,
  type ConsumerConfig,
  type ConsumerMessages,
  DeliverPolicy,
  DiscardPolicy,
  type JetStreamManager,
  type JsMsg,
  nanos,
  type NatsConnection,
  RetentionPolicy,
  StorageType,
} from 'nats.ws';
import { failure } from '../../../domain/contract/errors.ts';
import { REPLY_HEADER, REQUEST_SUBJECTS } from '../../../domain/sync/request-message.ts';
import type { Delivery, RequestSource } from '../requests/request-source.ts';
import { unless } from './api-errors.ts';
import { REQUEST_CONSUMER, REQUEST_STREAM } from './names.ts';

const CONSUMER_NOT_FOUND = 10014;
/** What was handed out and of which nothing was heard for so long is handed to somebody else. */
const ACK_WAIT_MS = 5000;
/** Over all consoles. */
const MAX_OUT = 10_000;
/** A question that nothing came to for so long is asked anew. */
const EXPIRES_MS = 10_000;
/** Larger ones are refused by the broker; below it, what is too large is answered in words. */
const MAX_MESSAGE_BYTES = 1024 * 1024;
const NANOS_A_MS = 1_000_000;

function severalStreams(streams: readonly string[]) {
  const message = `Several streams capture ${REQUEST_SUBJECTS} (${streams.join(', ')}). Commands of other systems are not taken before one of them has all.`;
  return failure('rejected', 'requests-several-streams', message, { streams });
}

/** The one that captures the subjects already, whoever made it; else one of our own. */
async function streamFor(manager: JetStreamManager): Promise<string> {
  const streams = await manager.streams.names(REQUEST_SUBJECTS).next();
  const [found, ...others] = streams;
  if (others.length > 0) throw severalStreams(streams);
  if (found !== undefined) return found;
  await manager.streams.add({
    name: REQUEST_STREAM,
    subjects: [REQUEST_SUBJECTS],
    storage: StorageType.File,
    // What is done with is in the log, or recorded: a second copy of personal data would only lie about.
    retention: RetentionPolicy.Workqueue,
    discard: DiscardPolicy.New,
    max_msg_size: MAX_MESSAGE_BYTES,
    max_age: 0,
  });
  return REQUEST_STREAM;
}

function consumerOf(stream: string): Partial<ConsumerConfig> {
  return {
    durable_name: REQUEST_CONSUMER,
    filter_subject: REQUEST_SUBJECTS,
    ack_policy: AckPolicy.Explicit,
    ack_wait: nanos(ACK_WAIT_MS),
    max_ack_pending: MAX_OUT,
    // How often is enough is for those who try to say: they record it and answer.
    max_deliver: -1,
    // In a stream of somebody else there may be years of commands that were carried out long ago.
    deliver_policy: stream === REQUEST_STREAM ? DeliverPolicy.All : DeliverPolicy.New,
  };
}

async function bindConsumer(manager: JetStreamManager, stream: string): Promise<void> {
  const found = await unless(CONSUMER_NOT_FOUND, manager.consumers.info(stream, REQUEST_CONSUMER));
  if (found === null) await manager.consumers.add(stream, consumerOf(stream));
}

function deliveryOf(message: JsMsg): Delivery {
  const { deliveryCount, timestampNanos } = message.info;
  const address = message.headers?.get(REPLY_HEADER) ?? '';
  return {
    sequence: message.seq,
    sentAt: Math.floor(timestampNanos / NANOS_A_MS),
    subject: message.subject,
    body: message.string(),
    bytes: message.data.length,
    replyTo: address === '' ? null : address,
    deliveries: deliveryCount,
    done: () => message.ack(),
    never: () => message.term(),
    again: (delayMs) => message.nak(delayMs),
    working: () => message.working(),
  };
}

class NatsRequestSource implements RequestSource {
  readonly isForeign: boolean;
  readonly #connection: NatsConnection;
  readonly #consumer: Consumer;
  #messages: ConsumerMessages | null = null;
  #isStopped = false;

  constructor(connection: NatsConnection, consumer: Consumer, isForeign: boolean) {
    this.isForeign = isForeign;
    this.#connection = connection;
    this.#consumer = consumer;
  }

  async fetch(most: number, onDelivery: (delivery: Delivery) => void): Promise<void> {
    if (this.#isOver()) return;
    const messages = await this.#consumer.fetch({ max_messages: most, expires: EXPIRES_MS });
    this.#messages = messages;
    // It may have been stopped while it was being opened.
    if (this.#isOver()) messages.stop();
    for await (const message of messages) onDelivery(deliveryOf(message));
  }

  #isOver(): boolean {
    return this.#isStopped;
  }

  stop(): void {
    this.#isStopped = true;
    this.#messages?.stop();
  }

  reply(address: string, body: string): void {
    this.#connection.publish(address, body);
  }

  async flush(): Promise<void> {
    if (!this.#connection.isClosed()) await this.#connection.flush();
  }
}

/** Commands of other systems, shared by all that are bound to the same consumer. */
export async function openRequests(
  connection: NatsConnection,
  manager: JetStreamManager,
): Promise<RequestSource> {
  const stream = await streamFor(manager);
  await bindConsumer(manager, stream);
  const consumer = await connection.jetstream().consumers.get(stream, REQUEST_CONSUMER);
  return new NatsRequestSource(connection, consumer, stream !== REQUEST_STREAM);
}
