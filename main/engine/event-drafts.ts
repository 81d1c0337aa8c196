import type { DomainEvent } from '../../domain/kernel/event.ts';
import type { Registry } from '../../domain/kernel/registry.ts';
import type { EventDraft } from '../../domain/ports/event-log.ts';

export interface Drafting {
  readonly registry: Registry;
  /** Time-ordered ids (UUIDv7). */
  readonly newId: () => string;
}

/** What was decided, as it is appended: in today's schema, under new ids. */
export function eventDrafts(
  events: readonly DomainEvent[],
  { registry, newId }: Drafting,
): readonly EventDraft[] {
  return events.map(({ type, data }) => ({
    eventId: newId(),
    type,
    schemaVersion: registry.events.get(type)?.schemaVersion ?? 1,
    data: JSON.stringify(data),
  }));
}
