import { describe, expect, it } from 'vitest';
import { personNameSchema } from '../../../../domain/person/name-schema.ts';
import type { DuplicatePair } from '../../../../domain/contract/views.ts';
import { allPages, openTestConsole, type TestConsole } from '../../../testing/test-console.ts';
import {
  addEmail,
  addPhone,
  createPerson,
  numberOf,
  personIdOf,
  setBirthDate,
  submission,
} from '../../../testing/submissions.ts';
import { sharedConsole } from '../../../testing/shared-console.ts';
import { openReadable } from '../open-database.ts';
import { Comparer } from './duplicate-comparer.ts';
import { duplicatesOfSubject } from './duplicates-of-subject.ts';
import { createQueryContext } from './query-context.ts';

/** Persons 1 to 12 are six planted pairs; 21 to 32 look alike and are not the same. */
const planted = [
  [createPerson(1, 'Ada Lovelace'), addEmail(1, 'Ada@Example.com')],
  [createPerson(2, 'A. King'), addEmail(2, 'ada@example.com')],
  [createPerson(3, 'Grace Hopper'), addPhone(3, '079 123 45 67')],
  [createPerson(4, 'Hopper'), addPhone(4, '+41 79 123 45 67')],
  [createPerson(5, 'Robert Smith'), setBirthDate(5, '1950-05-05')],
  [createPerson(6, 'Bob Smith'), setBirthDate(6, '1950-05-05')],
  [createPerson(7, 'Emmy Noether'), setBirthDate(7, '1882-03-23')],
  [createPerson(8, 'Noether Emmy'), setBirthDate(8, '1882-03-23')],
  [createPerson(9, 'Sofia Kowalewskaja'), setBirthDate(9, '1850-01-15')],
  [createPerson(10, 'Sofia Kovalewskaja'), setBirthDate(10, '1850-01-15')],
  [createPerson(11, 'José García'), setBirthDate(11, '1900-10-10')],
  [createPerson(12, 'Jose Garcia'), setBirthDate(12, '1900-10-10')],
];
const nearMisses = [
  // The same name, but not the same day.
  [createPerson(21, 'Ada Byron'), setBirthDate(21, '1815-12-10')],
  [createPerson(22, 'Ada Byron'), setBirthDate(22, '1815-12-11')],
  // The same day, but twins.
  [createPerson(23, 'Anna Weber'), setBirthDate(23, '1990-02-02')],
  [createPerson(24, 'Paul Weber'), setBirthDate(24, '1990-02-02')],
  // Father and son, whoever wrote down the day.
  [
    createPerson(25, { givenNames: ['John'], familyNames: ['Miller'], suffixes: ['Sr.'] }),
    setBirthDate(25, '1960-06-06'),
  ],
  [
    createPerson(26, { givenNames: ['John'], familyNames: ['Miller'], suffixes: ['Jr.'] }),
    setBirthDate(26, '1960-06-06'),
  ],
  // Addresses and numbers that differ in one sign.
  [createPerson(27, 'Mary Jones'), addEmail(27, 'mary@example.com')],
  [createPerson(28, 'Mary Jones'), addEmail(28, 'mary@example.org')],
  [createPerson(29, 'Max Muster'), addPhone(29, '044 111 22 33')],
  [createPerson(30, 'Max Muster'), addPhone(30, '044 111 22 34')],
  // Equal national numbers of two countries.
  [createPerson(31, 'Eva Berg'), addPhone(31, '+43 79 555 66 77')],
  [createPerson(32, 'Eva Berg'), addPhone(32, '+41 79 555 66 77')],
];

const console = sharedConsole((opened) => opened.submitAll([...planted, ...nearMisses].flat()));

type Pair = readonly [first: number, second: number, reason: string | undefined];

function toPair({ first, second, reasons }: DuplicatePair): Pair {
  return [numberOf(first.personId), numberOf(second.personId), reasons[0]?.kind];
}

async function pairsOf(opened: TestConsole, personId?: string): Promise<readonly Pair[]> {
  const { pairs } = await opened.ask('persons.duplicates', personId === undefined ? {} : { personId });
  return pairs.map(toPair);
}

