import type { Context, Registry } from '../../domain/kernel/registry.ts';
import type { DomainEvent, Recorded, StoredEvent } from '../../domain/kernel/event.ts';

/** A stream's state with what the engine must know beside it. */
export interface Folded {
  readonly version: number;
  readonly state: unknown;
  /** An event of a version newer than this program knows: the state may be short of it, so nothing is decided. */
  readonly newer: boolean;
}

type Evolve = (state: unknown, event: Recorded<DomainEvent>) => unknown;

export function initialFold(context: Context): Folded {
  return { version: 0, state: context.decider.initial, newer: false };
}

function isNewer(registry: Registry, event: StoredEvent): boolean {
  const definition = registry.events.get(event.type);
  return definition !== undefined && event.schemaVersion > definition.schemaVersion;
}

/** Takes an event in. One that this program does not know counts as a version and changes nothing else. */
export function foldEvent(registry: Registry, context: Context, folded: Folded, stored: StoredEvent): Folded {
  const { version } = stored;
  const upcast = registry.upcast(stored);
  if (!upcast.known) {
    const state = context.decider.skip(folded.state, version);
    return { version, state, newer: folded.newer || isNewer(registry, stored) };
  }
  const evolve: Evolve = context.decider.evolve;
  return { version, state: evolve(folded.state, upcast.event), newer: folded.newer };
}

export function foldStream(registry: Registry, context: Context, events: readonly StoredEvent[]): Folded {
  return events.reduce((folded, event) => foldEvent(registry, context, folded, event), initialFold(context));
}
