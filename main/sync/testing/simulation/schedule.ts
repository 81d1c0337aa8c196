import { expect } from 'vitest';
import type { Submission } from '../../../../domain/contract/commands.ts';
import { uuidOf } from '../../../../domain/testing/recorded.ts';
import { createRandom } from '../../../demo/random.ts';
import { addEmail, rename } from '../../../testing/submissions.ts';
import {
  chainOf,
  eventsInBroker,
  idleCommandsOf,
  liveEvents,
} from '../../../trust/testing/installation/broker-reader.ts';
import { SimulatedBroker } from './simulated-broker.ts';
import type { SimulatedConsole } from './simulated-console.ts';
import { PERSONS, type Schedule, type Step, submissionOf } from './steps.ts';

const realImmediate = globalThis.setImmediate;
const settled = (): Promise<void> => new Promise((resolve) => void realImmediate(resolve));

export interface Clockwork {
  /** Lets so much of the simulated time go by. */
  readonly advance: (ms: number) => void;
}

export interface Tally {
  conflicts: number;
  voids: number;
  steppedBack: number;
  rebased: number;
}

/**
 * After the last fault, so much simulated time is enough for everything to come to rest: changes of one person go out one
 * after the other, some 150 of them, and each that is lost on its way is sent again after ten seconds.
 */
const REST_MS = 1_200_000;
/** Questions and answers take turns at first; later only pauses have to go by. */
const TURNS = 40;
const TURN_MS = 25;
const PAUSE_MS = 400;

class Simulation {
  readonly #schedule: Schedule;
  readonly #clockwork: Clockwork;
  readonly #random;
  readonly #broker;
  readonly #network;
  readonly #consoles: readonly SimulatedConsole[];
  readonly #submitted: Submission[] = [];
  readonly #acknowledged = new Set<string>();
  #ids = 0;

