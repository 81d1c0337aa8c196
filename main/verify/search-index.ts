import { openWritable, type ReadableDb } from '../store/sqlite/open-database.ts';
import { type SearchColumn, searchColumns } from './expected-rows.ts';
import type { FoldedPerson } from './independent-fold.ts';
import type { Pacer } from './pacer.ts';
import type { ViewCheck } from './view-checks.ts';

/**
 * The full-text index keeps no texts, only where each word stands. Read from end to end, word by word, it tells what
 * every person can be found by.
 */
type Instance = readonly [term: string, key: number, column: string];

const VOCABULARY = 'search_vocabulary';
const PAGE_WORDS = 2000;

/** Every word of the index with the persons and columns it stands in, one at a time. */
async function eachInstance(
  db: ReadableDb,
  generation: number,
  pacer: Pacer,
  take: (...instance: Instance) => void,
): Promise<void> {
  // A temporary table is nobody's data: the file itself is open for reading only.
  db.pragma('query_only = OFF');
  db.exec(`DROP TABLE IF EXISTS temp.${VOCABULARY};
    CREATE VIRTUAL TABLE temp.${VOCABULARY} USING fts5vocab('main', 'search_${generation}', 'instance')`);
  const instances = db.prepare<[], Instance>(`SELECT term, doc, col FROM temp.${VOCABULARY}`).raw();
  let count = 0;
  for (const instance of instances.iterate()) {
    take(...instance);
    count += 1;
    if (count % PAGE_WORDS === 0) await pacer.breathe();
  }
}

/** Set of words as two sums that do not depend on their order: equal sets agree, others hardly ever. */
class Digest {
  #a = 0;
  #b = 0;

  add(column: string, word: string): void {
    let a = 0x811c9dc5;
    let b = 0x9747b28c;
    for (const text of [column, word]) {
      for (let index = 0; index < text.length; index += 1) {
        const code = text.charCodeAt(index) + 1;
        a = Math.imul(a ^ code, 0x01000193);
        b = Math.imul(b ^ code, 0x5bd1e995);
        b ^= b >>> 15;
      }
      a = Math.imul(a ^ 0x1f, 0x01000193);
    }
    this.#a = (this.#a + a) | 0;
    this.#b = (this.#b + b) | 0;
  }

  toString(): string {
    return `${this.#a}.${this.#b}`;
  }
}

function keysOf(db: ReadableDb, generation: number): (first: number, last: number) => number[] {
  const rows = db
    .prepare<[number, number], number>(`SELECT id FROM search_${generation}_docsize WHERE id BETWEEN ? AND ?`)
    .pluck();
  return (first, last) => rows.all(first, last);
}

function eachWord(person: FoldedPerson, take: (column: SearchColumn, word: string) => void): void {
  for (const [column, words] of Object.entries(searchColumns(person))) {
    for (const word of new Set(words)) take(column as SearchColumn, word);
  }
}

/** All persons at once, by a digest of their words. What differs here is looked at word by word afterwards. */
export async function openSearchDigests(
  db: ReadableDb,
  generation: number,
  pacer: Pacer,
): Promise<ViewCheck> {
  const keys = keysOf(db, generation);
  const digests = new Map<number, Digest>();
  let before = '';
  await eachInstance(db, generation, pacer, (term, key, column) => {
    // The same word twice in one column comes twice in a row.
    const now = `${key} ${column} ${term}`;
    if (now === before) return;
    before = now;
    const digest = digests.get(key) ?? new Digest();
    digest.add(column, term);
    digests.set(key, digest);
  });
  return {
    read: (first, last) =>
      new Map(keys(first, last).map((key) => [key, (digests.get(key) ?? new Digest()).toString()])),
    expect: (person) => {
      const digest = new Digest();
      eachWord(person, (column, word) => digest.add(column, word));
      return digest.toString();
    },
  };
}

type Words = Record<string, true>;

/** `column:word` of a few persons, as the index has them. */
async function readWords(
  db: ReadableDb,
  generation: number,
  keys: ReadonlySet<number>,
  pacer: Pacer,
): Promise<ReadonlyMap<number, Words>> {
  const found = new Map<number, Words>();
  await eachInstance(db, generation, pacer, (term, key, column) => {
    if (!keys.has(key)) return;
    const words = found.get(key) ?? {};
    words[`${column}:${term}`] = true;
    found.set(key, words);
  });
  return found;
}

/** Passes words through the index's own tokenizer, so that only real differences remain. */
function createTokenizer(db: ReadableDb, generation: number): (person: FoldedPerson) => Words {
  const sql = db
    .prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(`search_${generation}`);
  const scratch = openWritable({ file: ':memory:', durable: false, journal: 'memory' });
  scratch.exec(String(sql).replace(`search_${generation}`, 'scratch'));
  scratch.exec(`CREATE VIRTUAL TABLE words USING fts5vocab('scratch', 'instance')`);
  const put = scratch.prepare(
    'INSERT OR REPLACE INTO scratch(rowid, name, email, number, employer, role, skill, tag) VALUES(1, ?, ?, ?, ?, ?, ?, ?)',
  );
  const words = scratch.prepare<[], Instance>('SELECT term, doc, col FROM words').raw();
  return (person) => {
    const { name, email, number, employer, role, skill, tag } = searchColumns(person);
    put.run(...[name, email, number, employer, role, skill, tag].map((column) => column.join(' ')));
    return Object.fromEntries(words.all().map(([term, , column]) => [`${column}:${term}`, true as const]));
  };
}

/** A few persons, word by word. */
export async function openSearchWords(
  db: ReadableDb,
  generation: number,
  persons: ReadonlySet<number>,
  pacer: Pacer,
): Promise<ViewCheck> {
  const keys = keysOf(db, generation);
  const found = await readWords(db, generation, persons, pacer);
  return {
    read: (first, last) => new Map(keys(first, last).map((key) => [key, found.get(key) ?? {}])),
    expect: createTokenizer(db, generation),
  };
}
