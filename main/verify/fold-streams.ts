import type { Registry } from '../../domain/kernel/registry.ts';
import type { Upcast } from '../../domain/kernel/upcast.ts';
import { categoryOf } from '../../domain/kernel/ids.ts';
import {
  createExportPages,
  type ExportedEvent,
  type ExportRow,
  type StreamChoice,
  toExported,
} from '../store/sqlite/export.ts';
import type { ReadableDb } from '../store/sqlite/open-database.ts';
import { type FoldedPerson, passBy, storedOf, takeEvent } from './independent-fold.ts';
import type { Pacer } from './pacer.ts';

/** One person's stream, folded as far as it was read. */
export interface FoldedStream {
  readonly key: number;
  readonly streamId: string;
  /** Streams of other kinds are in no view and are not folded. */
  readonly isPerson: boolean;
  person: FoldedPerson | null;
  /** False where events are redacted or unreadable: then nobody can say what the views should hold. */
  comparable: boolean;
}

export interface FoldSink {
  /** Before an event is taken in. */
  readonly before?: (stream: FoldedStream, position: number) => void;
  readonly unknown?: () => void;
  readonly unreadable?: (event: ExportedEvent, error: unknown) => void;
}

/** Reads streams of persons from the log's export and folds each event into its person, one at a time. */
export async function foldStreams(
  options: { readonly db: ReadableDb; readonly registry: Registry; readonly pacer: Pacer },
  choice: StreamChoice,
  sink: FoldSink,
): Promise<ReadonlyMap<number, FoldedStream>> {
  const { db, registry, pacer } = options;
  const streams = streamsOf(db, choice);
  const byName = new Map([...streams.values()].map((stream) => [stream.streamId, stream]));
  const fold = createFold(registry, sink);
  const next = createExportPages(db, choice);
  for (let page = next(0); page !== null; page = next(page.upTo)) {
    for (const row of page.rows) fold(byName.get(row[1]), row);
    pacer.passed(page.rows.length);
    await pacer.breathe();
  }
  return streams;
}

function streamsOf(db: ReadableDb, choice: StreamChoice): Map<number, FoldedStream> {
  const [where, parameters] =
    'keys' in choice
      ? ['id IN (SELECT value FROM json_each(?))', [JSON.stringify(choice.keys)]]
      : ['id BETWEEN ? AND ?', [choice.first, choice.last]];
  const rows = db
    .prepare<unknown[], { id: number; name: string }>(
      `SELECT id, name FROM streams WHERE ${where} ORDER BY id`,
    )
    .all(...parameters);
  return new Map(rows.map(({ id, name }) => [id, startStream(id, name)]));
}

function startStream(key: number, streamId: string): FoldedStream {
  return { key, streamId, isPerson: categoryOf(streamId) === 'person', person: null, comparable: true };
}

function decoded(row: ExportRow): ExportedEvent | null {
  try {
    return toExported(row);
  } catch {
    return null;
  }
}

function createFold(registry: Registry, sink: FoldSink) {
  const lift = (event: ExportedEvent) => {
    try {
      return registry.upcast(storedOf(event));
    } catch (error) {
      sink.unreadable?.(event, error);
      return null;
    }
  };
  const take = (stream: FoldedStream, event: ExportedEvent): void => {
    const upcast = lift(event);
    if (upcast?.known === false) sink.unknown?.();
    if (upcast === null || event.redacted) stream.comparable = false;
    if (upcast !== null && stream.isPerson) foldInto(stream, upcast, event.version);
  };
  return (stream: FoldedStream | undefined, row: ExportRow): void => {
    if (stream === undefined) return;
    const event = decoded(row);
    if (event === null) {
      stream.comparable = false;
      return;
    }
    // What a rebase has replaced is kept, and no part of the person.
    if (event.superseded) return;
    sink.before?.(stream, event.position);
    take(stream, event);
  };
}

function foldInto(stream: FoldedStream, upcast: Upcast, version: number): void {
  stream.person = upcast.known ? takeEvent(stream.person, upcast.event) : passBy(stream.person, version);
}
