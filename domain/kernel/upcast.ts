import type { EventDefinition, StoredEvent, Upcaster } from './event.ts';

/** Old (type, version) → the step that lifts it by one. Keys are `Type@version`. */
export type UpcasterChain = Readonly<Record<string, Upcaster>>;

export type Upcast =
  | { readonly known: true; readonly event: StoredEvent }
  /**
   * A type nobody declared, a version newer than this program, or old data that cannot be lifted: kept and
   * shown, never folded. The event is the one that was stored.
   */
  | { readonly known: false; readonly event: StoredEvent };

const MAX_STEPS = 64;

/** Lifts stored events to today's schema. Reading upcasts; writing never rewrites history. */
export function createUpcast(
  definitions: ReadonlyMap<string, EventDefinition>,
  chain: UpcasterChain,
): (event: StoredEvent) => Upcast {
  return (stored) => {
    let event = stored;
    for (let step = 0; step < MAX_STEPS; step += 1) {
      if (definitions.get(event.type)?.schemaVersion === event.schemaVersion) return { known: true, event };
      const upcaster = chain[`${event.type}@${event.schemaVersion}`];
      const lifted = upcaster?.(event) ?? null;
      if (lifted === null) return { known: false, event: stored };
      event = lifted;
    }
    throw new Error(`The upcasters of ${stored.type} v${stored.schemaVersion} never reach today's version`);
  };
}
