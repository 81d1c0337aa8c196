import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { failure } from '../../../domain/contract/errors.ts';
import type { ViewInput } from '../../../domain/ports/view-store.ts';
import { created } from '../../../domain/testing/persons.ts';
import { foldPerson } from '../../../domain/testing/given.ts';
import { personIdOf } from '../../testing/submissions.ts';
import { openWritable } from './open-database.ts';
import { createViewStore } from './view-store.ts';
import { prepareViewTables } from './view-tables.ts';
import type { PersonView } from './views/view.ts';

/** A view of names whose writes fail as the test says. */
function bench() {
  const set = { fault: null as ((key: number) => unknown) | null, untidy: 0 };
  const view = (name: string): PersonView => ({
    name,
    title: `The view ${name}`,
    tables: [name],
    ...(name === 'solid' && {
      tidy: () => () => {
        set.untidy -= 1;
        return set.untidy > 0;
      },
    }),
    create: (generation) => `CREATE TABLE ${name}_${generation}(key INTEGER PRIMARY KEY, id TEXT NOT NULL)`,
    prepare: (db, generation) => {
      const put = db.prepare(`INSERT OR REPLACE INTO ${name}_${generation} VALUES(?, ?)`);
      return (key, person) => {
        put.run(key, person.personId);
        const fault = name === 'fragile' ? set.fault?.(key) : undefined;
        if (fault !== undefined) throw fault as Error;
      };
    },
  });
  const views = [view('fragile'), view('solid')];
  const db = openWritable({ file: ':memory:', durable: false, journal: 'memory' });
  onTestFinished(() => {
    db.close();
  });
  prepareViewTables(db, views, { id: 'log', head: 0 });
  const open = () => createViewStore(db, 'views.db', views);
  const store = open();
  const keys = (name: string) =>
    db.prepare<[], number>(`SELECT key FROM ${name}_1 ORDER BY key`).pluck().all();
  const statusOf = (name: string) => store.status().find((status) => status.view === name);
  return { db, store, open, set, keys, statusOf };
}

const input = (key: number, position: number): ViewInput => ({
  streamKey: key,
  streamId: `person-${personIdOf(key)}`,
  position,
  state: foldPerson([created(personIdOf(key))]),
});

const three = [input(3, 9), input(1, 7), input(2, 8)];
const both = ['fragile', 'solid'];

describe('views', () => {
  it('take their inputs and move to the position, together', () => {
    const { store, keys, statusOf } = bench();
    expect(store.apply(both, three, 9)).toEqual([]);
    expect([keys('fragile'), keys('solid')]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
    expect([statusOf('fragile'), statusOf('solid')]).toMatchObject([{ position: 9 }, { position: 9 }]);
    expect([store.rows('fragile'), store.names]).toEqual([3, both]);
  });

  it.each(['clearError', 'skip'] as const)('say that the disk is full: %s', (act) => {
    const { db, store } = bench();
    vi.spyOn(db, 'prepare').mockImplementation(() => {
      throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    });
    const skipped = { position: 1, at: '2024-01-01T00:00:00.000Z', actor: 'user:ada' };
    expect(() => store[act]('solid', skipped)).toThrow('The disk with views.db is full');
  });

  it('leave streams out that make no person', () => {
    const { store, keys } = bench();
    store.apply(both, [{ ...input(1, 7), state: { exists: false } }], 7);
    expect(keys('solid')).toEqual([]);
  });

  it.each([
    ['an error without a code', new Error('broken'), { code: 'view-failed', message: 'broken' }],
    ['an error with one', Object.assign(new Error('broken'), { code: 'SOME_CODE' }), { code: 'some-code' }],
    [
      'a refusal',
      failure('terminal', 'database-corrupt', 'Damaged.'),
      { code: 'database-corrupt', message: 'Damaged.' },
    ],
    ['what is no error', 'a text', { code: 'view-failed', message: 'a text' }],
  ])('stop at the first input, in the order of the log, that fails with %s', (_, thrown, error) => {
    const { store, set, keys, statusOf } = bench();
    set.fault = (key) => (key >= 2 ? thrown : undefined);

    expect(store.apply(both, three, 9)).toEqual(['fragile']);

    expect(statusOf('fragile')).toMatchObject({ position: 7, error: { ...error, position: 8 } });
    expect(keys('fragile')).toEqual([1]);
    expect(statusOf('solid')).toMatchObject({ position: 9, error: null });
    expect(keys('solid')).toEqual([1, 2, 3]);
  });

  it('do not stop where the disk is at fault: the work is undone, to be done again', () => {
    const { store, set, keys, statusOf } = bench();
    set.fault = () => Object.assign(new Error('full'), { code: 'SQLITE_FULL' });

    expect(() => store.apply(both, three, 9)).toThrow('is full');

    expect([statusOf('fragile'), statusOf('solid')]).toMatchObject([
      { position: 0, error: null },
      { position: 0, error: null },
    ]);
    expect(keys('solid')).toEqual([]);
    set.fault = null;
    expect(store.apply(both, three, 9)).toEqual([]);
  });

  it('do not stop at what fails once and not again', () => {
    const { store, set, keys, statusOf } = bench();
    let faults = 1;
    set.fault = () => {
      faults -= 1;
      return faults < 0 ? undefined : new Error('once');
    };

    expect(store.apply(both, three, 9)).toEqual([]);

    expect(statusOf('fragile')).toMatchObject({ position: 9, error: null });
    expect(keys('fragile')).toEqual([1, 2, 3]);
  });

  it('that there are not are nobody’s', () => {
    const { store } = bench();
    expect(() => store.rows('nonsense')).toThrow('There is no view nonsense');
    expect(() => store.apply(['nonsense'], [], 1)).toThrow('There is no view nonsense');
  });
});

describe('a shadow', () => {
  it('is seen by nobody until it is swapped in, and leaves out streams that make no person', () => {
    const { store, keys } = bench();
    store.apply(both, [input(1, 7)], 7);
    const shadow = store.shadow('solid');
    shadow.write([input(2, 8), { ...input(4, 8), state: { exists: false } }]);
    expect([store.rows('solid'), keys('solid')]).toEqual([1, [1]]);

    shadow.swap([input(2, 8), input(3, 9)], 9);

    expect(store.rows('solid')).toBe(2);
    expect(() => keys('solid')).toThrow('no such table');
    store.apply(both, [input(5, 10)], 10);
    expect(store.rows('solid')).toBe(3);
  });

  it('that is thrown away leaves the view in use as it was', () => {
    const { store, keys } = bench();
    store.apply(both, [input(1, 7)], 7);
    const shadow = store.shadow('solid');
    shadow.write([input(2, 8)]);
    shadow.discard();
    expect(keys('solid')).toEqual([1]);
    expect(store.shadow('solid').indexes).toEqual([]);
  });
});

it('a view is tidied after many writes, across restarts, until nothing is left to be done', () => {
  const { store, open, set } = bench();
  const many = Array.from({ length: 9_999 }, (_, index) => input((index % 10) + 1, index + 1));
  set.untidy = 3;
  store.apply(both, many, 9_999);
  expect(store.tidy()).toBe(false);

  const again = open();
  again.apply(both, [input(1, 10_000)], 10_000);
  expect([again.tidy(), again.tidy(), again.tidy(), again.tidy()]).toEqual([true, true, true, false]);
  expect(set.untidy).toBe(0);
  expect(open().tidy()).toBe(false);
});
