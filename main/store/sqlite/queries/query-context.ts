import type { ReadableDb } from '../open-database.ts';
import { translating } from '../sqlite-errors.ts';
import { createEventReader, type EventReader } from '../event-reader.ts';

/** What queries read from: two read-only connections, each with a snapshot of its own. */
export interface QueryContext {
  readonly log: ReadableDb;
  readonly views: ReadableDb;
  readonly events: EventReader;
  /** The name of a view's table in the generation that is in use, and the position that the view has seen. */
  readonly table: (view: string, base: string) => string;
  readonly position: (view: string) => number;
  /** A prepared statement, kept for the next call. */
  readonly statement: <Row>(db: 'log' | 'views', sql: string) => Prepared<Row>;
}

export interface Prepared<Row> {
  readonly all: (...parameters: readonly unknown[]) => Row[];
  readonly get: (...parameters: readonly unknown[]) => Row | undefined;
}

/** Errors name the file that they come from: a damaged view is not a damaged log. */
function prepareNamed<Row>(db: ReadableDb, sql: string): Prepared<Row> {
  const made = translating(db.name, () => db.prepare<unknown[], Row>(sql));
  return {
    all: (...parameters) => translating(db.name, () => made.all(...parameters)),
    get: (...parameters) => translating(db.name, () => made.get(...parameters)),
  };
}

export function createQueryContext(log: ReadableDb, views: ReadableDb): QueryContext {
  const checkpoint = views.prepare<[string], { generation: number; position: number }>(
    'SELECT generation, position FROM views WHERE name = ?',
  );
  const prepared = new Map<string, Prepared<unknown>>();
  const of = (view: string) => checkpoint.get(view) ?? { generation: 0, position: 0 };
  const statement = <Row>(db: 'log' | 'views', sql: string): Prepared<Row> => {
    const key = `${db} ${sql}`;
    const known = prepared.get(key);
    if (known !== undefined) return known as Prepared<Row>;
    const made = prepareNamed<Row>(db === 'log' ? log : views, sql);
    prepared.set(key, made);
    return made;
  };
  return {
    log,
    views,
    events: createEventReader(log),
    table: (view, base) => `${base}_${of(view).generation}`,
    position: (view) => of(view).position,
    statement,
  };
}
