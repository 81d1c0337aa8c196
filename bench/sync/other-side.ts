import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

/** So many commits were on the other side's disk at this moment, in milliseconds of the machine's one clock. */
export interface Mark {
  readonly count: number;
  readonly at: number;
}

export type PeerMessage =
  | { readonly kind: 'ready' | 'done' }
  | ({ readonly kind: 'mark' } & Mark)
  | { readonly kind: 'marks'; readonly marks: readonly Mark[]; readonly shown: readonly Mark[] };

export interface OtherSide {
  /** Resolves with the moment at which so many commits were there; asks for every mark to be told at once. */
  readonly reached: (count: number) => Promise<number>;
  /** Resolves once so many are there, without being told of each. */
  readonly has: (count: number) => Promise<void>;
  /** The same of its views. */
  readonly shows: (count: number) => Promise<void>;
  /** Ends it. `shown`: what its views had seen, where it has any. */
  readonly end: () => Promise<{ readonly marks: readonly Mark[]; readonly shown: readonly Mark[] }>;
}

export function clock(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

class Child implements OtherSide {
  readonly #process: ChildProcess;
  #last: Mark = { count: 0, at: 0 };
  #tellNext: () => void = () => undefined;
  #isLive = false;

  constructor(process: ChildProcess) {
    this.#process = process;
    process.on('message', (message: PeerMessage) => {
      if (message.kind !== 'mark') return;
      this.#last = message;
      this.#tellNext();
    });
  }

  next<K extends PeerMessage['kind']>(kind: K): Promise<Extract<PeerMessage, { kind: K }>> {
    return new Promise((resolve, reject) => {
      const ended = (code: number | null): void => reject(new Error(`The other side ended with ${code}`));
      const look = (message: PeerMessage): void => {
        if (message.kind !== kind) return;
        this.#process.off('message', look).off('exit', ended);
        resolve(message as Extract<PeerMessage, { kind: K }>);
      };
      this.#process.on('message', look).once('exit', ended);
    });
  }

  async reached(count: number): Promise<number> {
    this.#live(true);
    while (this.#last.count < count) {
      await new Promise<void>((resolve) => {
        this.#tellNext = resolve;
      });
    }
    return this.#last.at;
  }

  has(count: number): Promise<void> {
    this.#live(false);
    return this.#once({ want: count });
  }

  shows(count: number): Promise<void> {
    return this.#once({ wantShown: count });
  }

  async end(): Promise<{ readonly marks: readonly Mark[]; readonly shown: readonly Mark[] }> {
    const all = this.next('marks');
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.send({ end: true });
    const found = await all;
    await ended;
    return found;
  }

  async #once(wanted: object): Promise<void> {
    const done = this.next('done');
    this.#process.send(wanted);
    await done;
  }

  #live(live: boolean): void {
    if (this.#isLive !== live) this.#process.send({ live });
    this.#isLive = live;
  }
}

export async function startOtherSide(
  role: 'console' | 'bare',
  url: string,
  folder: string,
): Promise<OtherSide> {
  const child = new Child(fork(join(import.meta.dirname, 'peer.ts'), [role, url, folder]));
  await child.next('ready');
  return child;
}
