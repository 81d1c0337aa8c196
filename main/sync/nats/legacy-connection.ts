import {
  DeliverPolicy,
  headers,
  type JetStreamClient,
  type JetStreamManager,
  type JsMsg,
  type KV,
  type NatsConnection,
} from 'nats.ws';
import { BRIDGE_HEADER } from '../../../domain/legacy/marks.ts';
import type { LegacyMessage } from '../../../domain/legacy/messages.ts';
import { readSharedProgress, type SharedProgress } from '../../../domain/legacy/shared-progress.ts';
import { LEGACY_STREAM } from '../../../domain/legacy/subjects.ts';
import {
  type Following,
  type Lease,
  LEASE_MS,
  type OldConnection,
  type OldMessage,
  type OldStream,
} from '../legacy/old-connection.ts';
import type { NatsTarget } from './connect.ts';
import { STREAM_NOT_FOUND, unless } from './api-errors.ts';
import { connectJetStream } from './jetstream.ts';
import { BRIDGE_BUCKET, INSTALLATION_BUCKET, LEASE_KEY, LEGACY_KEY } from './names.ts';

/** Messages that are asked for at a time. */
const AHEAD = 500;
/** Silence after which the library asks again. */
const HEARTBEAT_MS = 5000;
/** How long the broker keeps the place of somebody who has gone. */
const FORGOTTEN_MS = 30_000;

function headerOf(message: JsMsg, name: string): string | null {
  const value = message.headers?.get(name) ?? '';
  return value === '' ? null : value;
}

function oldMessage(message: JsMsg): OldMessage {
  return {
    sequence: message.seq,
    subject: message.subject,
    body: message.string(),
    messageId: headerOf(message, 'Nats-Msg-Id'),
    installation: headerOf(message, BRIDGE_HEADER),
  };
}

async function* each(
  messages: AsyncIterable<JsMsg>,
): AsyncGenerator<{ message: OldMessage; behind: number }> {
  for await (const message of messages) yield { message: oldMessage(message), behind: message.info.pending };
}

class NatsLegacyConnection implements OldConnection {
  readonly closed: Promise<Error | null>;
  readonly #connection: NatsConnection;
  readonly #manager: JetStreamManager;
  readonly #client: JetStreamClient;

  constructor(connection: NatsConnection, manager: JetStreamManager) {
    this.#connection = connection;
    this.#manager = manager;
    this.#client = connection.jetstream();
    this.closed = connection.closed().then((error) => (error instanceof Error ? error : null));
  }

  async stream(): Promise<OldStream | null> {
    const info = await unless(STREAM_NOT_FOUND, this.#manager.streams.info(LEGACY_STREAM));
    if (info === null) return null;
    const { first_seq: firstSequence, last_seq: lastSequence } = info.state;
    return { id: `${LEGACY_STREAM} ${info.created}`, firstSequence, lastSequence };
  }

  async shared(): Promise<SharedProgress | null> {
    const entry = await (await this.#installation()).get(LEGACY_KEY);
    return entry === null ? null : readSharedProgress(entry.string());
  }

  async share(progress: SharedProgress): Promise<void> {
    await (await this.#installation()).put(LEGACY_KEY, new TextEncoder().encode(JSON.stringify(progress)));
  }

  async lease(holder: string): Promise<Lease | null> {
    const bucket = await this.#client.views.kv(BRIDGE_BUCKET, { history: 1, ttl: LEASE_MS });
    const value = new TextEncoder().encode(holder);
    let revision: number;
    try {
      revision = await bucket.create(LEASE_KEY, value);
    } catch (error) {
      if ((await bucket.get(LEASE_KEY)) === null) throw error;
      return null;
    }
    return {
      renew: async () => {
        revision = await bucket.update(LEASE_KEY, value, revision);
      },
      release: () => bucket.delete(LEASE_KEY, { previousSeq: revision }),
    };
  }

  async follow(after: number): Promise<Following> {
    const consumer = await this.#client.consumers.get(LEGACY_STREAM, {
      deliver_policy: DeliverPolicy.StartSequence,
      opt_start_seq: after + 1,
      inactive_threshold: FORGOTTEN_MS,
    });
    const { num_pending: behind } = await consumer.info();
    const messages = await consumer.consume({ max_messages: AHEAD, idle_heartbeat: HEARTBEAT_MS });
    void this.closed.then(() => messages.close());
    return { behind, messages: each(messages) };
  }

  async publish({ subject, messageId, body }: LegacyMessage, installation: string): Promise<void> {
    const all = headers();
    all.set(BRIDGE_HEADER, installation);
    await this.#client.publish(subject, new TextEncoder().encode(body), {
      msgID: messageId,
      headers: all,
      expect: { streamName: LEGACY_STREAM },
    });
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }

  #installation(): Promise<KV> {
    return this.#client.views.kv(INSTALLATION_BUCKET, { history: 1 });
  }
}

/** Rejects as `connectJetStream` does. */
export async function connectLegacy(target: NatsTarget): Promise<OldConnection> {
  const { connection, manager } = await connectJetStream(target);
  return new NatsLegacyConnection(connection, manager);
}
