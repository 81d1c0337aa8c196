import { connect, DeliverPolicy, headers, type Msg, nanos, type NatsConnection, AckPolicy } from 'nats.ws';
import WebSocket from 'ws';

/** The least that sync can do over the same client and the same websocket: publish and count, take what is pushed. */
export interface BareMessage {
  readonly subject: string;
  readonly body: string;
  readonly id: string;
}

export const BARE_STREAM = 'BARE';
export const BARE_SUBJECTS = 'bare.log';
/** Messages that are under way at a time, as in the product. */
const WINDOW = 1000;

export function bareConnect(url: string): Promise<NatsConnection> {
  // A variable: the type of the library's options leaves the socket out.
  const options = {
    servers: url,
    wsFactory: async (address: string) => ({ socket: new WebSocket(address), encrypted: false }),
  };
  return connect(options);
}

export async function createBareStream(connection: NatsConnection): Promise<void> {
  const manager = await connection.jetstreamManager();
  const duplicates = nanos(120_000);
  await manager.streams.add({
    name: BARE_STREAM,
    subjects: [`${BARE_SUBJECTS}.>`],
    duplicate_window: duplicates,
    allow_direct: true,
  });
}

/** Publishes with an id and the sequence expected of the subject's last message, and counts acknowledgements. */
export class BarePublisher {
  readonly #connection: NatsConnection;
  readonly #inbox = `_INBOX.bare${process.pid}${Math.random().toString(36).slice(2)}`;
  readonly #sequences = new Map<string, number>();
  readonly #subjects: string[] = [];
  #onAcknowledged: () => void = () => undefined;
  acknowledged = 0;

  constructor(connection: NatsConnection) {
    this.#connection = connection;
    connection.subscribe(`${this.#inbox}.*`, { callback: (_error, message) => this.#heard(message) });
  }

  get sent(): number {
    return this.#subjects.length;
  }

  publish({ subject, body, id }: BareMessage): void {
    const all = headers();
    all.set('Nats-Msg-Id', id);
    all.set('Nats-Expected-Last-Subject-Sequence', String(this.#sequences.get(subject) ?? 0));
    this.#connection.publish(subject, body, { headers: all, reply: `${this.#inbox}.${this.sent}` });
    this.#subjects.push(subject);
  }

  /** All of them, a window at a time. */
  publishAll(messages: readonly BareMessage[]): Promise<void> {
    return new Promise((resolve) => {
      const fill = (): void => {
        for (const message of messages.slice(this.sent, this.acknowledged + WINDOW)) this.publish(message);
      };
      this.#onAcknowledged = () => {
        if (this.acknowledged === messages.length) resolve();
        else if (this.sent - this.acknowledged <= WINDOW / 2) fill();
      };
      fill();
    });
  }

  #heard(message: Msg): void {
    const { seq, error } = message.json<{ seq?: number; error?: { description: string } }>();
    if (seq === undefined) throw new Error(error?.description ?? 'no acknowledgement');
    const subject = this.#subjects[Number(message.subject.slice(this.#inbox.length + 1))];
    if (subject !== undefined) this.#sequences.set(subject, seq);
    this.acknowledged += 1;
    this.#onAcknowledged();
  }
}

/** Everything of a stream, pushed without acknowledgements, as the product has it. */
export async function bareFollow(
  connection: NatsConnection,
  stream: string,
  onMessage: (body: string) => void,
): Promise<void> {
  const inbox = `_INBOX.follow${process.pid}${Math.random().toString(36).slice(2)}`;
  connection.subscribe(inbox, {
    callback: (_error, message) => {
      if (message.headers?.code !== 100) return onMessage(message.string());
      const address = message.reply ?? message.headers.get('Nats-Consumer-Stalled');
      if (address !== '') connection.publish(address);
    },
  });
  const manager = await connection.jetstreamManager();
  await manager.consumers.add(stream, {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- as the product does it
    deliver_subject: inbox,
    ack_policy: AckPolicy.None,
    deliver_policy: DeliverPolicy.All,
    flow_control: true,
    idle_heartbeat: nanos(1000),
    mem_storage: true,
    max_deliver: 1,
  });
}
