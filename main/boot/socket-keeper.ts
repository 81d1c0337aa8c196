import type { SocketServer } from '../ipc/socket-server.ts';
import type { EngineStatus } from './supervisor.ts';

export interface SocketKeeperOptions {
  /** Call it only while this process holds the data folder: it takes over a socket that lies there. */
  readonly listen: () => Promise<SocketServer>;
  readonly report: (thrown: unknown) => void;
}

export interface SocketKeeper {
  readonly follow: (status: EngineStatus) => void;
  readonly close: () => Promise<void>;
}

/**
 * Opens the door for the command line as soon as the engine runs for the first time, and leaves it open while the
 * engine restarts: callers wait then. Not every disk can hold a socket; without one the console works all the same.
 */
export function createSocketKeeper({ listen, report }: SocketKeeperOptions): SocketKeeper {
  let server: Promise<SocketServer | null> | null = null;
  let closed = false;
  const open = async (): Promise<SocketServer | null> => {
    try {
      return await listen();
    } catch (thrown) {
      report(thrown);
      return null;
    }
  };
  return {
    follow: ({ state }) => {
      if (state === 'running' && !closed) server ??= open();
    },
    close: async () => {
      closed = true;
      await (await server)?.close();
    },
  };
}