  constructor(given: Schedule, consoles: readonly SimulatedConsole[], clockwork: Clockwork) {
    const { seed, lostAcks, lostPublications, doubled, slips } = given;
    this.#schedule = given;
    this.#clockwork = clockwork;
    this.#random = createRandom(seed);
    this.#broker = new SimulatedBroker({ random: this.#random, slips });
    this.#network = { random: this.#random, slowestMs: 120, lostAcks, lostPublications, doubled };
    this.#consoles = consoles;
    for (const console of consoles)
      console.join({ broker: this.#broker, network: this.#network, newId: () => this.#newId() });
  }

  async run(): Promise<Tally> {
    for (const console of this.#consoles) console.sync.start();
    for (let person = 0; person < PERSONS; person += 1)
      this.#submit(this.#console(0), this.#commandOf(person));
    await this.#rest();
    if (this.#schedule.comeBack > 0) await this.#replaceOne(this.#schedule.comeBack);
    for (const each of this.#schedule.steps) {
      await this.#carryOut(each, this.#console(each.who));
      await this.#pass(this.#random.between(0, 60));
    }
    Object.assign(this.#network, { lostAcks: 0, lostPublications: 0, doubled: 0 });
    await this.#rest();
    return this.#check();
  }

  async end(): Promise<void> {
    for (const console of this.#consoles) await console.sync.stop();
  }

  #console(number: number): SimulatedConsole {
    const [first] = this.#consoles;
    const found = this.#consoles[number] ?? first;
    if (found === undefined) throw new Error('There is no console');
    return found;
  }

  #newId(): string {
    this.#ids += 1;
    return uuidOf(0xe, this.#ids);
  }

  async #pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= 20) {
      this.#clockwork.advance(Math.min(left, 20));
      await settled();
    }
  }

  async #carryOut(each: Step, console: SimulatedConsole): Promise<void> {
    switch (each.do) {
      case 'submit':
        return this.#submit(console, this.#commandOf(each.what));
      case 'again': {
        const earlier = this.#submitted.at(-1 - each.what);
        if (earlier !== undefined) this.#submit(console, earlier);
        return;
      }
      case 'decide':
        return console.decide(each.what === 0).catch(() => undefined);
      case 'cut':
        return console.cut(each.what === 0);
      case 'offline':
        return console.sync.stop();
      case 'online':
        return console.sync.start();
      case 'restart':
        return console.restart();
      case 'wait':
        return this.#pass(each.what * 20);
      case 'lose tail':
        this.#broker.loseTail(1 + (each.what % 5), each.what > 4);
        return this.#cutAll();
      case 'purge':
        this.#broker.purge();
        return this.#cutAll();
    }
  }

  /**
   * The first console's change is lost together with all that the second one made behind it. The third, who knew of neither,
   * is back first; then the second, whose changes take their old places; and the first finds the end of the log as it was.
   */
  async #replaceOne(comeBack: number): Promise<void> {
    const [first, second, third] = [this.#console(0), this.#console(1), this.#console(2)];
    await third.sync.stop();
    this.#submit(first, this.#numbered(rename(0, 'Ada King')));
    await this.#rest([first, second]);
    for (let nth = 0; nth < comeBack; nth += 1)
      this.#submit(second, this.#numbered(addEmail(1, `nr${nth}@example.org`)));
    await this.#rest([first, second]);
    await Promise.all([first.sync.stop(), second.sync.stop()]);
    this.#broker.loseTail(1 + comeBack, false);
    this.#submit(third, this.#numbered(rename(0, 'Ada Byron')));
    for (const back of [[third], [second, third], this.#consoles]) await this.#rest(back);
  }

  #cutAll(): void {
    for (const console of this.#consoles) console.cut(false);
  }

  #submit(console: SimulatedConsole, asked: Submission): void {
    this.#submitted.push(asked);
    const { status, events, commandId } = console.submit(asked);
    if (status === 'accepted' && events.length > 0) this.#acknowledged.add(commandId);
  }

  #commandOf(what: number): Submission {
    return this.#numbered(submissionOf(what, this.#submitted.length));
  }

  #numbered(asked: Submission): Submission {
    return { ...asked, commandId: uuidOf(0xc, this.#submitted.length) };
  }

  async #rest(consoles = this.#consoles): Promise<void> {
    for (const console of consoles) console.sync.start();
    for (let [turn, passed] = [0, 0]; passed < REST_MS; turn += 1) {
      const ms = turn < TURNS ? TURN_MS : PAUSE_MS;
      passed += ms;
      this.#clockwork.advance(ms);
      await settled();
      if (this.#isAtRest(consoles)) return;
    }
    const states = consoles.map(({ sync }) => sync.status);
    throw new Error(`The consoles do not come to rest: ${JSON.stringify(states)}`);
  }

  #isAtRest(consoles: readonly SimulatedConsole[]): boolean {
    return consoles.every(
      ({ sync, log }) =>
        sync.state === 'live' && log.pendingCommits() === 0 && log.sync.position() === this.#broker.last,
    );
  }

  /** Everybody has what the broker has, and each acknowledged command is in it, in a conflict, or says what is so already. */
  #check(): Tally {
    const chain = chainOf(this.#broker.bodies);
    const expected = eventsInBroker(chain);
    for (const { db } of this.#consoles) expect(liveEvents(db)).toEqual(expected);
    const settledIds = new Set(chain.commits.map(({ commandId }) => commandId));
    for (const { db } of this.#consoles) for (const id of idleCommandsOf(db)) settledIds.add(id);
    const missing = [...this.#acknowledged].filter(
      (id) => !settledIds.has(id) && expected[`conflict-${id}`] === undefined,
    );
    expect(missing).toEqual([]);
    const ids = Object.values(expected).flatMap((events) => events.map((event) => event.split(' ')[0]));
    expect(new Set(ids).size).toBe(ids.length);
    const counts = this.#consoles.map(({ sync }) => sync.status.counts);
    const total = (name: keyof Omit<Tally, 'conflicts'>) => counts.reduce((sum, each) => sum + each[name], 0);
    return {
      conflicts: Object.keys(expected).filter((stream) => stream.startsWith('conflict-')).length,
      voids: total('voids'),
      steppedBack: total('steppedBack'),
      rebased: total('rebased'),
    };
  }
}

/** Throws where something was lost, came twice, differs or does not come to rest. */
export async function runSchedule(
  given: Schedule,
  consoles: readonly SimulatedConsole[],
  clockwork: Clockwork,
): Promise<Tally> {
  const simulation = new Simulation(given, consoles, clockwork);
  try {
    return await simulation.run();
  } finally {
    await simulation.end();
  }
}
