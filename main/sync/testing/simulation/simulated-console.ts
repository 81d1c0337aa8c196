import type { Outcome, Submission } from '../../../../domain/contract/commands.ts';
import { registry } from '../../../../domain/registry.ts';
import { uuidOf } from '../../../../domain/testing/recorded.ts';
import { CommandHandler } from '../../../engine/handle-command.ts';
import { Conflicts } from '../../../engine/conflicts.ts';
import { createStreamStates } from '../../../engine/stream-states.ts';
import { TakeIn } from '../../../engine/take-in.ts';
import { createEventLog, type SharedLog } from '../../../store/sqlite/event-log.ts';
import { migrate } from '../../../store/sqlite/migrate.ts';
import { openWritable, type WritableDb } from '../../../store/sqlite/open-database.ts';
import { createRequestRecords } from '../../../store/sqlite/request-records.ts';
import { Requests } from '../../requests/requests.ts';
import { Sync } from '../../sync.ts';
import type { SimulatedBroker } from './simulated-broker.ts';
import { type Network, SimulatedConnection } from './simulated-connection.ts';

/** Where a console takes part. */
export interface Surroundings {
  readonly broker: SimulatedBroker;
  readonly network: Network;
  readonly newId: () => string;
}

const clock = { now: (): number => 1_700_000_000_000 + performance.now() };

interface Running {
  readonly surroundings: Surroundings;
  readonly handler: CommandHandler;
  readonly sync: Sync;
  readonly conflicts: Conflicts;
}

/** After a transaction that failed the log reads anew what it holds in memory. */
function forgetAll(log: SharedLog): void {
  const failed = new Error('Nothing is written');
  try {
    log.group(() => {
      throw failed;
    });
  } catch (error) {
    if (error !== failed) throw error;
  }
}

/**
 * The product's log, engine and sync on a database in memory: no thread, no view, no disk. It takes part in one simulation
 * after the other, because opening it takes longer than most of them.
 */
export class SimulatedConsole {
  readonly db: WritableDb;
  readonly log: SharedLog;
  readonly #actor: string;
  readonly #origin: string;
  readonly #tables: readonly string[];
  #running: Running | null = null;
  #connection: SimulatedConnection | null = null;

  constructor(number: number) {
    this.#actor = `user:${number}`;
    this.#origin = uuidOf(0xa, number);
    this.db = openWritable({ file: ':memory:', durable: false, journal: 'memory' });
    migrate(this.db, ':memory:');
    this.log = createEventLog({ db: this.db, file: ':memory:', clock, origin: this.#origin });
    this.#tables = this.db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .pluck()
      .all();
  }

  /** With an empty log. */
  join(surroundings: Surroundings): void {
    for (const table of this.#tables) this.db.exec(`DELETE FROM ${table}`);
    this.#running = this.#begin(surroundings);
  }

  get sync(): Sync {
    return this.#now().sync;
  }

  /** All that a process has in memory, over what it has kept. */
  #begin(surroundings: Surroundings): Running {
    const { newId, broker, network } = surroundings;
    const { log } = this;
    forgetAll(log);
    const states = createStreamStates(log, registry);
    const handler = new CommandHandler({ log, states, registry, newId });
    const takeIn = new TakeIn({
      log,
      sync: log.sync,
      states,
      registry,
      clock,
      newId,
      origin: this.#origin,
    });
    const sync = new Sync({
      sync: log.sync,
      broker: { connect: async () => this.#connect(new SimulatedConnection(broker, network)) },
      takeIn: (messages) => takeIn.take(messages),
      requests: new Requests({
        log,
        sync: log.sync,
        submit: async (submission) => this.submit(submission),
        isOpen: () => false,
        records: createRequestRecords(this.db, clock),
      }),
      stepBack: (sequence) => log.group(() => log.sync.stepBack(sequence)),
      newId,
      clock,
      onChange: () => undefined,
      allow: ['begin', 'join', 'fill'],
      random: () => network.random.next(),
    });
    const conflicts = new Conflicts({
      state: (streamId) => states.load(streamId).state,
      submit: async (submission) => this.submit(submission),
    });
    return { surroundings, handler, sync, conflicts };
  }

  submit(submission: Submission): Outcome {
    const { surroundings, handler, sync } = this.#now();
    const { commandId = surroundings.newId(), ...rest } = submission;
    const timestamp = new Date(clock.now()).toISOString();
    const outcome = this.log.group(() =>
      handler.handle({ ...rest, commandId, actor: this.#actor, timestamp }),
    );
    sync.wake();
    return outcome;
  }

  /** Carries out again what is in the newest conflict, or drops it; nothing where there is none. */
  async decide(isApplied: boolean): Promise<void> {
    const conflictId = this.db
      .prepare<[], string>(
        "SELECT substr(name, 10) FROM streams WHERE name LIKE 'conflict-%' AND version > 0 ORDER BY id DESC LIMIT 1",
      )
      .pluck()
      .get();
    if (conflictId === undefined) return;
    if (isApplied) await this.#now().conflicts.apply({ conflictId }, this.#actor);
    else this.submit({ type: 'DropConflict', data: { conflictId, reason: 'Theirs' } });
  }

  /** As a process that ends and is started again: only what was kept is left. */
  async restart(): Promise<void> {
    const isUp = this.sync.state !== 'offline';
    await this.sync.stop();
    this.#running = this.#begin(this.#now().surroundings);
    if (isUp) this.sync.start();
  }

  cut(isSilent: boolean): void {
    this.#connection?.cut(isSilent);
  }

  close(): void {
    this.db.close();
  }

  #now(): Running {
    if (this.#running === null) throw new Error('The console takes part in nothing');
    return this.#running;
  }

  #connect(connection: SimulatedConnection): SimulatedConnection {
    this.#connection = connection;
    return connection;
  }
}
