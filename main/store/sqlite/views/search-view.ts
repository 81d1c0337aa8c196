import { searchText } from '../../../../domain/projections/person-search.ts';
import type { PersonView } from './view.ts';

/** Index pages that one step of tidying merges: some ten milliseconds. */
const MERGE_PAGES = 50;

/** Segments of the index that are merged into one as rows come in: seldom while all of them do, later as SQLite has it. */
const ALL_AT_ONCE = 16;
const BIT_BY_BIT = 4;

/** Every statement counts as a change itself; one that changes no more has found nothing to merge. */
const NOTHING_MERGED = 2;

function automerge(generation: number, segments: number): string {
  const table = `search_${generation}`;
  return `INSERT INTO ${table}(${table}, rank) VALUES('automerge', ${segments})`;
}

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
      name, email, number, employer, role, skill, tag,
      tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'",
      prefix = '1 2 3', content = '', contentless_delete = 1
    );
    ${automerge(generation, ALL_AT_ONCE)}`,
  indexes: (generation) => [automerge(generation, BIT_BY_BIT)],
  prepare: (db, generation, fresh) => {
    const table = `search_${generation}`;
    const clear = db.prepare(`DELETE FROM ${table} WHERE rowid = ?`);
    const put = db.prepare(
      `INSERT INTO ${table}(rowid, name, email, number, employer, role, skill, tag) VALUES(?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    return (key, person) => {
      const text = searchText(person);
      if (!fresh) clear.run(key);
      put.run(key, text.name, text.email, text.number, text.employer, text.role, text.skill, text.tag);
    };
  },
  // Persons that are written again and again, as when all of them get a tag, scatter the index: a search then takes five
  // times as long.
  tidy: (db, generation) => {
    const table = `search_${generation}`;
    const merge = db.prepare(`INSERT INTO ${table}(${table}, rank) VALUES('merge', ?)`);
    const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
    // A negative number begins to merge all there is into one, a positive one goes on.
    let pages = -MERGE_PAGES;
    return () => {
      const before = changes.get() ?? 0;
      merge.run(pages);
      pages = MERGE_PAGES;
      return (changes.get() ?? 0) - before >= NOTHING_MERGED;
    };
  },
};
