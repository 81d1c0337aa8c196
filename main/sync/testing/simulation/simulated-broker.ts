import type { Random } from '../../../demo/random.ts';
import type { ArrivedMessage } from '../../../../domain/ports/take-in.ts';
import type { BrokerLog, Publication } from '../../broker.ts';

const DUPLICATES_MS = 120_000;
const WRONG_SEQUENCE = 10071;

export type Answer =
  | { readonly ok: true; readonly sequence: number; readonly duplicate: boolean }
  | { readonly ok: false; readonly code: number; readonly description: string };

export interface BrokerFaults {
  readonly random: Random;
  /** How often it takes a message that expects another place, as a cluster may that changes its leader. */
  readonly slips: number;
}

/** What JetStream does for a log: it knows ids for a while, compares sequences, and keeps what it took, and when. */
export class SimulatedBroker {
  installation: string | null = null;
  beginning = 1;
  hasLog = false;
  readonly #faults: BrokerFaults;
  readonly #followers = new Set<() => void>();
  #messages = new Map<number, ArrivedMessage>();
  #ids = new Map<string, { readonly sequence: number; readonly at: number }>();
  #last = 0;
  #written = 0;

  constructor(faults: BrokerFaults) {
    this.#faults = faults;
  }

  get log(): BrokerLog | null {
    if (!this.hasLog) return null;
    const [first = this.#last + 1] = this.#messages.keys();
    return { firstSequence: first, lastSequence: this.#last, messages: this.#messages.size, isAging: false };
  }

  get bodies(): readonly string[] {
    return [...this.#messages.values()].map(({ body }) => body);
  }

  get last(): number {
    return this.#last;
  }

  read(sequence: number): ArrivedMessage | null {
    return this.#messages.get(sequence) ?? null;
  }

  countAfter(sequence: number): number {
    let count = 0;
    for (let at = this.#last; at > sequence; at -= 1) if (this.#messages.has(at)) count += 1;
    return count;
  }

  publish({ subject, body, messageId, expected }: Publication): Answer {
    const known = this.#ids.get(messageId);
    if (known !== undefined && performance.now() - known.at < DUPLICATES_MS)
      return { ok: true, sequence: known.sequence, duplicate: true };
    const last = this.#lastOf(subject);
    if (last !== expected && !this.#faults.random.chance(this.#faults.slips))
      return { ok: false, code: WRONG_SEQUENCE, description: `wrong last sequence: ${last}` };
    this.#last += 1;
    this.#ids.set(messageId, { sequence: this.#last, at: performance.now() });
    this.#written += 1;
    const time = String(this.#written);
    this.#messages.set(this.#last, { sequence: this.#last, time, subject, body });
    for (const follower of this.#followers) follower();
    return { ok: true, sequence: this.#last, duplicate: false };
  }

  /** Told of each message; ends with what is answered. */
  follow(follower: () => void): () => void {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  /** A power cut, or an older copy in the place of the newer: their sequences are given anew. It may know the ids still. */
  loseTail(messages: number, knowsIds: boolean): void {
    const kept = [...this.#messages.keys()].slice(0, -messages);
    if (kept.length === this.#messages.size || kept.length === 0) return;
    const to = kept.at(-1) ?? 0;
    this.#messages = new Map([...this.#messages].filter(([sequence]) => sequence <= to));
    if (!knowsIds) this.#ids = new Map([...this.#ids].filter(([, { sequence }]) => sequence <= to));
    this.#last = to;
  }

  /** Its numbers and the ids that it knows go on. */
  purge(): void {
    this.#messages = new Map();
  }

  #lastOf(subject: string): number {
    for (const { sequence, subject: other } of [...this.#messages.values()].reverse())
      if (other === subject) return sequence;
    return 0;
  }
}
