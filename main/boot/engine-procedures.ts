import { failure } from '../../domain/contract/errors.ts';
import type {
  ProcedureInput,
  ProcedureName,
  ProcedureOutput,
  ProcedureParsed,
} from '../../domain/contract/procedures.ts';
import type { Push } from '../../domain/contract/pushes.ts';
import type { Submission } from '../../domain/contract/commands.ts';
import type { Engine } from '../engine/engine.ts';
import type { LegacyBridge } from '../sync/legacy/legacy-bridge.ts';
import type { ConnectionDesk } from '../sync/connection-desk.ts';
import type { Link } from '../sync/link.ts';
import { backupLog } from '../store/sqlite/backup.ts';
import type { Store } from '../store/sqlite/open-store.ts';
import { readSetting, writeSetting } from '../store/sqlite/settings.ts';
import { translating } from '../store/sqlite/sqlite-errors.ts';
import { userActor } from './actor.ts';
import { connectionAnswers } from './connection-answers.ts';
import { PRODUCT } from './product.ts';

export interface EngineProcedureOptions {
  readonly engine: Engine;
  readonly link: Link;
  readonly legacy: LegacyBridge;
  readonly desk: ConnectionDesk;
  readonly store: Store;
  readonly runtime: string;
  readonly productVersion: string;
  readonly onPush: (push: Push) => void;
  /** Who acts where nobody has said who works here. */
  readonly defaultActor: string | null;
}

type Procedure = (input: never) => unknown;

/** With what has not been copied into the file yet, and without the room that is only reserved for it. */
function logBytes({ logDb }: Store): number {
  const pragma = (name: string): number => Number(logDb.pragma(name, { simple: true }));
  return pragma('page_count') * pragma('page_size');
}

/** What does not change while the folder is open. */
function fixedFacts({ store, runtime, productVersion }: EngineProcedureOptions) {
  return {
    product: PRODUCT,
    version: productVersion,
    dataFolder: store.folder.path,
    origin: store.origin,
    runtime,
    node: process.versions.node,
    sqlite: String(store.logDb.prepare('SELECT sqlite_version()').pluck().get()),
    sample: readSetting(store.logDb, 'sample') !== null,
  };
}

type Fixed = ReturnType<typeof fixedFacts>;

function info(fixed: Fixed, store: Store, operator: Operator): ProcedureOutput<'console.info'> {
  return {
    ...fixed,
    operator: operator.name,
    events: store.log.head(),
    logBytes: logBytes(store),
    pendingCommits: store.log.pendingCommits(),
  };
}

/** The operator is asked for with every command, so it is read once and kept. */
class Operator {
  readonly #store: Store;
  #name: string | null;

  constructor(store: Store) {
    this.#store = store;
    this.#name = readSetting(store.logDb, 'operator');
  }

  get name(): string | null {
    return this.#name;
  }

  set(name: string): void {
    translating(this.#store.folder.log, () => writeSetting(this.#store.logDb, 'operator', name));
    this.#store.crashPoint('after-operator-commit');
    this.#name = name;
  }
}

function actorOf(operator: Operator, defaultActor: string | null): string {
  if (operator.name !== null) return userActor(operator.name);
  if (defaultActor !== null) return defaultActor;
  throw failure('rejected', 'operator-missing', 'Say who works here first: every event names its actor.');
}

type Answers = Partial<Record<ProcedureName, Procedure>>;

/** What has to do with other consoles: the link, and what could not be joined. */
function sharedAnswers({ engine, link }: EngineProcedureOptions, actor: () => string): Answers {
  return {
    'conflicts.apply': (input: ProcedureParsed<'conflicts.apply'>) => engine.conflicts.apply(input, actor()),
    'conflicts.drop': (data: ProcedureParsed<'conflicts.drop'>) =>
      engine.submit({ type: 'DropConflict', data }, actor()),
    'conflicts.reopen': (data: ProcedureParsed<'conflicts.reopen'>) =>
      engine.submit({ type: 'ReopenConflict', data }, actor()),
    'link.status': () => link.status,
    'link.online': ({ allow }: ProcedureParsed<'link.online'>) => link.online(allow),
    'link.offline': () => link.offline(),
  };
}

/** The bridge to the former system. */
function legacyAnswers({ link, legacy, desk }: EngineProcedureOptions): Answers {
  return {
    'legacy.status': () => legacy.status,
    'legacy.on': () => legacy.turn('on'),
    'legacy.read': () => legacy.turn('read'),
    'legacy.off': () => legacy.turn('off'),
    'legacy.readThrough': async (input: ProcedureParsed<'legacy.readThrough'>) => {
      const { connection, connectionId, allow } = input;
      const taken = connectionId === null ? connection : desk.get(connectionId);
      await link.once(taken, allow, () => legacy.readThrough());
      return legacy.status;
    },
  };
}

/** Every procedure of kind `engine`, by name. Inputs have passed their schemas. */
export function createEngineProcedures(
  options: EngineProcedureOptions,
): (name: ProcedureName, input: unknown) => Promise<unknown> {
  const { engine, store, onPush } = options;
  const operator = new Operator(store);
  const fixed = fixedFacts(options);
  const actor = (): string => actorOf(operator, options.defaultActor);
  const answers: Answers = {
    ...sharedAnswers(options, actor),
    ...legacyAnswers(options),
    ...connectionAnswers(options),
    'commands.submit': (input: Submission) => engine.submit(input, actor()),
    'views.status': (input: { readonly rows?: boolean } | undefined) =>
      engine.control.status(input?.rows === true),
    'views.rebuild': ({ view }: ProcedureInput<'views.rebuild'>) => engine.control.rebuild(view ?? null),
    'views.cancel': ({ view }: ProcedureInput<'views.cancel'>) => engine.control.cancel(view),
    'views.retry': ({ view }: ProcedureInput<'views.retry'>) => engine.control.retry(view),
    'views.skip': ({ view, position }: ProcedureInput<'views.skip'>) =>
      engine.control.skip(view, position, actor()),
    'log.backup': ({ file }: ProcedureInput<'log.backup'>) =>
      backupLog({ db: store.logDb, crashPoint: store.crashPoint }, file),
    'console.info': () => info(fixed, store, operator),
    'operator.set': ({ name }: ProcedureInput<'operator.set'>) => {
      operator.set(name);
      onPush({ name: 'operator.changed', payload: { operator: name } });
      return { operator: name };
    },
  };
  return async (name, input) => {
    const answer = answers[name];
    if (answer === undefined)
      throw failure('bug', 'procedure-not-served', `The engine does not answer ${name}.`);
    return answer(input as never);
  };
}
