import { searchText } from '../../../../domain/projections/person-search.ts';
import type { PersonView } from './view.ts';

/**
 * Full-text search. The words arrive folded, so the tokenizer folds nothing itself; marks count as letters, or words
 * of many scripts would fall apart.
 */
export const searchView: PersonView = {
  name: 'search',
  title: 'Search',
  tables: ['search'],
  create: (generation) => `
    CREATE VIRTUAL TABLE search_${generation} USING fts5(
      name, email, employer, role, skill, tag,
      tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'",
      prefix = '1 2 3', content = '', contentless_delete = 1
    )`,
  prepare: (db, generation, fresh) => {
    const table = `search_${generation}`;
    const clear = db.prepare(`DELETE FROM ${table} WHERE rowid = ?`);
    const put = db.prepare(
      `INSERT INTO ${table}(rowid, name, email, employer, role, skill, tag) VALUES(?, ?, ?, ?, ?, ?, ?)`,
    );
    return (key, person) => {
      const text = searchText(person);
      if (!fresh) clear.run(key);
      put.run(key, text.name, text.email, text.employer, text.role, text.skill, text.tag);
    };
  },
};
