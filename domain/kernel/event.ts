import type { z } from 'zod';

/** What is known about an event besides what happened. Times are ISO 8601 in UTC. */
export interface EventMetadata {
  readonly eventId: string;
  readonly correlationId: string;
  /** The message that led to this one; null for the first of a chain. */
  readonly causationId: string | null;
  readonly timestamp: string;
  /** `user:<operator>`, `system:<part>`, … or null where a legacy event names nobody. */
  readonly actor: string | null;
  /** The data folder that made the commit. */
  readonly origin: string;
  readonly commandId: string;
  readonly traceparent?: string;
  readonly context?: Readonly<Record<string, string>>;
}

/** An event as it stands on the log, in whatever version it was written. */
export interface StoredEvent {
  readonly streamId: string;
  /** 1-based, per stream. */
  readonly version: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: unknown;
  readonly metadata: EventMetadata;
}

/** What a decider returns: the fact, before the engine stamps it. */
export interface DomainEvent<T extends string = string, D = unknown> {
  readonly type: T;
  readonly data: D;
}

/** What `evolve` sees: the fact in today's schema with its place in the stream. */
export type Recorded<E extends DomainEvent> = E & {
  readonly version: number;
  readonly metadata: EventMetadata;
};

/**
 * One step v → v+1; it may change the type. Pure, the same result for the same event every time, and never an
 * exception: null where the event lacks what today's needs, so that it is kept and shown but not folded.
 */
export type Upcaster = (event: StoredEvent) => StoredEvent | null;

/** One schema object per event: types, arbitraries and the catalogue come from it. */
export interface EventDefinition<T extends string = string, S extends z.ZodType = z.ZodType> {
  readonly type: T;
  /** Today's schema version, the only one that is written. */
  readonly schemaVersion: number;
  readonly schema: S;
  readonly title: string;
  readonly description: string;
}

export function defineEvent<const T extends string, S extends z.ZodType>(
  definition: EventDefinition<T, S>,
): EventDefinition<T, S> {
  return definition;
}

export type EventOf<D> = D extends EventDefinition<infer T, infer S> ? DomainEvent<T, z.output<S>> : never;
