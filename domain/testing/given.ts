import { expect } from 'vitest';
import type { z } from 'zod';
import type { Decision } from '../kernel/outcome.ts';
import {
  type ExistingPerson,
  type PersonCommand,
  type PersonCommandType,
  type PersonEvent,
  type PersonState,
  personCommands,
  personDecider,
} from '../person/index.ts';
import { ACTOR, NOW, record, uuidOf } from './recorded.ts';

export const ADA = uuidOf(1, 1);
export const GRACE = uuidOf(1, 2);
export const COMMAND = uuidOf(0xc, 1);

type Input<T extends PersonCommandType> = z.input<(typeof personCommands)[T]['schema']>;

/** The person that a stream of events makes. */
export function fold(events: readonly PersonEvent[]): PersonState {
  return events.reduce<PersonState>(
    (state, event, index) =>
      personDecider.evolve(state, record(event, { version: index + 1, commandId: COMMAND })),
    personDecider.initial,
  );
}

/** As `fold`, for a stream that begins with a creation. */
export function foldPerson(events: readonly PersonEvent[]): ExistingPerson {
  const state = fold(events);
  if (!state.exists) throw new Error('These events create nobody');
  return state;
}

/** A command as the bus hands it to `decide`: parsed by its schema. Throws where the schema refuses the data. */
export function commandOf<T extends PersonCommandType>(type: T, data: Input<T>, commandId = COMMAND) {
  const parsed: unknown = personCommands[type].schema.parse(data);
  return { type, data: parsed, commandId } as PersonCommand;
}

class Then {
  readonly #decision: Decision<PersonEvent>;
  readonly #events: readonly PersonEvent[];

  constructor(decision: Decision<PersonEvent>, events: readonly PersonEvent[]) {
    this.#decision = decision;
    this.#events = events;
  }

  /** Exactly these events. */
  thenEvents(...events: readonly PersonEvent[]): this {
    expect(this.#decision).toEqual({ accepted: true, events });
    return this;
  }

  /** Accepted, and nothing happened. */
  thenNothing(): this {
    return this.thenEvents();
  }

  thenRefused(code: string, details?: Readonly<Record<string, unknown>>): this {
    const refusal = details === undefined ? { code } : { code, details };
    expect(this.#decision).toMatchObject({ accepted: false, refusal });
    return this;
  }

  /** The person afterwards has at least this; what is expected to be empty is. */
  thenPerson(expected: Readonly<Record<string, unknown>>): this {
    expect(this.#decision).toMatchObject({ accepted: true });
    const events = this.#decision.accepted ? this.#decision.events : [];
    expect(fold([...this.#events, ...events])).toMatchObject(exactly(expected) as object);
    return this;
  }
}

/** To match an object, an empty one would match any. */
function exactly(expected: unknown): unknown {
  if (Array.isArray(expected)) return expected.map(exactly);
  if (typeof expected !== 'object' || expected === null) return expected;
  const entries = Object.entries(expected);
  if (entries.length === 0) return expect.toSatisfy((value: object) => Object.keys(value).length === 0);
  return Object.fromEntries(entries.map(([key, value]) => [key, exactly(value)]));
}

class Given {
  readonly #events: readonly PersonEvent[];
  readonly #others: Readonly<Record<string, PersonState>>;

  constructor(events: readonly PersonEvent[], others: Readonly<Record<string, PersonState>> = {}) {
    this.#events = events;
    this.#others = others;
  }

  /** Another person whose state the command's `references` may name. */
  and(personId: string, ...events: readonly PersonEvent[]): Given {
    return new Given(this.#events, { ...this.#others, [personId]: fold(events) });
  }

  when<T extends PersonCommandType>(type: T, data: Input<T>, now = NOW): Then {
    const command = commandOf(type, data);
    const references = referencesOf(command);
    const decision = personDecider.decide(command, fold(this.#events), {
      now,
      actor: ACTOR,
      reference: (id) => (references.includes(id) ? this.#others[id] : undefined),
    });
    return new Then(decision, this.#events);
  }
}

/** The persons that the engine reads for a command. */
export function referencesOf(command: PersonCommand): readonly string[] {
  const definition: { readonly references?: (data: never) => readonly string[] } =
    personCommands[command.type];
  return definition.references?.(command.data as never) ?? [];
}

/** A specification: what has happened to a person, what is asked, what follows. */
export function given(...events: readonly PersonEvent[]): Given {
  return new Given(events);
}
