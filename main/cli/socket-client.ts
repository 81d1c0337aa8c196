import { statSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Reply } from '../../domain/contract/bridge.ts';
import { readLines } from '../ipc/lines.ts';
import { findPayloadFault } from '../ipc/plain-data.ts';
import type { SocketReply } from '../ipc/socket-server.ts';

export interface SocketClient {
  /**
   * Answers `GONE` where the other side hung up first, and `data-folder-held` where it gives no sign of life any more:
   * nobody knows whether it was carried out.
   */
  readonly call: (procedure: string, input: unknown) => Promise<Reply>;
  readonly close: () => void;
}

export const GONE: Reply = {
  ok: false,
  error: {
    code: 'engine-stopped',
    kind: 'retryable',
    message:
      'The console closed before it answered. Send the same command again: under the same id it is carried out once.',
  },
};

const SILENT: Reply = {
  ok: false,
  error: {
    code: 'data-folder-held',
    kind: 'retryable',
    message:
      'The program that has the data folder open stopped answering. Close it, then send the same command again: under the same id it is carried out once.',
  },
};

/** How often within the time that silence may last the other side is asked whether it is there. */
const SIGNS = 10;

/** Our answers hold pages of rows; a line above this is not from a console of ours. */
const MAX_LINE_BYTES = 256 * 1024 * 1024;

/** In a folder that others can write, too, a socket of theirs could lie where ours is expected. */
function isOurs(path: string): boolean {
  const me = process.getuid?.();
  return me === undefined || statSync(path, { throwIfNoEntry: false })?.uid === me;
}

function opened(path: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    socket.once('error', reject);
    socket.once('connect', () => resolve(socket));
  });
}

/** The calls over one connection, matched with their answers. */
class Calls {
  readonly #socket: Socket;
  readonly #waiting = new Map<number, (reply: Reply) => void>();
  readonly #watch: NodeJS.Timeout;
  #last = 0;
  /** What everybody is answered once the connection is over. */
  #over: Reply | null = null;

  constructor(socket: Socket, silenceMs: number) {
    this.#socket = socket;
    // What broke the connection is of no account: its end is what callers hear of.
    socket.on('error', () => undefined);
    this.#watch = this.#watchOver(silenceMs);
    void this.#read();
  }

  call = (procedure: string, input: unknown): Promise<Reply> => {
    // What is too deep or too large cannot even be written: the other side would refuse it in the same words.
    const fault = findPayloadFault(input);
    if (fault !== null) return Promise.resolve({ ok: false, error: fault });
    if (this.#over !== null) return Promise.resolve(this.#over);
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#socket.write(`${JSON.stringify({ id, procedure, input })}\n`);
    });
  };

  async #read(): Promise<void> {
    try {
      for await (const line of readLines(this.#socket, { maxBytes: MAX_LINE_BYTES })) {
        if (!line.ok) break;
        const { id, reply } = JSON.parse(line.text) as SocketReply;
        this.#waiting.get(id)?.(reply);
        this.#waiting.delete(id);
      }
    } catch {
      // Broken off, or not a console of ours: over in both cases.
    }
    this.#end(GONE);
  }

  /**
   * A call may take as long as it takes: a rebuild, a check. Whoever carries it out still answers how it is in
   * between. Looks are counted, not time: a computer that slept has waited for nobody.
   */
  #watchOver(silenceMs: number): NodeJS.Timeout {
    let [heard, silentFor] = [0, 0];
    const look = (): void => {
      const { bytesRead } = this.#socket;
      const isSilent = this.#waiting.size > 0 && bytesRead === heard;
      silentFor = isSilent ? silentFor + 1 : 0;
      heard = bytesRead;
      if (silentFor === 1) void this.call('engine.status', {});
      if (silentFor > SIGNS) this.#end(SILENT);
    };
    return setInterval(look, silenceMs / SIGNS).unref();
  }

  #end(reply: Reply): void {
    if (this.#over !== null) return;
    this.#over = reply;
    clearInterval(this.#watch);
    this.#socket.destroy();
    for (const resolve of this.#waiting.values()) resolve(reply);
    this.#waiting.clear();
  }
}

/** Rejects where nobody listens, or nobody answers in time. */
export async function connectSocket(
  path: string,
  timeoutMs: number,
  silenceMs: number,
): Promise<SocketClient> {
  if (!isOurs(path)) throw new Error('no socket of this user');
  const socket = await opened(path);
  const { call } = new Calls(socket, silenceMs);
  // It listens; whether somebody behind it answers, one call tells.
  const answer = await Promise.race([call('engine.status', {}), delay(timeoutMs, null, { ref: false })]);
  if (answer?.ok === true) return { call, close: () => socket.destroySoon() };
  socket.destroy();
  throw new Error('no answer');
}
