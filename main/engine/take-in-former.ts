import { FORMER_MARK } from '../../domain/legacy/former-mark.ts';
import type { FormerEvent } from '../../domain/legacy/read-event.ts';
import type { EventLog } from '../../domain/ports/event-log.ts';
import type { StreamStates } from './stream-states.ts';

export interface TakeInFormerOptions {
  readonly log: EventLog;
  readonly states: StreamStates;
  /** Time-ordered ids (UUIDv7). */
  readonly newId: () => string;
}

/** What became of events of the former system. */
export interface FormerTaken {
  /** How many stand on the log now that did not before. */
  readonly taken: number;
  readonly streams: ReadonlySet<string>;
}

/**
 * Inside a group: appends what happened in the former system, in its order. It is history: nobody decides on it, and it is
 * written as it was. What came before under the same id is passed over.
 */
export function takeInFormer(events: readonly FormerEvent[], options: TakeInFormerOptions): FormerTaken {
  const { log, states, newId } = options;
  const streams = new Set<string>();
  let taken = 0;
  for (const { commandId, streamId, type, schemaVersion, data, ...about } of events) {
    if (log.findCommand(commandId) !== null) continue;
    const eventId = newId();
    log.append({
      commitId: eventId,
      commandId,
      fingerprint: FORMER_MARK,
      streamId,
      head: log.streamHead(streamId),
      events: [{ eventId, type, schemaVersion, data }],
      ...about,
    });
    states.forget(streamId);
    streams.add(streamId);
    taken += 1;
  }
  return { taken, streams };
}
