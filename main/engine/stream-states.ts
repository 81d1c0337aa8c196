import type { Context, Registry } from '../../domain/kernel/registry.ts';
import { categoryOf } from '../../domain/kernel/ids.ts';
import type { EventLog, StreamHead } from '../../domain/ports/event-log.ts';
import type { StoredEvent } from '../../domain/kernel/event.ts';
import { type Folded, type Folding, foldEvent, foldStream, initialFold } from './fold.ts';
import { RecentStates } from './recent-states.ts';

/** A stream as commands find it: where its head is and what it has become. */
export interface StreamState extends Folded {
  readonly streamId: string;
  /** Null as long as the stream has no event. */
  readonly head: StreamHead | null;
}

export interface StreamStates {
  readonly load: (streamId: string) => StreamState;
  readonly store: (state: StreamState) => void;
  /**
   * Somebody else has taken the stream from where it is held to `head`: it is held on, that much further. Never throws: what
   * others did is taken in whatever it is, and who reads it then is told.
   */
  readonly follow: (streamId: string, head: StreamHead, events: () => readonly StoredEvent[]) => void;
  /** The stream was changed in another way. */
  readonly forget: (streamId: string) => void;
  /** After a failed transaction nothing that was held in memory can be trusted. */
  readonly clear: () => void;
}

function further(
  { version, state, newer }: Folded,
  events: readonly StoredEvent[],
  by: readonly [Registry, Context],
): Folded {
  const folding: Folding = { version, state, newer };
  for (const event of events) foldEvent(...by, folding, event);
  return folding;
}

/** Folded streams, kept while they are in use: most commands find theirs without reading the log. */
export function createStreamStates(log: EventLog, registry: Registry): StreamStates {
  const recent = new RecentStates<StreamState>();

  const contextOf = (streamId: string): Context => {
    const context = registry.contexts.get(categoryOf(streamId));
    if (context === undefined) throw new Error(`No context decides ${streamId}`);
    return context;
  };

  const keep = (state: StreamState): void => {
    recent.keep(state.streamId, state, contextOf(state.streamId).decider.weight(state.state));
  };

  const read = (streamId: string): StreamState => {
    const context = contextOf(streamId);
    const head = log.streamHead(streamId);
    const folded =
      head === null ? initialFold(context) : foldStream(registry, context, log.readStream(streamId, head));
    return { streamId, head, ...folded };
  };

  return {
    load: (streamId) => {
      const held = recent.get(streamId);
      if (held !== undefined) return held;
      const state = read(streamId);
      if (state.head !== null) keep(state);
      return state;
    },
    store: keep,
    follow: (streamId, head, events) => {
      const held = recent.get(streamId);
      if (held === undefined) return;
      try {
        keep({ streamId, head, ...further(held, events(), [registry, contextOf(streamId)]) });
      } catch {
        recent.forget(streamId);
      }
    },
    forget: (streamId) => recent.forget(streamId),
    clear: () => recent.clear(),
  };
}
