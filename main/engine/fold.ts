import type { Context, Registry } from '../../domain/kernel/registry.ts';
import type { DomainEvent, Recorded, StoredEvent } from '../../domain/kernel/event.ts';

/** A stream's state with what the engine must know beside it. */
export interface Folded {
  readonly version: number;
  readonly state: unknown;
  /** An event of a version newer than this program knows: the state may be short of it, so nothing is decided. */
  readonly newer: boolean;
}

/** Taken further in place, event by event: a rebuild goes on with many streams at a time. */
export type Folding = { -readonly [K in keyof Folded]: Folded[K] };

type Evolve = (state: unknown, event: Recorded<DomainEvent>) => unknown;

export function initialFold(context: Context): Folding {
  return { version: 0, state: context.decider.initial, newer: false };
}

function isNewer(registry: Registry, event: StoredEvent): boolean {
  const definition = registry.events.get(event.type);
  return definition !== undefined && event.schemaVersion > definition.schemaVersion;
}

/** Takes an event in. One that this program does not know counts as a version and changes nothing else. */
export function foldEvent(registry: Registry, context: Context, folding: Folding, stored: StoredEvent): void {
  const upcast = registry.upcast(stored);
  folding.version = stored.version;
  if (upcast.known) {
    const evolve: Evolve = context.decider.evolve;
    folding.state = evolve(folding.state, upcast.event);
  } else {
    folding.state = context.decider.skip(folding.state, stored.version);
    folding.newer ||= isNewer(registry, stored);
  }
}

export function foldStream(registry: Registry, context: Context, events: readonly StoredEvent[]): Folding {
  const folding = initialFold(context);
  for (const event of events) foldEvent(registry, context, folding, event);
  return folding;
}
