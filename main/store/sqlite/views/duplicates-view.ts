import { duplicateKeys } from '../../../../domain/person/similarity.ts';
import { duplicateSubject } from '../../../../domain/projections/duplicate-subject.ts';
import type { PersonView } from './view.ts';

/** What persons may be found to share: only those under one key are ever compared. */
export const duplicatesView: PersonView = {
  name: 'duplicates',
  title: 'Duplicate candidates',
  tables: ['duplicate_keys'],
  create: (generation) => `
    CREATE TABLE duplicate_keys_${generation}(
      key INTEGER NOT NULL,
      shared TEXT NOT NULL,
      PRIMARY KEY(key, shared)
    ) WITHOUT ROWID`,
  indexes: (generation) => [
    `CREATE INDEX duplicate_keys_${generation}_shared ON duplicate_keys_${generation}(shared, key)`,
  ],
  prepare: (db, generation, fresh) => {
    const table = `duplicate_keys_${generation}`;
    const clear = db.prepare(`DELETE FROM ${table} WHERE key = ?`);
    const put = db.prepare(`INSERT INTO ${table}(key, shared) VALUES(?, ?)`);
    return (key, person) => {
      if (!fresh) clear.run(key);
      const subject = duplicateSubject(person);
      if (subject === null) return;
      for (const shared of duplicateKeys(subject)) put.run(key, shared);
    };
  },
};