describe('duplicate candidates', () => {
  it('are the planted pairs with their reasons, and none of the near misses', async () => {
    expect(await pairsOf(console())).toEqual([
      [1, 2, 'email'],
      [3, 4, 'phone'],
      [5, 6, 'birth-date-and-name'],
      [7, 8, 'birth-date-and-name'],
      [9, 10, 'birth-date-and-name'],
      [11, 12, 'birth-date-and-name'],
    ]);
  });

  it('say what is shared, and how far names agree', async () => {
    const { pairs } = await console().ask('persons.duplicates', {});
    expect(pairs[0]?.reasons).toEqual([{ kind: 'email', value: 'ada@example.com', degree: null }]);
    expect(pairs[1]?.reasons).toEqual([{ kind: 'phone', value: '+41791234567', degree: null }]);
    expect(pairs[2]?.reasons).toMatchObject([{ kind: 'birth-date-and-name', value: '1950-05-05' }]);
    expect(pairs[2]?.reasons[0]?.degree).toBeGreaterThanOrEqual(0.8);
  });

  it('of one person are those with that person in them, from either side', async () => {
    expect(await pairsOf(console(), personIdOf(5))).toEqual([[5, 6, 'birth-date-and-name']]);
    expect(await pairsOf(console(), personIdOf(6))).toEqual([[6, 5, 'birth-date-and-name']]);
    expect(await pairsOf(console(), personIdOf(21))).toEqual([]);
    expect(await pairsOf(console(), personIdOf(999))).toEqual([]);
  });

  it('come page by page, each pair once', async () => {
    const pairs: Pair[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const input: { limit: number; after?: string } = after === '' ? { limit: 2 } : { limit: 2, after };
      const page = await console().ask('persons.duplicates', input);
      pairs.push(...page.pairs.map(toPair));
      after = page.next;
    }
    expect(pairs).toEqual(await pairsOf(console()));
  });
});

describe('the pairs of one person', () => {
  it('come page by page, each once, and say where they end', async () => {
    const opened = openTestConsole();
    const family = [1, 2, 3, 4, 5, 6, 7];
    await opened.submitAll(family.map((number) => createPerson(number, `Person Number${number}`)));
    await opened.submitAll(family.map((number) => addEmail(number, 'family@example.com')));
    const { rows, sizes } = await allPages(async (after) => {
      const ask = { personId: personIdOf(4), limit: 3, ...(after === undefined ? {} : { after }) };
      const { pairs, next } = await opened.ask('persons.duplicates', ask);
      return { rows: pairs, next };
    });
    expect(sizes).toEqual([3, 3]);
    expect(rows.map(toPair)).toEqual([1, 2, 3, 5, 6, 7].map((other) => [4, other, 'email']));
  });
});

describe('a pair', () => {
  it('is settled once one is merged into the other', async () => {
    const opened = openTestConsole();
    await opened.submitAll([...planted.slice(0, 2).flat()]);
    expect(await pairsOf(opened)).toHaveLength(1);
    await opened.submit(
      submission('MergePersons', {
        personId: personIdOf(2),
        targetId: personIdOf(1),
        reason: 'DuplicateIdentity',
      }),
    );
    expect(await pairsOf(opened)).toEqual([]);
  });

  it('is found even where hundreds share the day of birth', async () => {
    const opened = openTestConsole();
    const crowd = Array.from({ length: 520 }, (_, index) => index + 100);
    await opened.submitAll(crowd.map((number) => createPerson(number, `Person Number${number}`)));
    await opened.submitAll(crowd.map((number) => setBirthDate(number, '1970-01-01')));
    await opened.submitAll([
      createPerson(1, 'Ada Lovelace'),
      setBirthDate(1, '1970-01-01'),
      addEmail(1, 'ada@example.com'),
    ]);
    await opened.submitAll([createPerson(2, 'A. King'), addEmail(2, 'ada@example.com')]);
    await opened.submitAll([createPerson(3, 'Ada Lovelace'), setBirthDate(3, '1970-01-01')]);

    expect(await pairsOf(opened)).toEqual([[1, 2, 'email']]);
    expect(await pairsOf(opened, personIdOf(1))).toEqual([[1, 2, 'email']]);
  });
});

describe('somebody with the same e-mail address', () => {
  /** Person 2, the last of them all, has it; before them are thousands who were born on person 1's day. */
  async function behindCrowd(): Promise<TestConsole> {
    const opened = openTestConsole();
    await opened.submitAll([
      createPerson(1, 'Ada Lovelace'),
      addEmail(1, 'ada@example.com'),
      createPerson(2, 'A. King'),
      addEmail(2, 'ada@example.com'),
    ]);
    await opened.submit(setBirthDate(1, '1970-01-01'));
    opened.engine.engine.catchUp();
    const { viewsDb } = opened.engine.store;
    const columns = viewsDb.prepare("SELECT name FROM pragma_table_info('persons_1')").pluck().all();
    viewsDb.exec(`
      INSERT INTO duplicate_keys_1(key, shared) WITH RECURSIVE n(key) AS (SELECT 3 UNION ALL SELECT key + 1 FROM n LIMIT 6000)
        SELECT key, 'birth:1970-01-01' FROM n;
      INSERT INTO persons_1 SELECT d.key, 'crowd-' || d.key, ${columns.slice(2).join(', ')}
        FROM duplicate_keys_1 d JOIN persons_1 p ON p.key = 1 WHERE d.key > 2;
      UPDATE duplicate_keys_1 SET key = 100000 WHERE key = 2;
      UPDATE details_1 SET key = 100000 WHERE key = 2;
      UPDATE persons_1 SET key = 100000 WHERE key = 2`);
    return opened;
  }

  it('is found behind thousands who share the day of birth', async () => {
    const opened = await behindCrowd();
    expect(await pairsOf(opened)).toEqual([[1, 2, 'email']]);
    expect(await pairsOf(opened, personIdOf(1))).toEqual([[1, 2, 'email']]);
  });

  it('is found there by an import as well', async () => {
    const { store } = (await behindCrowd()).engine;
    const context = createQueryContext(
      openReadable({ file: store.folder.log }),
      openReadable({ file: store.folder.views }),
    );
    const subject = {
      name: personNameSchema.parse({ givenNames: ['Augusta'], familyNames: ['King'] }),
      birthDate: '1970-01-01',
      emails: ['ada@example.com'],
      phones: [],
    };
    const found = duplicatesOfSubject(context, subject, {
      limit: 1,
      comparer: new Comparer(context),
      isLeftOut: (personId) => personId === personIdOf(1),
    });
    expect(found.map(({ personId }) => personId)).toEqual([personIdOf(2)]);
  });
});

