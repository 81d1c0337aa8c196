import type { Statement } from 'better-sqlite3';
import { type ExistingPerson, summarise } from '../../../../domain/person/index.ts';
import type { WritableDb } from '../open-database.ts';
import type { PersonView } from './view.ts';

/** What no index holds, and the time of the last change, which one does: that differs with each write. */
const SHOWN = [
  ...['display_name', 'birth_date', 'primary_email', 'primary_phone', 'employer', 'role', 'location'],
  ...['component_count', 'skill_count', 'redirect_to', 'version', 'updated_at'],
];
/** Most changes leave all of these as they were, or all but one: the indexes of the others are not written. */
const INDEXED = [
  ...['person_id', 'status', 'sort_key', 'employer_key', 'created_at'],
  ...['email_key', 'phone_key', 'work_key', 'location_key'],
];

type Value = string | number | null;

/**
 * Writes over a person's row; false where there is none. SQLite writes every index of which a column is named, whether
 * that differs or not: of what indexes hold, only what has changed is named.
 */
function changeOf(db: WritableDb, table: string) {
  const before = db
    .prepare<[number], Value[]>(`SELECT ${INDEXED.join(', ')} FROM ${table} WHERE key = ?`)
    .raw();
  const updates = new Map<string, Statement>();
  const updateOf = (changed: readonly string[]): Statement => {
    const set = [...SHOWN, ...changed].map((name) => `${name} = ?`).join(', ');
    const update = updates.get(set) ?? db.prepare(`UPDATE ${table} SET ${set} WHERE key = ?`);
    updates.set(set, update);
    return update;
  };
  return (key: number, shown: readonly Value[], indexed: readonly Value[]): boolean => {
    const former = before.get(key);
    if (former === undefined) return false;
    const differs = (_: unknown, index: number): boolean => former[index] !== indexed[index];
    updateOf(INDEXED.filter(differs)).run(...shown, ...indexed.filter(differs), key);
    return true;
  };
}

/** In the order of these names. */
function valuesOf(person: ExistingPerson) {
  const row = summarise(person);
  const { email, phone, work, location } = row.orderKeys;
  const contact = [row.primaryEmail, row.primaryPhone, row.employer, row.role, row.location];
  const rest = [row.componentCount, row.skillCount, row.redirectTo, person.version, person.updatedAt];
  const who = [person.personId, row.status, row.sortKey, row.employerKey, person.createdAt];
  return {
    shown: [row.displayName, row.birthDate, ...contact, ...rest],
    indexed: [...who, email, phone, work, location],
  };
}

/**
 * The persons list. Sorting needs no table of its own: each order of each status is an index that ends in the key. The
 * order by status is that by name, one status after the other. What is sorted by is kept beside what is shown, and is
 * empty where nothing is: an index that left those out could not say who comes after all others.
 */
export const summaryView: PersonView = {
  name: 'summary',
  title: 'Persons list',
  tables: ['persons'],
  create: (generation) => `
    CREATE TABLE persons_${generation}(
      key INTEGER PRIMARY KEY,
      person_id TEXT NOT NULL,
      display_name TEXT NOT NULL,
      sort_key TEXT NOT NULL,
      status TEXT NOT NULL,
      birth_date TEXT,
      primary_email TEXT,
      primary_phone TEXT,
      employer TEXT,
      employer_key TEXT,
      role TEXT,
      location TEXT,
      email_key TEXT NOT NULL,
      phone_key TEXT NOT NULL,
      work_key TEXT NOT NULL,
      location_key TEXT NOT NULL,
      component_count INTEGER NOT NULL,
      skill_count INTEGER NOT NULL,
      redirect_to TEXT,
      version INTEGER NOT NULL,
      created_at TEXT NOT NULL,
      updated_at TEXT NOT NULL
    )`,
  indexes: (generation) => [
    `CREATE INDEX persons_${generation}_name ON persons_${generation}(status, sort_key, key)`,
    `CREATE INDEX persons_${generation}_updated ON persons_${generation}(status, updated_at, key)`,
    `CREATE INDEX persons_${generation}_created ON persons_${generation}(status, created_at, key)`,
    ...['email', 'phone', 'work', 'location'].map(
      (column) =>
        `CREATE INDEX persons_${generation}_${column} ON persons_${generation}(status, ${column}_key, key)`,
    ),
    `CREATE INDEX persons_${generation}_employer ON persons_${generation}(employer_key, key) WHERE employer_key IS NOT NULL`,
    `CREATE UNIQUE INDEX persons_${generation}_id ON persons_${generation}(person_id)`,
  ],
  prepare: (db, generation, fresh) => {
    const table = `persons_${generation}`;
    const names = ['key', ...SHOWN, ...INDEXED];
    const put = db.prepare(
      `INSERT OR REPLACE INTO ${table}(${names.join(', ')}) VALUES(${names.map(() => '?').join(', ')})`,
    );
    if (fresh) {
      return (key, person) => {
        const { shown, indexed } = valuesOf(person);
        put.run(key, ...shown, ...indexed);
      };
    }
    const change = changeOf(db, table);
    return (key, person) => {
      const { shown, indexed } = valuesOf(person);
      if (!change(key, shown, indexed)) put.run(key, ...shown, ...indexed);
    };
  },
};
