import { randomUUID } from 'node:crypto';
import {
  AckPolicy,
  type ConsumerConfig,
  DeliverPolicy,
  type JetStreamManager,
  type Msg,
  nanos,
  type NatsConnection,
  type Subscription,
} from 'nats.ws';
import type { Follower } from '../broker.ts';
import { deliveryOf } from './delivery.ts';
import { LOG_STREAM } from './names.ts';

const HEARTBEAT_MS = 1000;
/** Three heartbeats that did not come. */
const SILENT_MS = 3500;
/** How long the broker keeps the place of somebody who has gone. */
const FORGOTTEN_MS = 30_000;

/** Of heartbeats and of questions whether more can be taken. */
const STATUS = 100;

function consumerFor(inbox: string, after: number): Partial<ConsumerConfig> {
  const start: Partial<ConsumerConfig> =
    after === 0
      ? { deliver_policy: DeliverPolicy.All }
      : { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: after + 1 };
  return {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- pull consumers cost a request per batch; see ADR 20
    deliver_subject: inbox,
    ack_policy: AckPolicy.None,
    max_deliver: 1,
    flow_control: true,
    idle_heartbeat: nanos(HEARTBEAT_MS),
    inactive_threshold: nanos(FORGOTTEN_MS),
    mem_storage: true,
    num_replicas: 1,
    ...start,
  };
}

/**
 * Messages of the log in their order. The broker pushes; how fast it may is agreed on by flow control, and a heartbeat
 * tells silence from loss. Nothing is acknowledged: where one has got to stands in the log itself.
 */
class LogFollower {
  readonly inbox = `_INBOX.${randomUUID().replaceAll('-', '')}`;
  readonly #connection: NatsConnection;
  readonly #follower: Follower;
  readonly #subscription: Subscription;
  readonly #watch: NodeJS.Timeout;
  #expected = 1;
  #heardAt = performance.now();
  #isOver = false;

  constructor(connection: NatsConnection, follower: Follower) {
    this.#connection = connection;
    this.#follower = follower;
    this.#subscription = connection.subscribe(this.inbox, {
      callback: (error, message) => this.#heard(error, message),
    });
    this.#watch = setInterval(() => this.#look(), HEARTBEAT_MS);
    this.#watch.unref();
    void connection.closed().then(() => this.end());
  }

  end(): void {
    this.#isOver = true;
    clearInterval(this.#watch);
    if (!this.#connection.isClosed()) this.#subscription.unsubscribe();
  }

  #lost(error: Error | null): void {
    this.end();
    this.#follower.onLost(error);
  }

  #look(): void {
    if (performance.now() - this.#heardAt > SILENT_MS) this.#lost(null);
  }

  #heard(error: Error | null, message: Msg): void {
    if (this.#isOver) return;
    this.#heardAt = performance.now();
    if (error !== null) this.#lost(error);
    else if (message.headers?.code === STATUS) this.#answer(message);
    else this.#take(message);
  }

  /** Whoever is asked whether more can be taken has taken all that came before. */
  #answer(message: Msg): void {
    const address = message.reply ?? message.headers?.get('Nats-Consumer-Stalled') ?? '';
    if (address !== '') this.#connection.publish(address);
  }

  #take(message: Msg): void {
    const delivery = deliveryOf(message.reply);
    if (delivery?.consumerSequence !== this.#expected) return this.#lost(null);
    this.#expected += 1;
    const { streamSequence: sequence, time, pending } = delivery;
    this.#follower.onMessage({ sequence, time, subject: message.subject, body: message.string() }, pending);
  }
}

export async function followLog(
  connection: NatsConnection,
  manager: JetStreamManager,
  after: number,
  follower: Follower,
): Promise<{ readonly behind: number }> {
  const following = new LogFollower(connection, follower);
  try {
    const consumer = await manager.consumers.add(LOG_STREAM, consumerFor(following.inbox, after));
    return { behind: consumer.num_pending + consumer.delivered.consumer_seq };
  } catch (error) {
    following.end();
    throw error;
  }
}
