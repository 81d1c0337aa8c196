import type { EventMetadata } from '../../../domain/kernel/event.ts';
import type { NameReader } from './names.ts';
import type { ReadableDb } from './open-database.ts';
import { damaged, parseStored } from './sqlite-errors.ts';
import { fromBlob } from './uuid-blob.ts';

const EVENT = 'SELECT event_id, metadata, commit_number FROM events WHERE position = ?';
const COMMIT = 'SELECT command_id, origin FROM commits WHERE number = ?';

interface Ids extends Omit<EventMetadata, 'timestamp' | 'actor'> {
  readonly eventId: string;
}

type LoadIds = (position: number) => Ids;

function createLoadIds(db: ReadableDb, names: NameReader): LoadIds {
  const event = db.prepare<[number], [Buffer, string | null, number]>(EVENT).raw();
  const commit = db.prepare<[number], [Buffer, number]>(COMMIT).raw();
  return (position) => {
    const own = event.get(position);
    const shared = own && commit.get(own[2]);
    if (own === undefined || shared === undefined)
      throw damaged(db.name, `no event has the position ${position}`);
    const [eventId, rest] = own;
    const commandId = fromBlob(shared[0]);
    const ids = { eventId: fromBlob(eventId), commandId, origin: names.nameOf(shared[1]) };
    const kept = rest === null ? {} : (parseStored(rest, db.name) as Partial<EventMetadata>);
    return { correlationId: commandId, causationId: null, ...ids, ...kept };
  };
}

/** An event's metadata: what folds and shows it is here, ids are looked up only where somebody asks for them. */
export class EventEnvelope implements EventMetadata {
  readonly timestamp: string;
  readonly actor: string | null;
  readonly #position: number;
  readonly #load: LoadIds;
  #ids: Ids | undefined;

  constructor(position: number, timestamp: string, actor: string | null, load: LoadIds) {
    this.timestamp = timestamp;
    this.actor = actor;
    this.#position = position;
    this.#load = load;
  }

  static reader(db: ReadableDb, names: NameReader) {
    const load = createLoadIds(db, names);
    return (position: number, timestamp: string, actor: string | null): EventMetadata =>
      new EventEnvelope(position, timestamp, actor, load);
  }

  get eventId(): string {
    return this.#all().eventId;
  }
  get correlationId(): string {
    return this.#all().correlationId;
  }
  get causationId(): string | null {
    return this.#all().causationId;
  }
  get commandId(): string {
    return this.#all().commandId;
  }
  get origin(): string {
    return this.#all().origin;
  }
  get traceparent(): string {
    return this.#all().traceparent ?? '';
  }
  get context(): Readonly<Record<string, string>> {
    return this.#all().context ?? {};
  }

  #all(): Ids {
    this.#ids ??= this.#load(this.#position);
    return this.#ids;
  }
}
