import type { StoredEvent } from '../../domain/kernel/event.ts';
import type { ProcedureName } from '../../domain/contract/procedures.ts';
import type { Push } from '../../domain/contract/pushes.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Secrets } from '../../domain/ports/secrets.ts';
import { registry } from '../../domain/registry.ts';
import type { StreamCategory } from '../../domain/kernel/ids.ts';
import { Engine } from '../engine/engine.ts';
import { foldStream } from '../engine/fold.ts';
import type { CrashHook } from '../store/crash-points.ts';
import { dataFolderAt } from '../store/data-folder.ts';
import { openReadable, type ReadableDb } from '../store/sqlite/open-database.ts';
import { openStore, type Store } from '../store/sqlite/open-store.ts';
import { createQueries } from '../store/sqlite/queries/queries.ts';
import { createQueryContext } from '../store/sqlite/queries/query-context.ts';
import { opening, translateSqliteError, translating } from '../store/sqlite/sqlite-errors.ts';
import type { PersonView } from '../store/sqlite/views/view.ts';
import { createVerifier } from '../verify/verifier.ts';
import { Connections } from '../sync/connections.ts';
import { ConnectionDesk } from '../sync/connection-desk.ts';
import type { LegacyBridge } from '../sync/legacy/legacy-bridge.ts';
import { Link } from '../sync/link.ts';
import { memorySecrets } from '../sync/memory-secrets.ts';
import { createRequests } from './compose-requests.ts';
import { createEngineProcedures } from './engine-procedures.ts';
import { PRODUCT, systemClock } from './product.ts';
import { createLegacyBridge } from './legacy.ts';
import { linkSettings } from './link-settings.ts';
import { newId } from './new-id.ts';
import type { ViewsAtLeast } from './thread-messages.ts';

export interface EngineOptions {
  readonly dataFolder: string;
  readonly runtime: string;
  readonly productVersion: string;
  readonly onPush: (push: Push) => void;
  /** Goes on with the link where the folder wants one. A process that comes for one errand does not. */
  readonly resumeLink?: boolean;
  /** Where connections keep what they prove themselves with; in memory where there is no keyring. */
  readonly secrets?: Secrets;
  /** For tests: something waits to go out. */
  readonly onOutbox?: () => void;
  /** Who acts where nobody has said who works here: the command line's user. A window asks instead. */
  readonly defaultActor?: string;
  /** For tests: another clock, other views, a process that ends between two durable steps. */
  readonly clock?: Clock;
  readonly views?: readonly PersonView[];
  readonly crashPoint?: CrashHook;
}

export interface ConsoleEngine {
  readonly store: Store;
  readonly engine: Engine;
  readonly link: Link;
  readonly legacy: LegacyBridge;
  readonly connections: Connections;
  /** Rejects with a ConsoleFailure. The input must have passed the procedure's schema. */
  readonly call: (name: ProcedureName, input: unknown) => Promise<unknown>;
  readonly viewsAtLeast: (asked: ViewsAtLeast) => Promise<void>;
  readonly close: () => Promise<void>;
}

function createEngine({ log, views, origin }: Store, options: EngineOptions, wake: () => void): Engine {
  const { clock = systemClock, onPush } = options;
  const onOutbox = (): void => {
    options.onOutbox?.();
    wake();
  };
  return new Engine({ log, sync: log.sync, views, registry, clock, newId, origin, onPush, onOutbox });
}

function createLink(engine: Engine, store: Store, legacy: LegacyBridge, options: EngineOptions) {
  const { clock = systemClock, onPush, secrets = memorySecrets() } = options;
  const name = `${PRODUCT} ${store.origin}`;
  const connections = new Connections(linkSettings(store, newId), newId);
  const link = new Link({
    sync: store.log.sync,
    connections,
    secrets,
    takeIn: (messages, more) => {
      const taken = engine.takeIn(messages, more);
      legacy.wake();
      return taken;
    },
    stepBack: (sequence) => engine.stepBack(sequence),
    requests: createRequests(engine, store, clock),
    newId,
    clock,
    onChange: (payload) => {
      onPush({ name: 'link.changed', payload });
      legacy.linkIs(payload.state);
    },
    name,
  });
  const installation = (): string | null => store.log.sync.installation();
  const desk = new ConnectionDesk({ connections, link, secrets, newId, installation, name });
  return { link, desk, connections };
}

