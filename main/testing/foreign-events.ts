import { v7 as uuidv7 } from 'uuid';
import { openStore } from '../store/sqlite/open-store.ts';

export interface ForeignEvent {
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: unknown;
}

/** Appends events as another program would have, of types and versions that no command here leads to. */
export function appendForeign(dataFolder: string, streamId: string, events: readonly ForeignEvent[]): void {
  const store = openStore({ dataFolder, clock: { now: () => Date.now() }, newId: uuidv7 });
  const { log } = store;
  for (const { type, schemaVersion, data } of events) {
    const eventId = uuidv7();
    const commandId = uuidv7();
    log.group(() =>
      log.append({
        commitId: eventId,
        commandId,
        fingerprint: Buffer.alloc(12),
        streamId,
        head: log.streamHead(streamId),
        events: [{ eventId, type, schemaVersion, data: JSON.stringify(data) }],
        timestamp: '2024-06-01T12:00:00.000Z',
        actor: 'system:elsewhere',
        correlationId: commandId,
        causationId: null,
      }),
    );
  }
  store.close();
}
