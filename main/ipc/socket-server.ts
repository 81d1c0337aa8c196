import { rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay, setImmediate as nextTurn } from 'node:timers/promises';
import type { Reply } from '../../domain/contract/bridge.ts';
import { type Line, readLines } from './lines.ts';
import type { Router } from './router.ts';

/** One line of JSON each way. The socket file is readable by its owner alone: that is what makes callers trusted. */
export interface SocketRequest {
  readonly id: number;
  readonly procedure: string;
  readonly input: unknown;
}

export interface SocketReply {
  /** The request's; 0 where it could not be read. */
  readonly id: number;
  readonly reply: Reply;
}

export interface SocketServer {
  /** Answers what was asked already, then hangs up. Callers ask the rest again, elsewhere. */
  readonly close: () => Promise<void>;
}

/** Above the largest input that the router takes, whose characters JSON may write in six bytes each. */
const MAX_LINE_BYTES = 80 * 1024 * 1024;
/** Requests of one caller under way at once; more of them wait in the socket. */
const MAX_IN_FLIGHT = 1024;
/** Answers that a caller has not fetched yet. */
const MAX_UNREAD_BYTES = 16 * 1024 * 1024;
/** How long requests are taken in one go. */
const MAX_TURN_MS = 4;
/** How long `close` waits for what is under way. */
const GRACE_MS = 2000;

const MALFORMED: Reply = {
  ok: false,
  error: {
    code: 'request-malformed',
    kind: 'wrong-use',
    message: 'A request is one line of JSON in UTF-8: {"id", "procedure", "input"}.',
  },
};

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function parseRequest(line: Line): SocketRequest | null {
  if (!line.ok) return null;
  try {
    const value: unknown = JSON.parse(line.text);
    if (!isObject(value) || typeof value['id'] !== 'number' || typeof value['procedure'] !== 'string')
      return null;
    return { id: value['id'], procedure: value['procedure'], input: value['input'] ?? {} };
  } catch {
    return null;
  }
}

/** One caller. Requests are taken in the order in which they come; each is answered when it is done. */
class Connection {
  readonly #socket: Socket;
  readonly #router: Router;
  readonly #inFlight = new Set<Promise<void>>();
  readonly #stop = new AbortController();
  #turn = performance.now();
  #onRoom: () => void = () => undefined;

  constructor(socket: Socket, router: Router) {
    this.#socket = socket;
    this.#router = router;
    // A caller that goes away is no fault of ours; what it had asked for is carried out all the same.
    socket.on('error', () => socket.destroy());
  }

  async serve(): Promise<void> {
    try {
      // Not the socket itself: a reader that stops would destroy it, and with it the answers under way.
      const source = this.#socket.iterator({ destroyOnReturn: false });
      for await (const line of readLines(source, { maxBytes: MAX_LINE_BYTES })) {
        if (this.#stop.signal.aborted) return;
        this.#take(line);
        await this.#room();
        await this.#others();
      }
    } catch {
      // The caller broke off.
    } finally {
      await this.drain();
    }
  }

  /** Takes no further request, answers those under way and hangs up. */
  async drain(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#inFlight);
    await new Promise<void>((resolve) => {
      this.#socket.end(resolve);
    });
  }

  destroy(): void {
    this.#socket.destroy();
  }

  #take(line: Line): void {
    const request = parseRequest(line);
    if (request === null) return this.#send({ id: 0, reply: MALFORMED });
    const { id, procedure, input } = request;
    const answered = this.#router({ trusted: true, procedure, input })
      .then((reply) => this.#send({ id, reply }))
      .finally(() => {
        this.#inFlight.delete(answered);
        this.#onRoom();
      });
    this.#inFlight.add(answered);
  }

  #send(reply: SocketReply): void {
    if (this.#socket.writable) this.#socket.write(`${JSON.stringify(reply)}\n`);
  }

  /** A caller that floods us must not keep the process, and with it the window, from everything else. */
  async #others(): Promise<void> {
    if (performance.now() - this.#turn < MAX_TURN_MS) return;
    await nextTurn();
    this.#turn = performance.now();
  }

  /** A caller that asks faster than it reads must not fill our memory. */
  async #room(): Promise<void> {
    while (this.#inFlight.size >= MAX_IN_FLIGHT) {
      await new Promise<void>((resolve) => {
        this.#onRoom = resolve;
      });
    }
    if (this.#socket.writable && this.#socket.writableLength > MAX_UNREAD_BYTES) await drained(this.#socket);
  }
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done).off('close', done);
      resolve();
    };
    socket.on('drain', done).on('close', done);
  });
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    const mask = process.umask(0o177);
    // The socket is there when this returns, so no other file is made under this mask.
    server.listen(path, resolve);
    process.umask(mask);
  });
}

/** Lets the command line of the same user reach a running console. Call it only while holding the folder's lock. */
export async function listenOnSocket(path: string, router: Router): Promise<SocketServer> {
  // The lock is ours, so a socket that lies there belongs to a process that is gone.
  rmSync(path, { force: true });
  const connections = new Set<Connection>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const connection = new Connection(socket, router);
    connections.add(connection);
    socket.once('close', () => connections.delete(connection));
    void connection.serve();
  });
  await listen(server, path);
  return {
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      const drained = Promise.all([...connections].map((connection) => connection.drain()));
      await Promise.race([drained, delay(GRACE_MS, undefined, { ref: false })]);
      for (const connection of connections) connection.destroy();
      await closed;
    },
  };
}
