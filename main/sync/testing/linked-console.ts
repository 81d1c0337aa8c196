import { onTestFinished } from 'vitest';
import { newId } from '../../boot/new-id.ts';
import { systemClock } from '../../boot/product.ts';
import { createRequests } from '../../boot/compose-requests.ts';
import { tempFolder } from '../../testing/temp-folder.ts';
import { openTestConsole, type TestConsole } from '../../testing/test-console.ts';
import { createNatsBroker } from '../nats/nats-broker.ts';
import type { Permission } from '../../../domain/contract/link.ts';
import { Sync } from '../sync.ts';

export interface LinkedConsole extends TestConsole {
  readonly sync: Sync;
  /** Resolves once the link is live and nothing waits to go out. */
  readonly settled: () => Promise<void>;
  readonly until: (condition: () => boolean) => Promise<void>;
}

const GIVE_UP_MS = 30_000;

/** Looks again whenever something about the link may have changed. */
class Changes {
  readonly #listeners = new Set<() => void>();

  readonly tell = (): void => {
    for (const listener of this.#listeners) listener();
  };

  until(condition: () => boolean, describe: () => string): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void): void => {
        this.#listeners.delete(check);
        clearTimeout(timer);
        settle();
      };
      const check = (): void => {
        if (condition()) end(resolve);
      };
      const timer = setTimeout(() => {
        end(() => reject(new Error(`It did not come to be so: ${describe()}`)));
      }, GIVE_UP_MS);
      this.#listeners.add(check);
      check();
    });
  }
}

/** A console with a link of its own that is not started yet. */
export function openLinkedConsole(
  url: string,
  allow: readonly Permission[] = [],
  dataFolder?: string,
): LinkedConsole {
  const changes = new Changes();
  let wake: () => void = () => undefined;
  const console = openTestConsole({ onOutbox: () => wake(), dataFolder: dataFolder ?? tempFolder() });
  const { engine, store } = console.engine;
  const requests = createRequests(engine, store, systemClock);
  requests.onChange = () => queueMicrotask(changes.tell);
  const sync = new Sync({
    requests,
    sync: store.log.sync,
    broker: createNatsBroker({ servers: [url], credentials: { kind: 'none' }, ca: null, name: 'test' }),
    takeIn: (messages) => {
      const taken = engine.takeIn(messages);
      queueMicrotask(changes.tell);
      return taken;
    },
    stepBack: (sequence) => engine.stepBack(sequence),
    newId,
    clock: systemClock,
    onChange: changes.tell,
    allow,
  });
  wake = () => sync.wake();
  onTestFinished(async () => {
    await sync.stop();
    await console.close();
  });
  const describe = (): string => JSON.stringify(sync.status);
  const until = (condition: () => boolean): Promise<void> => changes.until(condition, describe);
  const isSettled = (): boolean => sync.status.state === 'live' && sync.status.waiting.commits === 0;
  return { ...console, sync, until, settled: () => until(isSettled) };
}
