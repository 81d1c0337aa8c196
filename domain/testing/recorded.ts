import type { DomainEvent, Recorded } from '../kernel/event.ts';

/** The instant of everything that happens in a specification, unless it says otherwise. */
export const NOW = '2024-06-01T12:00:00.000Z';
export const ACTOR = 'user:grace';

/** A UUID that is the same in every run: `0198c0de-<kind>-7000-8000-<number>`. */
export function uuidOf(kind: number, number: number): string {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');
  return `0198c0de-${hex(kind, 4)}-7000-8000-${hex(number, 12)}`;
}

export interface Stamp {
  readonly version: number;
  readonly commandId: string;
  readonly timestamp?: string;
  readonly actor?: string | null;
}

/** An event as the engine hands it to `evolve`. */
export function record<E extends DomainEvent>(event: E, stamp: Stamp): Recorded<E> {
  const { version, commandId, timestamp = NOW, actor = ACTOR } = stamp;
  return {
    ...event,
    version,
    metadata: {
      eventId: uuidOf(0xe, version),
      correlationId: commandId,
      causationId: commandId,
      timestamp,
      actor,
      origin: uuidOf(0x0, 1),
      commandId,
    },
  };
}
