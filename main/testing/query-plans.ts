import type { ReadableDb } from '../store/sqlite/open-database.ts';

export interface Plan {
  readonly sql: string;
  /** What SQLite says that it will do, step by step. */
  readonly steps: readonly string[];
}

/** Remembers every statement that is prepared on a connection from now on, and asks SQLite for the plan of each. */
export function recordPlans(db: ReadableDb): {
  readonly plans: () => readonly Plan[];
  readonly forget: () => void;
} {
  const prepare = db.prepare.bind(db);
  const seen = new Set<string>();
  Object.assign(db, {
    prepare: (sql: string) => {
      seen.add(sql);
      return prepare(sql);
    },
  });
  const planOf = (sql: string): Plan => ({
    sql,
    steps: prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...Array.from(sql.matchAll(/\?/g), () => null))
      .map(({ detail }) => detail),
  });
  const explained = (): readonly Plan[] =>
    [...seen].filter((sql) => /^\s*(?:SELECT|WITH|UPDATE|DELETE)/i.test(sql)).map(planOf);
  return { plans: explained, forget: () => seen.clear() };
}