function openFolder({ dataFolder, clock = systemClock, crashPoint, views }: EngineOptions): Store {
  return openStore({ dataFolder, clock, newId, crashPoint, ...(views && { views }) });
}

/** The one place where the engine and its adapters are put together, for windows, command line and tests alike. */
export function createConsoleEngine(options: EngineOptions): ConsoleEngine {
  const { clock = systemClock, onPush } = options;
  const store = openFolder(options);
  let wake: () => void = () => undefined;
  const engine = createEngine(store, options, () => wake());
  const legacy = createLegacyBridge({ engine, store, clock, onPush, target: (name) => reached(name) });
  const { link, desk, connections } = createLink(engine, store, legacy, options);
  const reached = (name: string) => link.targetFor(name);
  wake = () => link.wake();
  const call = createEngineProcedures({
    engine,
    link,
    legacy,
    desk,
    store,
    runtime: options.runtime,
    productVersion: options.productVersion,
    onPush,
    defaultActor: options.defaultActor ?? null,
  });
  if (options.resumeLink === true) link.resume();
  return {
    store,
    engine,
    link,
    legacy,
    connections,
    call,
    viewsAtLeast: ({ position, views: names }) => engine.viewsAtLeast(position, names),
    close: async () => {
      await legacy.close();
      await link.close();
      engine.close();
      store.close();
    },
  };
}

export interface Reader {
  /** Throws or rejects with a ConsoleFailure. The input must have passed the procedure's schema. */
  readonly call: (name: ProcedureName, input: unknown) => unknown;
  readonly close: () => Promise<void>;
}

function foldOf(category: StreamCategory, events: readonly StoredEvent[]): unknown {
  const context = registry.contexts.get(category);
  if (context === undefined) throw new Error(`The registry has no ${category}`);
  return foldStream(registry, context, events).state;
}

/** A question is answered as of one moment, whatever is written meanwhile and however often a view is swapped. */
function inSnapshot<T>(dbs: readonly ReadableDb[], work: () => T): T {
  try {
    for (const db of dbs) db.exec('BEGIN');
    return work();
  } finally {
    for (const db of dbs) if (db.inTransaction) db.exec('COMMIT');
  }
}

export interface ReaderOptions {
  readonly dataFolder: string;
}

/** Queries on read-only connections. An engine must have opened the folder before: it makes the tables. */
export function createReader({ dataFolder }: ReaderOptions): Reader {
  const folder = dataFolderAt(dataFolder);
  const opened: ReadableDb[] = [];
  const open = (file: string): ReadableDb => {
    const db = openReadable({ file });
    opened.push(db);
    return db;
  };
  const closeAll = (): void => {
    for (const db of opened) db.close();
  };
  // A check takes long: it goes on between other queries, on connections of its own.
  const verifier = createVerifier({
    files: folder,
    registry,
    now: () => performance.now(),
    translate: translateSqliteError,
  });
  try {
    const context = opening(folder.log, () => createQueryContext(open(folder.log), open(folder.views)));
    const run = createQueries(context, registry, foldOf);
    const ask = (name: ProcedureName, input: unknown): unknown =>
      translating(folder.log, () => inSnapshot(opened, () => run(name, input)));
    return {
      call: (name, input) => (name === 'log.verify' ? verifier.run() : ask(name, input)),
      close: () => verifier.stop().then(closeAll),
    };
  } catch (error) {
    closeAll();
    throw error;
  }
}
