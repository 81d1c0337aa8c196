import type {
  Connection,
  ConnectionDraft,
  ConnectionRow,
  SecretPlace,
  WayIn,
} from '../../domain/contract/connections.ts';
import type { Connections as ConnectionsShown } from '../../domain/contract/connection-procedures.ts';
import type { ConnectionTest } from '../../domain/contract/connection-test.ts';
import type { LinkStatus, Permission } from '../../domain/contract/link.ts';
import type { SecretHome, Secrets } from '../../domain/ports/secrets.ts';
import { type Connections, noConnection } from './connections.ts';
import { draftedConnection, draftedSecret } from './draft-connection.ts';
import type { Link } from './link.ts';
import { testConnection } from './nats/test-connection.ts';
import { targetOf } from './target-of.ts';

export interface ConnectionDeskOptions {
  readonly connections: Connections;
  readonly link: Link;
  readonly secrets: Secrets;
  readonly newId: () => string;
  /** Of the data folder. */
  readonly installation: () => string | null;
  readonly name: string;
}

function placeOf({ authentication }: Connection, kept: SecretHome | undefined): SecretPlace {
  if (authentication.kind === 'none') return 'not-needed';
  return authentication.file === null ? (kept ?? 'missing') : 'file';
}

function authorityPlace({ authority, caFile }: WayIn): ConnectionRow['authority'] {
  if (caFile !== null) return 'file';
  return authority === null ? 'none' : 'own';
}

type Tested = { readonly id: string } | { readonly draft: ConnectionDraft };

/** What an operator does with connections: look at them, change, test and remove them. */
export class ConnectionDesk {
  readonly #options: ConnectionDeskOptions;
  readonly #tests = new Map<string, AbortController>();

  constructor(options: ConnectionDeskOptions) {
    this.#options = options;
  }

  async list(): Promise<ConnectionsShown> {
    const { connections, secrets, installation } = this.#options;
    const { home, kept } = await secrets.where();
    const rows = connections.all.map((each) => this.#row(each, kept[each.id]));
    return { rows, installation: installation(), keeps: home };
  }

  get(id: string): Connection {
    return this.#options.connections.get(id);
  }

  async save(draft: ConnectionDraft): Promise<ConnectionRow> {
    const { connections, secrets, link } = this.#options;
    const connection = this.#drafted(draft);
    const secret = await draftedSecret(draft, secrets);
    connections.put(connection);
    await this.#keepSecret(connection, secret);
    await link.changed(connection.id);
    const { kept } = await secrets.where();
    return this.#row(connection, kept[connection.id]);
  }

  async remove(id: string): Promise<ConnectionsShown> {
    await this.#options.link.removed(id);
    await this.#options.secrets.forget(id);
    return this.list();
  }

  use(id: string, allow: readonly Permission[]): Promise<LinkStatus> {
    return this.#options.link.use(this.get(id), allow);
  }

  async test(of: Tested, testId: string | undefined): Promise<ConnectionTest> {
    const { secrets } = this.#options;
    if ('id' in of) return this.#test(this.get(of.id), testId, of.id, null);
    const connection = this.#drafted(of.draft);
    return this.#test(connection, testId, connection.id, await draftedSecret(of.draft, secrets));
  }

  /** Null: the connection in use. */
  async testWay(way: WayIn | null): Promise<ConnectionTest> {
    const { connections } = this.#options;
    if (way !== null) return this.#test(way, undefined, '', null);
    if (connections.inUse === null) throw noConnection();
    return this.#test(connections.inUse, undefined, connections.inUse.id, null);
  }

  cancelTest(testId: string): { readonly cancelled: boolean } {
    const test = this.#tests.get(testId);
    test?.abort();
    return { cancelled: test !== undefined };
  }

  #drafted(draft: ConnectionDraft): Connection {
    const { connections, newId } = this.#options;
    const before = draft.id === undefined ? null : connections.get(draft.id);
    return draftedConnection(draft, before, {
      id: newId(),
      freeName: (wanted) => connections.freeName(wanted),
    });
  }

  async #keepSecret({ id, authentication }: Connection, secret: string | null): Promise<void> {
    const { secrets } = this.#options;
    if (secret !== null) await secrets.keep(id, secret);
    else if (authentication.kind === 'none' || authentication.file !== null) await secrets.forget(id);
  }

  async #test(
    way: WayIn,
    testId: string | undefined,
    id: string,
    secret: string | null,
  ): Promise<ConnectionTest> {
    const { secrets, name, installation } = this.#options;
    const controller = new AbortController();
    if (testId !== undefined) this.#tests.set(testId, controller);
    try {
      const target = await targetOf(way, name, async () => secret ?? secrets.read(id));
      return await testConnection({ target, installation: installation(), signal: controller.signal });
    } finally {
      if (testId !== undefined) this.#tests.delete(testId);
    }
  }

  #row(connection: Connection, kept: SecretHome | undefined): ConnectionRow {
    const { id, name, servers, authentication, installation } = connection;
    return {
      id,
      name,
      servers,
      authentication,
      authority: authorityPlace(connection),
      installation,
      inUse: this.#options.connections.inUse?.id === id,
      secret: placeOf(connection, kept),
    };
  }
}
