import { fork } from 'node:child_process';
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

export async function startOtherSide(
  role: 'console' | 'bare',
  url: string,
  folder: string,
): Promise<OtherSide> {
  const child = fork(join(import.meta.dirname, 'peer.ts'), [role, url, folder]);
  let last: Mark = { count: 0, at: 0 };
  let waiting: (() => void) | null = null;
  let isLive = false;
  const told = (message: PeerMessage): void => {
    if (message.kind === 'mark') last = message;
    waiting?.();
  };
  const next = (kind: PeerMessage['kind']): Promise<PeerMessage> =>
    new Promise((resolve, reject) => {
      const look = (message: PeerMessage): void => {
        if (message.kind !== kind) return;
        child.off('message', look);
        resolve(message);
      };
      child.on('message', look);
      child.once('exit', (code) => reject(new Error(`The other side ended with ${code}`)));
    });
  child.on('message', told);
  await next('ready');
  return {
    reached: async (count) => {
      if (!isLive) child.send({ live: true });
      isLive = true;
      while (last.count < count) {
        await new Promise<void>((resolve) => {
          waiting = resolve;
        });
      }
      return last.at;
    },
    has: async (count) => {
      const done = next('done');
      isLive = false;
      child.send({ want: count, live: false });
      await done;
    },
    shows: async (count) => {
      const done = next('done');
      child.send({ wantShown: count });
      await done;
    },
    end: async () => {
      const all = next('marks');
      child.send({ end: true });
      const message = await all;
      if (message.kind !== 'marks') throw new Error('No marks came');
      await new Promise((resolve) => child.once('exit', resolve));
      return message;
    },
  };
}
