import type { PersonView } from './view.ts';

/** A person's whole state as JSON text, ready to hand out. */
export const detailView: PersonView = {
  name: 'detail',
  title: 'Person detail',
  tables: ['details'],
  create: (generation) =>
    `CREATE TABLE details_${generation}(key INTEGER PRIMARY KEY, document TEXT NOT NULL)`,
  prepare: (db, generation) => {
    const put = db.prepare(`INSERT OR REPLACE INTO details_${generation}(key, document) VALUES(?, ?)`);
    return (key, person) => {
      put.run(key, JSON.stringify(person));
    };
  },
};