describe('a value that many share', () => {
  it.each([
    [500, 'is a sign', 10],
    [501, 'is none: a switchboard has that number', 0],
    [12_000, 'is none, however many they are', 0],
  ])('%i times %s', async (sharing, _what, found) => {
    const opened = openTestConsole();
    await opened.submitAll([1, 2, 3, 4, 5].map((number) => createPerson(number, 'Ada Lovelace')));
    await opened.submitAll([1, 2, 3, 4, 5].map((number) => addPhone(number, '+41 79 123 45 67')));
    expect(await pairsOf(opened)).toHaveLength(10);
    const { viewsDb } = opened.engine.store;
    viewsDb
      .prepare(
        `INSERT INTO duplicate_keys_1(key, shared) WITH RECURSIVE n(key) AS (SELECT 100 UNION ALL SELECT key + 1 FROM n LIMIT ?)
         SELECT n.key, (SELECT shared FROM duplicate_keys_1 WHERE key = 1) FROM n`,
      )
      .run(sharing - 5);

    expect((await opened.ask('persons.duplicates', { limit: 10 })).pairs).toHaveLength(found);
    expect(await pairsOf(opened, personIdOf(1))).toHaveLength(found === 0 ? 0 : 4);
  });
});

describe('many pairs', () => {
  it('are all found, however many candidates have to be looked at for a page', async () => {
    const opened = openTestConsole();
    const family = Array.from({ length: 40 }, (_, index) => index + 1);
    await opened.submitAll(family.map((number) => createPerson(number, `Person Number${number}`)));
    await opened.submitAll(family.map((number) => addEmail(number, 'family@example.com')));

    const { pairs, next } = await opened.ask('persons.duplicates', { limit: 1000 });

    expect([pairs.length, next]).toEqual([(40 * 39) / 2, null]);
    expect(new Set(pairs.map((pair) => toPair(pair).join())).size).toBe(pairs.length);
  });

  it('come on pages that end early where few are found among many: no page compares all that share a value', async () => {
    const opened = openTestConsole();
    const crowd = Array.from({ length: 500 }, (_, index) => index + 1);
    const nameOf = (number: number): string =>
      [...String(number)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
    await opened.submitAll(
      crowd.map((number) => createPerson(number, `Q${nameOf(number * 7919)} Z${nameOf(number * 104_729)}`)),
    );
    await opened.submitAll(crowd.map((number) => setBirthDate(number, '1970-01-01')));
    await opened.submitAll([499, 500].map((number) => addEmail(number, 'ada@example.com')));
    const pairs: Pair[] = [];
    let pages = 0;
    for (let after: string | null | undefined; after !== null; pages += 1) {
      const page = await opened.ask('persons.duplicates', after === undefined ? {} : { after });
      pairs.push(...page.pairs.map(toPair));
      after = page.next;
    }
    expect(pairs.filter(([, , reason]) => reason === 'email')).toEqual([[499, 500, 'email']]);
    expect(pages).toBeGreaterThanOrEqual((500 * 499) / 2 / 20_500);
    expect(pages).toBeLessThan(10);
  });

  it('leave those out that another view does not know yet', async () => {
    const opened = openTestConsole();
    await opened.submitAll([
      ...planted.slice(0, 3).flat(),
      createPerson(40),
      addEmail(40, 'ada@example.com'),
    ]);
    expect(await pairsOf(opened)).toHaveLength(3);
    const { viewsDb } = opened.engine.store;
    viewsDb.exec('DELETE FROM details_1 WHERE key = 4');
    expect(await pairsOf(opened)).toEqual([[1, 2, 'email']]);
    viewsDb.exec('DELETE FROM persons_1 WHERE key = 2');
    expect(await pairsOf(opened)).toEqual([]);
  });
});
