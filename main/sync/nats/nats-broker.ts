import { randomUUID } from 'node:crypto';
import {
  DiscardPolicy,
  ErrorCode,
  headers,
  type JetStreamManager,
  type KV,
  type Msg,
  nanos,
  type NatsConnection,
  NatsError,
  RetentionPolicy,
  StorageType,
} from 'nats.ws';
import { LOG_SUBJECTS } from '../../../domain/sync/commit-message.ts';
import type {
  Acknowledgement,
  Broker,
  BrokerConnection,
  BrokerLog,
  Follower,
  Publication,
  StoredMessage,
} from '../broker.ts';
import { linkForbidden } from '../link-failures.ts';
import { FORBIDDEN, TOO_LARGE } from '../refusal-words.ts';
import type { RequestSource } from '../requests/request-source.ts';
import { STREAM_NOT_FOUND, unless } from './api-errors.ts';
import { acknowledgement } from './acknowledgement.ts';
import { nanosecondsOf } from './broker-time.ts';
import { closeNats, type NatsTarget } from './connect.ts';
import { followLog } from './follow-log.ts';
import { connectJetStream, type JetStreamConnection } from './jetstream.ts';
import { openRequests } from './request-consumer.ts';
import { BEGINNING_KEY, INSTALLATION_BUCKET, INSTALLATION_KEY, LOG_STREAM } from './names.ts';
import { type Denial, watchDenials } from './permissions.ts';

const MESSAGE_NOT_FOUND = 10037;
/** Answers whether more can be taken go there; without them the server sends nothing more. */
const FLOW_CONTROL = '$JS.FC.';
const DUPLICATES_MS = 120_000;

function isTooLarge(error: unknown): boolean {
  return error instanceof NatsError && error.code === (ErrorCode.MaxPayloadExceeded as string);
}

class NatsBrokerConnection implements BrokerConnection {
  readonly closed: Promise<Error | null>;
  readonly #connection: NatsConnection;
  readonly #manager: JetStreamManager;
  readonly #inbox = `_INBOX.${randomUUID().replaceAll('-', '')}`;
  /** Subjects of what was published and not acknowledged, by token. */
  readonly #underWay = new Map<number, string>();
  #opened: Promise<KV> | null = null;
  #listener: (ack: Acknowledgement) => void = () => undefined;

  constructor({ connection, manager }: JetStreamConnection) {
    this.#connection = connection;
    this.#manager = manager;
    const closed = connection.closed().then((error) => (error instanceof Error ? error : null));
    const useless = new Promise<Error>((resolve) => {
      void watchDenials(connection, (denial) => this.#denied(denial, resolve));
    });
    this.closed = Promise.race([closed, useless]);
    connection.subscribe(`${this.#inbox}.*`, {
      callback: (error, message) => {
        if (error === null) this.#acknowledged(message);
      },
    });
  }

  async log(): Promise<BrokerLog | null> {
    const info = await unless(STREAM_NOT_FOUND, this.#manager.streams.info(LOG_STREAM));
    if (info === null) return null;
    const { first_seq: firstSequence, last_seq: lastSequence, messages } = info.state;
    return { firstSequence, lastSequence, messages, isAging: info.config.max_age > 0 };
  }

  async createLog(): Promise<void> {
    await this.#manager.streams.add({
      name: LOG_STREAM,
      subjects: [LOG_SUBJECTS],
      storage: StorageType.File,
      retention: RetentionPolicy.Limits,
      discard: DiscardPolicy.New,
      duplicate_window: nanos(DUPLICATES_MS),
      max_age: 0,
      allow_direct: true,
    });
  }

  async installation(): Promise<string | null> {
    const bucket = await this.#bucket();
    const entry = await bucket.get(INSTALLATION_KEY);
    return entry === null || entry.operation !== 'PUT' ? null : entry.string();
  }

  async bind(installation: string): Promise<string> {
    const bucket = await this.#bucket();
    try {
      await bucket.create(INSTALLATION_KEY, new TextEncoder().encode(installation));
      return installation;
    } catch (error) {
      const there = await this.installation();
      if (there === null) throw error;
      return there;
    }
  }

  async beginning(): Promise<number> {
    const bucket = await this.#bucket();
    const noted = Number((await bucket.get(BEGINNING_KEY))?.string());
    return Number.isSafeInteger(noted) && noted > 0 ? noted : 1;
  }

  async noteBeginning(sequence: number): Promise<void> {
    const bucket = await this.#bucket();
    await bucket.put(BEGINNING_KEY, new TextEncoder().encode(String(sequence)));
  }

  async read(sequence: number): Promise<StoredMessage | null> {
    const asked = this.#manager.streams.getMessage(LOG_STREAM, { seq: sequence });
    const message = await unless(MESSAGE_NOT_FOUND, asked);
    if (message === null) return null;
    return { subject: message.subject, body: message.string(), time: nanosecondsOf(message.timestamp) };
  }

  publish({ subject, body, messageId, expected, token }: Publication): void {
    const all = headers();
    all.set('Nats-Msg-Id', messageId);
    all.set('Nats-Expected-Last-Subject-Sequence', String(expected));
    try {
      this.#connection.publish(subject, body, { headers: all, reply: `${this.#inbox}.${token}` });
      this.#underWay.set(token, subject);
    } catch (error) {
      if (!isTooLarge(error)) throw error;
      const most = this.#connection.info?.max_payload ?? 0;
      const description = `The message is larger than the ${most} bytes that the server takes`;
      // Whoever publishes is not answered before they have done so.
      queueMicrotask(() => this.#listener({ ok: false, token, code: TOO_LARGE, description }));
    }
  }

  onAcknowledgement(listener: (ack: Acknowledgement) => void): void {
    this.#listener = listener;
  }

  follow(sequence: number, follower: Follower): Promise<{ readonly behind: number }> {
    return followLog(this.#connection, this.#manager, sequence, follower);
  }

  requests(): Promise<RequestSource> {
    return openRequests(this.#connection, this.#manager);
  }

  isThere(): Promise<void> {
    return this.#connection.flush();
  }

  close(): Promise<void> {
    return closeNats(this.#connection);
  }

  #bucket(): Promise<KV> {
    this.#opened ??= this.#connection.jetstream().views.kv(INSTALLATION_BUCKET, { history: 1 });
    return this.#opened;
  }

  /** Of what nobody asked about, only what keeps the log from coming and going is of account here. */
  #denied({ operation, subject, words }: Denial, end: (error: Error) => void): void {
    const [token] = [...this.#underWay].find(([, published]) => published === subject) ?? [];
    if (operation === 'publish' && token !== undefined) {
      this.#underWay.delete(token);
      this.#listener({ ok: false, token, code: FORBIDDEN, description: words });
    } else if (subject.startsWith(this.#inbox) || subject.startsWith(FLOW_CONTROL)) end(linkForbidden(words));
  }

  #acknowledged(message: Msg): void {
    const token = Number(message.subject.slice(this.#inbox.length + 1));
    const heard = Number.isSafeInteger(token) ? acknowledgement(token, message) : null;
    if (heard === null) return;
    this.#underWay.delete(token);
    try {
      this.#listener(heard);
    } catch (error) {
      // Whoever hears it sends more, which a connection that is closing does not take.
      if (!(error instanceof NatsError)) throw error;
    }
  }
}

export function createNatsBroker(target: NatsTarget): Broker {
  return { connect: async () => new NatsBrokerConnection(await connectJetStream(target)) };
}
