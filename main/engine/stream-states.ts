import QuickLRU from 'quick-lru';
import type { Registry } from '../../domain/kernel/registry.ts';
import { categoryOf } from '../../domain/kernel/ids.ts';
import type { EventLog, StreamHead } from '../../domain/ports/event-log.ts';
import { type Folded, foldStream, initialFold } from './fold.ts';

/** A stream as commands find it: where its head is and what it has become. */
export interface StreamState extends Folded {
  readonly streamId: string;
  /** Null as long as the stream has no event. */
  readonly head: StreamHead | null;
}

export interface StreamStates {
  readonly load: (streamId: string) => StreamState;
  readonly store: (state: StreamState) => void;
  /** The stream was changed by somebody else. */
  readonly forget: (streamId: string) => void;
  /** After a failed transaction nothing that was held in memory can be trusted. */
  readonly clear: () => void;
}

/** At least so many, and at most twice as many. */
const CAPACITY = 2_000;

/** Folded streams, kept while they are in use: most commands find theirs without reading the log. */
export function createStreamStates(log: EventLog, registry: Registry, capacity = CAPACITY): StreamStates {
  const cache = new QuickLRU<string, StreamState>({ maxSize: capacity });

  const read = (streamId: string): StreamState => {
    const context = registry.contexts.get(categoryOf(streamId));
    if (context === undefined) throw new Error(`No context decides ${streamId}`);
    const head = log.streamHead(streamId);
    const folded =
      head === null ? initialFold(context) : foldStream(registry, context, log.readStream(streamId, head));
    return { streamId, head, ...folded };
  };

  const load = (streamId: string): StreamState => {
    const cached = cache.get(streamId);
    if (cached !== undefined) return cached;
    const state = read(streamId);
    if (state.head !== null) cache.set(streamId, state);
    return state;
  };

  return {
    load,
    store: (state) => {
      cache.set(state.streamId, state);
    },
    forget: (streamId) => {
      cache.delete(streamId);
    },
    clear: () => cache.clear(),
  };
}
