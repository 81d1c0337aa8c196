import { expect, it, onTestFinished } from 'vitest';
import type { PersonEvent } from '../../../../domain/person/index.ts';
import { foldPerson } from '../../../../domain/testing/given.ts';
import { added, created, lovelace, suspended } from '../../../../domain/testing/persons.ts';
import { openWritable } from '../open-database.ts';
import { summaryView } from './summary-view.ts';

/** An empty list, with what is run on it. */
function bench() {
  const db = openWritable({ file: ':memory:', durable: false, journal: 'memory' });
  onTestFinished(() => {
    db.close();
  });
  for (const sql of [summaryView.create(1), ...(summaryView.indexes?.(1) ?? [])]) db.exec(sql);
  const explain = db.prepare.bind(db);
  const run: string[] = [];
  Object.assign(db, {
    prepare: (sql: string) => {
      const statement = explain(sql);
      const plain = statement.run.bind(statement);
      return Object.assign(statement, {
        run: (...values: readonly unknown[]) => {
          run.push(sql);
          return plain(...values);
        },
      });
    },
  });
  const names = explain<[number], string>(
    "SELECT substr(name, 11) FROM sqlite_schema WHERE type = 'index' AND rootpage = ?",
  ).pluck();
  /** Indexes that the last statement has opened to write. */
  const indexes = (): readonly string[] =>
    explain<unknown[], { opcode: string; p2: number }>(`EXPLAIN ${run.at(-1)}`)
      .all(...Array.from((run.at(-1) ?? '').matchAll(/\?/g), () => null))
      .filter(({ opcode }) => opcode === 'OpenWrite')
      .flatMap(({ p2 }) => names.get(p2) ?? [])
      .toSorted();
  const row = (key: number) => explain('SELECT * FROM persons_1 WHERE key = ?').get(key);
  return { live: summaryView.prepare(db, 1, false), fresh: summaryView.prepare(db, 1, true), indexes, row };
}

const renamed: PersonEvent = {
  type: 'NameUpdated',
  data: { oldName: lovelace, newName: { ...lovelace, familyNames: ['King'] }, changeReason: null },
};
const everything = ['created', 'email', 'employer', 'id', 'location', 'name', 'phone', 'updated', 'work'];

it.each<[string, PersonEvent, readonly string[]]>([
  ['a tag', added(1, 'Tag'), ['updated']],
  ['another name', renamed, ['name', 'updated']],
  ['an address to write to', added(1, 'EmailAddress'), ['email', 'updated']],
  [
    'work',
    added(1, 'Employment', { data: { company: 'Acme', position: 'Fellow' } }),
    ['employer', 'updated', 'work'],
  ],
  ['another status', suspended, everything.filter((name) => name !== 'employer' && name !== 'id')],
])(
  'who gets %s is written into the indexes of that alone, and as if it had never been otherwise',
  (_, event, written) => {
    const { live, fresh, indexes, row } = bench();
    live(1, foldPerson([created()]));
    expect(indexes()).toEqual(everything);

    live(1, foldPerson([created(), event]));

    expect(indexes()).toEqual(written);
    const left = row(1);
    fresh(1, foldPerson([created(), event]));
    expect(left).toEqual(row(1));
  },
);
