import { setTimeout as wait } from 'node:timers/promises';
import { connect } from 'nats.ws';
import { expect } from 'vitest';
import type { LinkCounts } from '../../../../domain/contract/link.ts';
import { startNatsServer, type TestServer } from '../../../sync/testing/nats-server.ts';
import { dataFolderAt } from '../../../store/data-folder.ts';
import {
  addEmail,
  commandIdOf,
  createPerson,
  personIdOf,
  rename,
  submission,
} from '../../../testing/submissions.ts';
import { randomOf } from '../crash-script.ts';
import { eventsInBroker, eventsInLog, idleCommands, readBroker } from './broker-reader.ts';
import { Member, sum } from './member.ts';

export interface PlanResult extends LinkCounts {
  readonly kills: number;
  readonly serverKills: number;
  readonly restored: number;
  readonly strays: number;
  readonly acknowledged: number;
}

interface Plan {
  readonly seed: number;
  readonly members: number;
  readonly steps: number;
}

const PERSONS = 4;
const SETTLE_MS = 40_000;
const LOOK_MS = 50;

/** Commands on a few persons that everybody changes, links cut, processes and the server killed, its data set back. */
class FaultPlan {
  readonly #random: () => number;
  readonly #server: TestServer;
  readonly #members: readonly Member[];
  readonly #seed: number;
  #copy: string | null = null;
  #command = 0;
  #serverKills = 0;
  #restored = 0;
  #strays = 0;

  constructor({ seed, members }: Plan, server: TestServer) {
    this.#seed = seed;
    this.#random = randomOf(seed);
    this.#server = server;
    this.#members = Array.from({ length: members }, () => new Member(server.url));
  }

  async run(steps: number): Promise<PlanResult> {
    const [first, ...others] = this.#members;
    await first?.start('--begin');
    await this.#settled([first].flatMap((member) => member ?? []));
    await Promise.all(others.map((member) => member.start()));
    for (let person = 1; person <= PERSONS; person += 1) {
      await first?.submit({ ...createPerson(person, 'Ada Lovelace'), commandId: this.#nextId() });
    }
    await this.#settled(this.#members);
    for (let step = 0; step < steps; step += 1) await this.#step();
    for (const member of this.#members) if (!member.isRunning) await member.start();
    for (const member of this.#members) await member.link('link.online');
    await this.#settled(this.#members);
    return this.#check();
  }

  #pick<T>(from: readonly T[]): T {
    const chosen = from[Math.floor(this.#random() * from.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  }

  #nextId(): string {
    this.#command += 1;
    return commandIdOf(this.#seed * 10_000 + this.#command);
  }

  #submission() {
    const person = 1 + Math.floor(this.#random() * PERSONS);
    const personId = personIdOf(person);
    const commandId = this.#nextId();
    const number = this.#command;
    const made = this.#pick([
      () => rename(person, `Ada Nr${number}`),
      () => addEmail(person, `nr${number}@example.org`),
      () => submission('AssignLocation', { personId, locationId: `place ${number % 3}` }),
      () => submission('UpdateMetadata', { personId, changes: { [`key${number % 2}`]: `${number}` } }),
    ])();
    return { ...made, commandId };
  }

  async #step(): Promise<void> {
    const member = this.#pick(this.#members);
    const dice = this.#random();
    if (dice < 0.62) await Promise.all(Array.from({ length: 3 }, () => member.submit(this.#submission())));
    else if (dice < 0.74) await member.link('link.offline');
    else if (dice < 0.84) await member.link('link.online');
    else if (dice < 0.92) await this.#killOrStart(member);
    else if (dice < 0.95) await this.#stray();
    else await this.#failServer();
  }

  async #killOrStart(member: Member): Promise<void> {
    if (member.isRunning) await member.kill();
    else await member.start();
  }

  /** Somebody sends an old message once more, as no console would. */
  async #stray(): Promise<void> {
    const connection = await connect({ servers: this.#server.url });
    const manager = await connection.jetstreamManager();
    const { subject, data } = await manager.streams.getMessage('PERSON_LOG', { seq: 1 });
    await connection.jetstream().publish(subject, data);
    await connection.close();
    this.#strays += 1;
  }

  async #failServer(): Promise<void> {
    this.#serverKills += 1;
    if (this.#copy !== null) await this.#goOn();
    await this.#server.kill();
    if (this.#copy === null) this.#copy = this.#server.copyData();
    else {
      this.#server.putBack(this.#copy);
      this.#copy = null;
      this.#restored += 1;
    }
    await this.#server.start();
  }

  /** Something that an older copy does not have, and that somebody has taken in: else a restore loses nothing. */
  async #goOn(): Promise<void> {
    const [first, ...others] = this.#members;
    const member = others.find(({ isRunning }) => isRunning) ?? first;
    if (member === undefined) throw new Error('nobody is there');
    if (!member.isRunning) await member.start();
    await member.link('link.online');
    const commandId = this.#nextId();
    await member.submit({ ...addEmail(1, `nr${this.#command}@example.com`), commandId });
    await this.#settled([member]);
  }

  /** Every link live, nothing to go out, and everybody at the broker's end. */
  async #settled(members: readonly Member[]): Promise<void> {
    let calm = 0;
    for (const end = Date.now() + SETTLE_MS; calm < 2; ) {
      const statuses = await Promise.all(members.map((member) => member.status()));
      const places = new Set(statuses.map((status) => status?.position));
      const isCalm =
        places.size === 1 &&
        statuses.every(
          (status) => status?.state === 'live' && status.waiting.commits === 0 && status.behind === 0,
        );
      calm = isCalm ? calm + 1 : 0;
      if (Date.now() > end)
        throw new Error(`Seed ${this.#seed} does not settle: ${JSON.stringify(statuses)}`);
      await wait(LOOK_MS);
    }
  }

  async #check(): Promise<PlanResult> {
    const broker = await readBroker(this.#server.url);
    const expected = eventsInBroker(broker);
    const counts = await Promise.all(this.#members.map((member) => member.counts()));
    for (const member of this.#members) {
      expect(await member.stop()).toBe(0);
      expect(eventsInLog(dataFolderAt(member.folder).log)).toEqual(expected);
    }
    const commandIds = broker.commits.map(({ commandId }) => commandId);
    expect(new Set(commandIds).size).toBe(commandIds.length);
    this.#checkAcknowledged(new Set(commandIds), new Set(Object.keys(expected)));
    return {
      ...counts.reduce(sum),
      kills: this.#members.reduce((all, { kills }) => all + kills, 0),
      serverKills: this.#serverKills,
      restored: this.#restored,
      strays: this.#strays,
      acknowledged: this.#members.reduce((all, { acknowledged }) => all + acknowledged.length, 0),
    };
  }

  /** In the log, in a conflict, or dropped because it was so already. */
  #checkAcknowledged(inLog: ReadonlySet<string>, streams: ReadonlySet<string>): void {
    for (const member of this.#members) {
      const dropped = idleCommands(dataFolderAt(member.folder).log);
      const lost = member.acknowledged.filter(
        (id) => !inLog.has(id) && !streams.has(`conflict-${id}`) && !dropped.has(id),
      );
      expect(lost).toEqual([]);
    }
  }
}

export async function runFaultPlan(plan: Plan): Promise<PlanResult> {
  return new FaultPlan(plan, await startNatsServer()).run(plan.steps);
}
