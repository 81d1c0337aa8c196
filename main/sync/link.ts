import { failure } from '../../domain/contract/errors.ts';
import type { Connection, LinkStatus, Permission } from '../../domain/contract/link.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { SyncLog } from '../../domain/ports/sync-log.ts';
import type { ArrivedMessage, TakenIn } from '../../domain/ports/take-in.ts';
import type { Broker } from './broker.ts';
import { targetOf } from './connection-target.ts';
import { createNatsBroker } from './nats/nats-broker.ts';
import type { Requests } from './requests/requests.ts';
import { Sync } from './sync.ts';

/** What the data folder keeps of its link: which, and whether it is wanted. */
export interface LinkSettings {
  readonly read: () => { readonly connection: Connection | null; readonly wanted: boolean };
  readonly write: (settings: { readonly connection: Connection | null; readonly wanted: boolean }) => void;
}

export interface LinkOptions {
  readonly sync: SyncLog;
  readonly settings: LinkSettings;
  readonly takeIn: (messages: readonly ArrivedMessage[]) => TakenIn;
  readonly stepBack: (sequence: number) => number;
  readonly requests: Requests;
  readonly newId: () => string;
  readonly clock: Clock;
  readonly onChange: (status: LinkStatus) => void;
  /** Name under which the server lists this console. */
  readonly name: string;
}

const TELL_MS = 250;

function noConnection() {
  return failure('wrong-use', 'link-not-set', 'No connection is set. Name a server first.');
}

/** The link of a data folder: over one connection at a time, wanted or not. */
export class Link {
  readonly #options: LinkOptions;
  #connection: Connection | null;
  #sync: Sync | null = null;
  readonly #watchers = new Set<() => void>();
  #told = { state: '', at: Number.NEGATIVE_INFINITY };

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#connection = options.settings.read().connection;
    options.requests.onChange = () => this.#changed();
  }

  get status(): LinkStatus {
    return { ...this.#current().status, servers: [...(this.#connection?.servers ?? [])] };
  }

  /** The one in use, which need not be the one that is kept. */
  get connection(): Connection | null {
    return this.#connection;
  }

  /** Something waits to go out. */
  wake(): void {
    this.#sync?.wake();
  }

  /** As the data folder has it: a console that is opened again goes on where it was. */
  resume(): void {
    const { connection, wanted } = this.#options.settings.read();
    if (connection !== null && wanted) this.#current().start();
  }

  async use(connection: Connection, allow: readonly Permission[]): Promise<LinkStatus> {
    this.#options.settings.write({ connection, wanted: true });
    await this.#turnTo(connection);
    this.#current().start(allow);
    return this.status;
  }

  /** Over other servers, with the files that the connection has. */
  connect(servers: readonly string[], allow: readonly Permission[]): Promise<LinkStatus> {
    const { credentialsFile = null, caFile = null } = this.#connection ?? {};
    return this.use({ servers: [...servers], credentialsFile, caFile }, allow);
  }

  online(allow: readonly Permission[]): LinkStatus {
    if (this.#connection === null) throw noConnection();
    this.#options.settings.write({ connection: this.#connection, wanted: true });
    this.#current().start(allow);
    return this.status;
  }

  async offline(): Promise<LinkStatus> {
    this.#options.settings.write({ connection: this.#connection, wanted: false });
    await this.#sync?.stop();
    return this.status;
  }

  /**
   * Once, to the ends as they are now: everything that waits to go out, and everything that the server has, and then `work`
   * and what came of it. Rejects with what keeps it from that.
   */
  async once(
    connection: Connection | null,
    allow: readonly Permission[],
    work: () => Promise<void>,
  ): Promise<LinkStatus> {
    const before = this.#connection;
    const wasWanted = this.#sync !== null && this.#sync.state !== 'offline';
    const target = connection ?? before;
    if (target === null) throw noConnection();
    if (JSON.stringify(target) !== JSON.stringify(before)) await this.#turnTo(target);
    const sync = this.#current();
    sync.start(allow);
    try {
      await this.#settled(sync);
      await work();
      await this.#settled(sync);
      return this.status;
    } finally {
      if (!wasWanted) await sync.stop();
      if (before !== null && target !== before) await this.#turnTo(before);
    }
  }

  async close(): Promise<void> {
    await this.#sync?.stop();
  }

  async #turnTo(connection: Connection): Promise<void> {
    await this.#sync?.stop();
    this.#sync = null;
    this.#connection = connection;
  }

  #current(): Sync {
    this.#sync ??= this.#create();
    return this.#sync;
  }

  #create(): Sync {
    const { name, takeIn, ...options } = this.#options;
    return new Sync({
      ...options,
      broker: { connect: () => this.#broker(name).connect() },
      takeIn,
      onChange: () => this.#changed(),
    });
  }

  /** Every state is told; numbers within one, so often that they can be read. */
  #changed(): void {
    for (const watcher of this.#watchers) watcher();
    const { state } = this.#current();
    const now = performance.now();
    if (state === this.#told.state && now - this.#told.at < TELL_MS) return;
    this.#told = { state, at: now };
    this.#options.onChange(this.status);
  }

  #broker(name: string): Broker {
    if (this.#connection === null) throw noConnection();
    const connection = this.#connection;
    return { connect: async () => createNatsBroker(targetOf(connection, name)).connect() };
  }

  #settled(sync: Sync): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void): void => {
        this.#watchers.delete(look);
        settle();
      };
      const look = (): void => {
        const { state, error, waiting } = sync.status;
        if (state === 'live' && waiting.commits === 0) end(resolve);
        else if (error !== null)
          end(() => reject(failure(error.kind, error.code, error.message, error.details)));
      };
      this.#watchers.add(look);
      look();
    });
  }
}
