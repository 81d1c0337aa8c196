import { type Connection, hostOf, type WayIn } from '../../domain/contract/connections.ts';
import { type ConsoleFailure, failure } from '../../domain/contract/errors.ts';

/** What the data folder keeps of its link: the connections, which of them is in use, and whether the link is wanted. */
export interface KeptLink {
  readonly connections: readonly Connection[];
  readonly inUse: string | null;
  readonly wanted: boolean;
}

export interface LinkSettings {
  readonly read: () => KeptLink;
  readonly write: (settings: KeptLink) => void;
}

export function noConnection(): ConsoleFailure {
  return failure('wrong-use', 'link-not-set', 'No connection is set. Name a server first.');
}

function unknownConnection(): ConsoleFailure {
  return failure(
    'wrong-use',
    'connection-unknown',
    'This connection is not there any more. Choose another one.',
  );
}

function nameTaken(name: string): ConsoleFailure {
  const message = `Another connection is called ${name} already. Choose another name.`;
  return failure('rejected', 'connection-name-taken', message, { name });
}

/** The named connections of a data folder. What is changed is kept before anybody hears of it. */
export class Connections {
  readonly #settings: LinkSettings;
  readonly #newId: () => string;
  #kept: KeptLink;

  constructor(settings: LinkSettings, newId: () => string) {
    this.#settings = settings;
    this.#newId = newId;
    this.#kept = settings.read();
  }

  get all(): readonly Connection[] {
    return this.#kept.connections;
  }

  get inUse(): Connection | null {
    return this.all.find(({ id }) => id === this.#kept.inUse) ?? null;
  }

  get isWanted(): boolean {
    return this.#kept.wanted;
  }

  /** Throws `connection-unknown`. */
  get(id: string): Connection {
    const found = this.all.find((each) => each.id === id);
    if (found === undefined) throw unknownConnection();
    return found;
  }

  /** Adds it, or puts it in the place of the one with its id. Throws `connection-name-taken`. */
  put(connection: Connection): void {
    const others = this.all.filter(({ id }) => id !== connection.id);
    if (others.some(({ name }) => name === connection.name)) throw nameTaken(connection.name);
    const connections = this.all.some(({ id }) => id === connection.id)
      ? this.all.map((each) => (each.id === connection.id ? connection : each))
      : [...this.all, connection];
    this.#keep({ connections });
  }

  remove(id: string): void {
    const isUsed = this.#kept.inUse === id;
    const connections = this.all.filter((each) => each.id !== id);
    this.#keep({ connections, ...(isUsed ? { inUse: null, wanted: false } : {}) });
  }

  use(id: string): void {
    this.#keep({ inUse: this.get(id).id, wanted: true });
  }

  want(wanted: boolean): void {
    this.#keep({ wanted });
  }

  /** The connection in use has led to this installation. */
  bind(installation: string): void {
    const used = this.inUse;
    if (used !== null && used.installation !== installation) this.put({ ...used, installation });
  }

  /** The connection that has these servers, with the rest as it is given now; or a new one that is called after its host. */
  named(way: WayIn): Connection {
    const found = this.all.find(({ servers }) => JSON.stringify(servers) === JSON.stringify(way.servers));
    if (found !== undefined) return { ...found, ...way };
    return {
      ...way,
      id: this.#newId(),
      name: this.freeName(hostOf(way.servers[0] ?? '')),
      installation: null,
    };
  }

  freeName(wanted: string): string {
    const taken = new Set(this.all.map(({ name }) => name));
    let name = wanted;
    for (let nth = 2; taken.has(name); nth += 1) name = `${wanted} ${nth}`;
    return name;
  }

  #keep(change: Partial<KeptLink>): void {
    const next = { ...this.#kept, ...change };
    this.#settings.write(next);
    this.#kept = next;
  }
}
