import { failure } from '../../domain/contract/errors.ts';
import type { Connection, WayIn } from '../../domain/contract/connections.ts';
import type { LinkStatus, Permission } from '../../domain/contract/link.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Secrets } from '../../domain/ports/secrets.ts';
import type { SyncLog } from '../../domain/ports/sync-log.ts';
import type { ArrivedMessage, TakenIn } from '../../domain/ports/take-in.ts';
import type { BrokerConnection } from './broker.ts';
import { type Connections, noConnection } from './connections.ts';
import { otherConnection } from './link-failures.ts';
import type { NatsTarget } from './nats/connect.ts';
import { createNatsBroker } from './nats/nats-broker.ts';
import type { Requests } from './requests/requests.ts';
import { Sync } from './sync.ts';
import { targetOf } from './target-of.ts';
import { Telling } from './telling.ts';
import { watchSleep } from './watch-sleep.ts';

export interface LinkOptions {
  readonly sync: SyncLog;
  readonly connections: Connections;
  readonly secrets: Secrets;
  readonly takeIn: (messages: readonly ArrivedMessage[], more: boolean) => TakenIn;
  readonly stepBack: (sequence: number) => number;
  readonly requests: Requests;
  readonly newId: () => string;
  readonly clock: Clock;
  readonly onChange: (status: LinkStatus) => void;
  /** Name under which the server lists this console. */
  readonly name: string;
}

/** A way in that is taken once has no secret of its own: it reads files. */
type Taken = WayIn | Connection;

function nameOf(taken: Taken): string | null {
  return 'name' in taken ? taken.name : null;
}

/** The link of a data folder: over one connection at a time, wanted or not. */
export class Link {
  readonly #options: LinkOptions;
  #connection: Taken | null;
  #sync: Sync | null = null;
  readonly #watchers = new Set<() => void>();
  readonly #telling = new Telling(() => this.#tell());
  #told = '';
  readonly #endWatch = watchSleep(() => this.awoke());

  constructor(options: LinkOptions) {
    this.#options = options;
    this.#connection = options.connections.inUse;
    options.requests.onChange = () => this.#changed();
  }

  get status(): LinkStatus {
    const taken = this.#connection;
    return {
      ...this.#current().status,
      servers: [...(taken?.servers ?? [])],
      connection: taken === null ? null : nameOf(taken),
    };
  }

  /** The servers of the connection that is in use, which need not be the one that is kept, under a name. */
  async targetFor(name: string): Promise<NatsTarget> {
    const taken = this.#connection;
    if (taken === null) throw noConnection();
    const read = async (): Promise<string | null> =>
      'id' in taken ? this.#options.secrets.read(taken.id) : null;
    return targetOf(taken, name, read);
  }

  /** Something waits to go out. */
  wake(): void {
    this.#sync?.wake();
  }

  /** The machine has slept: the connection may be gone without a word. */
  awoke(): void {
    this.#sync?.awoke();
  }

  /** As the data folder has it: a console that is opened again goes on where it was. */
  resume(): void {
    const { inUse, isWanted } = this.#options.connections;
    if (inUse !== null && isWanted) this.#current().start();
  }

  /**
   * From now on. Throws `connection-other-installation` where it is known to lead to another installation than this data
   * folder's: nothing is sent then, not even a question.
   */
  async use(connection: Connection, allow: readonly Permission[]): Promise<LinkStatus> {
    const { connections } = this.#options;
    this.#refuseOthers(connection);
    connections.put(connection);
    connections.use(connection.id);
    await this.#turnTo(connection);
    this.#current().start(allow);
    return this.status;
  }

  /** Over these servers, under the name that they have or get. */
  useWay(way: WayIn, allow: readonly Permission[]): Promise<LinkStatus> {
    return this.use(this.#options.connections.named(way), allow);
  }

  /** A connection is not as it was: where it is in use, it is opened anew. */
  async changed(id: string): Promise<void> {
    const { inUse, isWanted } = this.#options.connections;
    if (inUse?.id !== id) return;
    await this.#turnTo(inUse);
    if (isWanted) this.#current().start();
    else this.#telling.now();
  }

  /** Where it was in use, the link is held down. */
  async removed(id: string): Promise<void> {
    const { connections } = this.#options;
    const wasUsed = connections.inUse?.id === id;
    connections.remove(id);
    if (!wasUsed) return;
    await this.#turnTo(null);
    this.#telling.now();
  }

  online(allow: readonly Permission[]): LinkStatus {
    if (this.#connection === null) throw noConnection();
    this.#options.connections.want(true);
    this.#current().start(allow);
    return this.status;
  }

  async offline(): Promise<LinkStatus> {
    this.#options.connections.want(false);
    await this.#sync?.stop();
    return this.status;
  }

  /**
   * Once, to the ends as they are now: everything that waits to go out, and everything that the server has, and then `work`
   * and what came of it. Rejects with what keeps it from that.
   */
  async once(
    taken: Taken | null,
    allow: readonly Permission[],
    work: () => Promise<void>,
  ): Promise<LinkStatus> {
    const before = this.#connection;
    const wasWanted = this.#sync !== null && this.#sync.state !== 'offline';
    const target = taken ?? before;
    if (target === null) throw noConnection();
    this.#refuseOthers(target);
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
    this.#endWatch();
    await this.#sync?.stop();
    this.#telling.stop();
  }

  #refuseOthers(taken: Taken): void {
    const ours = this.#options.sync.installation();
    const theirs = 'installation' in taken ? taken.installation : null;
    if (ours !== null && theirs !== null && ours !== theirs)
      throw otherConnection(nameOf(taken) ?? '', theirs, ours);
  }

  async #turnTo(connection: Taken | null): Promise<void> {
    await this.#sync?.stop();
    this.#sync = null;
    this.#connection = connection;
  }

  #current(): Sync {
    this.#sync ??= this.#create();
    return this.#sync;
  }

  #create(): Sync {
    const { takeIn, ...options } = this.#options;
    return new Sync({
      ...options,
      broker: { connect: () => this.#open() },
      takeIn,
      onChange: () => this.#changed(),
    });
  }

  /** Every state is told; numbers within one, so often that they can be read. */
  #changed(): void {
    for (const watcher of this.#watchers) watcher();
    const { state } = this.#current();
    if (state === this.#told) return this.#telling.soon();
    if (state === 'live') this.#bind();
    this.#telling.now();
  }

  #tell(): void {
    const { status } = this;
    this.#told = status.state;
    this.#options.onChange(status);
  }

  /** Which installation a connection leads to is known once it has led there. */
  #bind(): void {
    const { connections, sync } = this.#options;
    const installation = sync.installation();
    const isInUse =
      this.#connection !== null && 'id' in this.#connection && this.#connection.id === connections.inUse?.id;
    if (installation !== null && isInUse) connections.bind(installation);
  }

  async #open(): Promise<BrokerConnection> {
    return createNatsBroker(await this.targetFor(this.#options.name)).connect();
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
