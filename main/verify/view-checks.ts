import type { ReadableDb } from '../store/sqlite/open-database.ts';
import { componentRows, sharedKeys, summaryRow } from './expected-rows.ts';
import type { FoldedPerson } from './independent-fold.ts';

/** What a view holds of each person in a range of keys, as JSON values; a person without rows is absent. */
export type ReadRows = (first: number, last: number) => ReadonlyMap<number, unknown>;

/** One view seen from both sides. Undefined: no rows. */
export interface ViewCheck {
  readonly read: ReadRows;
  readonly expect: (person: FoldedPerson) => unknown;
  /** What was read as a JSON value, where it is not one yet. */
  readonly open?: (actual: unknown) => unknown;
  /** True where both sides are plainly the same; false decides nothing. */
  readonly same?: (person: FoldedPerson, actual: unknown) => boolean;
}

export type OpenCheck = (db: ReadableDb, generation: number) => ViewCheck;

type Row = Readonly<Record<string, unknown>> & { readonly key: number };

function rowsOf(db: ReadableDb, sql: string): (first: number, last: number) => Row[] {
  const statement = db.prepare<[number, number], Row>(`${sql} WHERE key BETWEEN ? AND ? ORDER BY key`);
  return (first, last) => statement.all(first, last);
}

const summary: OpenCheck = (db, generation) => {
  const rows = rowsOf(db, `SELECT * FROM persons_${generation}`);
  return {
    read: (first, last) => new Map(rows(first, last).map(({ key, ...columns }) => [key, columns])),
    expect: summaryRow,
  };
};

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return text;
  }
}

const detail: OpenCheck = (db, generation) => {
  const rows = rowsOf(db, `SELECT key, document FROM details_${generation}`);
  return {
    read: (first, last) => new Map(rows(first, last).map(({ key, document }) => [key, document])),
    expect: (person) => person,
    open: (document) => (document === undefined ? undefined : parsed(document)),
    same: (person, document) => JSON.stringify(person) === document,
  };
};

/** Rows of one person, by the id that tells them apart; none for a person without any. */
function grouped(rows: readonly Row[], entry: (row: Row) => readonly [string, unknown]) {
  const groups = new Map<number, [string, unknown][]>();
  for (const row of rows) {
    const group = groups.get(row.key);
    const made = [...entry(row)] as [string, unknown];
    if (group === undefined) groups.set(row.key, [made]);
    else group.push(made);
  }
  return new Map([...groups].map(([key, entries]) => [key, Object.fromEntries(entries) as unknown]));
}

function unlessEmpty(record: Record<string, unknown>): unknown {
  return Object.keys(record).length === 0 ? undefined : record;
}

const components: OpenCheck = (db, generation) => {
  const rows = rowsOf(db, `SELECT * FROM components_${generation}`);
  return {
    read: (first, last) =>
      grouped(rows(first, last), ({ key: _key, component_id, ...columns }) => [
        String(component_id),
        columns,
      ]),
    expect: (person) => unlessEmpty(componentRows(person)),
  };
};

const duplicates: OpenCheck = (db, generation) => {
  const rows = rowsOf(db, `SELECT key, shared FROM duplicate_keys_${generation}`);
  return {
    read: (first, last) => grouped(rows(first, last), ({ shared }) => [String(shared), true]),
    expect: (person) => unlessEmpty(Object.fromEntries(sharedKeys(person).map((key) => [key, true]))),
  };
};

/** Views whose rows are read by key. Search is not among them: its index has no rows to read. */
export const keyedChecks: Readonly<Record<string, OpenCheck>> = { summary, detail, components, duplicates };
