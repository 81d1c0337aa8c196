import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** Stands between a console and its server. */
export interface Proxy {
  readonly url: string;
  /** From now on nothing comes through, in either direction, and nobody is told. */
  readonly swallow: () => void;
  /** What is opened from now on comes through; what was swallowed stays so. */
  readonly letThrough: () => void;
}

export async function startProxy(serverUrl: string): Promise<Proxy> {
  const port = Number(new URL(serverUrl).port);
  const pairs = new Set<readonly [Socket, Socket]>();
  let isSwallowing = false;
  const stop = (pair: readonly [Socket, Socket]): void => {
    for (const socket of pair) socket.unpipe().pause();
  };
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    const pair = [near, far] as const;
    pairs.add(pair);
    near.pipe(far).pipe(near);
    for (const [one, other] of [pair, [far, near] as const]) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
    if (isSwallowing) stop(pair);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
    server.close();
  });
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    swallow: () => {
      isSwallowing = true;
      for (const pair of pairs) stop(pair);
    },
    letThrough: () => {
      isSwallowing = false;
    },
  };
}
