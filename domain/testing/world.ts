import type { Recorded } from '../kernel/event.ts';
import type { Decision } from '../kernel/outcome.ts';
import {
  type ExistingPerson,
  type PersonCommand,
  type PersonEvent,
  type PersonState,
  personCommands,
  personDecider,
} from '../person/index.ts';
import type { Submitted } from './arbitraries.ts';
import { referencesOf } from './given.ts';
import { ACTOR, NOW, record } from './recorded.ts';

/** All persons of a property, with the streams that made them: an engine without storage. */
export interface World {
  readonly states: ReadonlyMap<string, PersonState>;
  readonly streams: ReadonlyMap<string, readonly Recorded<PersonEvent>[]>;
}

export const emptyWorld: World = { states: new Map(), streams: new Map() };

/** What one command did. */
export interface Step {
  readonly command: PersonCommand;
  readonly before: PersonState;
  readonly after: PersonState;
  readonly decision: Decision<PersonEvent>;
  readonly world: World;
}

/** Parses, decides and folds one command. Throws where its schema refuses the data. */
export function submit(world: World, submitted: Submitted): Step {
  const data: unknown = personCommands[submitted.type].schema.parse(submitted.data);
  const command = { ...submitted, data } as PersonCommand;
  const { personId } = command.data;
  const before = world.states.get(personId) ?? personDecider.initial;
  const references = referencesOf(command);
  const decision = personDecider.decide(command, before, {
    now: NOW,
    actor: ACTOR,
    reference: (id) => (references.includes(id) ? world.states.get(id) : undefined),
  });
  const events = decision.accepted ? decision.events : [];
  const stream = [...(world.streams.get(personId) ?? [])];
  let after = before;
  for (const event of events) {
    const recorded = record(event, { version: stream.length + 1, commandId: command.commandId });
    stream.push(recorded);
    after = personDecider.evolve(after, recorded);
  }
  const next = {
    states: new Map(world.states).set(personId, after),
    streams: new Map(world.streams).set(personId, stream),
  };
  return { command, before, after, decision, world: next };
}

/** Submits one command after the other. */
export function run(commands: readonly Submitted[]): {
  readonly world: World;
  readonly steps: readonly Step[];
} {
  const steps: Step[] = [];
  let world = emptyWorld;
  for (const command of commands) {
    const step = submit(world, command);
    steps.push(step);
    world = step.world;
  }
  return { world, steps };
}

export function eventsOf({ decision }: Step): readonly PersonEvent[] {
  return decision.accepted ? decision.events : [];
}

export function isClosed(state: PersonState): boolean {
  return state.exists && !['active', 'suspended'].includes(state.lifecycle.status);
}

export function persons(states: ReadonlyMap<string, PersonState>): ExistingPerson[] {
  return [...states.values()].filter((state) => state.exists);
}

export function jsonCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
