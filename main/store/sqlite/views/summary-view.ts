import { summarise } from '../../../../domain/person/index.ts';
import type { PersonView } from './view.ts';

/** The persons list. Sorting needs no table of its own: each order of each status is an index that ends in the key. */
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
    `CREATE INDEX persons_${generation}_employer ON persons_${generation}(employer_key, key) WHERE employer_key IS NOT NULL`,
    `CREATE UNIQUE INDEX persons_${generation}_id ON persons_${generation}(person_id)`,
  ],
  prepare: (db, generation) => {
    const put = db.prepare(
      `INSERT OR REPLACE INTO persons_${generation} VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    return (key, person) => {
      const row = summarise(person);
      const who = [key, person.personId, row.displayName, row.sortKey, row.status, row.birthDate];
      const work = [row.employer, row.employerKey, row.role];
      const contact = [row.primaryEmail, row.primaryPhone, ...work, row.location];
      const counts = [row.componentCount, row.skillCount, row.redirectTo];
      put.run(...who, ...contact, ...counts, person.version, person.createdAt, person.updatedAt);
    };
  },
};
