import type { CommandDefinition } from './command.ts';
import type { Decider } from './decider.ts';
import type { DomainEvent, EventDefinition } from './event.ts';
import { createUpcast, type UpcasterChain } from './upcast.ts';

/** Where commands and events of a kind of stream touch its state: what a rebase compares. */
export interface Places {
  /** Each place by every name that a command's `writes` may call it. */
  readonly changed: (event: DomainEvent) => readonly (readonly string[])[];
  readonly valueAt: (state: unknown, path: string) => unknown;
}

/** One kind of stream with all that belongs to it. */
export interface Context {
  readonly category: string;
  // The registry holds contexts of different types side by side; each one is typed where it is defined.
  readonly decider: Decider<never, DomainEvent, unknown>;
  readonly commands: readonly CommandDefinition[];
  readonly events: readonly EventDefinition[];
  readonly upcasters: UpcasterChain;
  /** Null where every two changes meet. */
  readonly places: Places | null;
}

export interface Registry {
  readonly contexts: ReadonlyMap<string, Context>;
  readonly commands: ReadonlyMap<string, CommandDefinition>;
  readonly events: ReadonlyMap<string, EventDefinition>;
  readonly upcast: ReturnType<typeof createUpcast>;
}

function byType<D extends { readonly type: string }>(definitions: readonly D[]): ReadonlyMap<string, D> {
  const map = new Map<string, D>();
  for (const definition of definitions) {
    if (map.has(definition.type)) throw new Error(`${definition.type} is defined twice`);
    map.set(definition.type, definition);
  }
  return map;
}

export function createRegistry(contexts: readonly Context[]): Registry {
  const events = byType(contexts.flatMap((context) => context.events));
  const chain = Object.assign({}, ...contexts.map((context) => context.upcasters)) as UpcasterChain;
  return {
    contexts: new Map(contexts.map((context) => [context.category, context])),
    commands: byType(contexts.flatMap((context) => context.commands)),
    events,
    upcast: createUpcast(events, chain),
  };
}
