import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { sought } from '../../../../domain/projections/person-search.ts';
import { allPages, openTestConsole, type TestConsole } from '../../../testing/test-console.ts';
import {
  addComponent,
  addEmail,
  createPerson,
  numberOf,
  personIdOf,
  rename,
  submission,
} from '../../../testing/submissions.ts';
import { sharedConsole } from '../../../testing/shared-console.ts';

const people = {
  ada: 1,
  jose: 2,
  mailed: 3,
  employed: 4,
  skilled: 5,
  tagged: 6,
  chinese: 7,
  korean: 8,
  obrien: 9,
  polish: 10,
  johnson: 11,
  jane: 12,
  hindi: 13,
  dialled: 14,
  national: 15,
} as const;

const history = [
  createPerson(people.ada, 'Ada Lovelace'),
  createPerson(people.jose, 'José García'),
  createPerson(people.mailed, 'Mary Smith'),
  addEmail(people.mailed, 'lovelace@example.com'),
  createPerson(people.employed, 'Tim Smith'),
  addComponent(people.employed, 'Employment', { company: 'Lovelace Ltd', position: 'Weaver' }),
  createPerson(people.skilled, 'Emmy Smith'),
  addComponent(people.skilled, 'Skill', { name: 'Lovelace engines', category: 'X', proficiency: 'Expert' }),
  createPerson(people.tagged, 'Sophie Smith'),
  addComponent(people.tagged, 'Tag', { name: 'Other' }, { tags: ['lovelace fan'] }),
  createPerson(people.chinese, { familyNames: ['李'], givenNames: ['明珠'], convention: 'EastAsian' }),
  createPerson(people.korean, { familyNames: ['김'], givenNames: ['민준'], convention: 'EastAsian' }),
  createPerson(people.obrien, "Conan O'Brien"),
  createPerson(people.polish, 'Łukasz Straße'),
  createPerson(people.johnson, 'Robert Johnson'),
  createPerson(people.jane, 'Jane Johnson'),
  createPerson(people.hindi, 'अमिताभ बच्चन'),
  createPerson(people.dialled, 'Erika Muster'),
  addComponent(people.dialled, 'PhoneNumber', { number: '+49 30 901820-4711', countryCode: '+49' }),
  submission('LinkIdentity', { personId: personIdOf(people.dialled), system: 'crm', identityId: 'K-2041/7' }),
  createPerson(people.national, 'Max Muster'),
  addComponent(people.national, 'PhoneNumber', { number: '089 555 0173', countryCode: '+49' }),
  submission('DeactivatePerson', { personId: personIdOf(people.jose), reason: 'On leave' }),
];

const console = sharedConsole((opened) => opened.submitAll(history));

async function search(text: string, opened: TestConsole = console()): Promise<readonly number[]> {
  const { rows } = await opened.ask('persons.search', { text, limit: 1000 });
  return rows.map(({ personId }) => numberOf(personId));
}

describe('search', () => {
  it('finds those of a status behind thousands of another', async () => {
    const opened = openTestConsole();
    await opened.submitAll(
      Array.from({ length: 2001 }, (_, index) => createPerson(index + 1, 'Ada Lovelace')),
    );
    await opened.submit(submission('DeactivatePerson', { personId: personIdOf(2001), reason: 'On leave' }));
    expect(await opened.ask('persons.search', { text: 'ada', status: ['suspended'] })).toMatchObject({
      rows: [{ personId: personIdOf(2001) }],
    });
    expect(await opened.ask('persons.search', { text: 'ada' })).toMatchObject({ total: 2001 });
    await opened.submit(createPerson(2002, 'Ada Byron'));
    expect(await opened.ask('persons.search', { text: 'ada' })).toMatchObject({ total: 2001 });
  });

  it.each([
    [2000, 'a page of ranked hits'],
    [10_000, 'what is ranked in full'],
  ])('finds the best at the very end of %i others: more than %s', async (others, _what) => {
    const opened = openTestConsole();
    await opened.submitAll([
      createPerson(1, 'Abel Hopper'),
      addComponent(1, 'Tag', { name: 'Adam' }),
      createPerson(2, 'Ada King'),
    ]);
    opened.engine.engine.catchUp();
    const { viewsDb } = opened.engine.store;
    viewsDb.exec(`
      CREATE TEMP TABLE other AS SELECT * FROM persons_1 WHERE key = 1;
      CREATE TEMP TRIGGER next AFTER UPDATE ON other BEGIN INSERT INTO persons_1 SELECT * FROM other; END;
      UPDATE persons_1 SET key = 100000 WHERE key = 2;
      DELETE FROM search_1 WHERE rowid = 2;
      INSERT INTO search_1(rowid, name) VALUES(100000, 'ada king')`);
    const person = viewsDb.prepare("UPDATE other SET key = @key, person_id = 'other-' || @key");
    const words = viewsDb.prepare(
      "INSERT INTO search_1(rowid, name, tag) VALUES(@key, 'abel hopper', 'adam')",
    );
    viewsDb.transaction(() => {
      for (let key = 3; key < others + 3; key += 1) for (const put of [person, words]) put.run({ key });
    })();
    expect((await opened.ask('persons.search', { text: 'ada', limit: 1 })).rows).toMatchObject([
      { personId: personIdOf(2) },
    ]);
  });

  it('ranks a name above an e-mail address, above employer, above skill, above tag', async () => {
    const { ada, mailed, employed, skilled, tagged } = people;
    expect(await search('lovelace')).toEqual([ada, mailed, employed, skilled, tagged]);
  });

  it.each([
    ['jose', people.jose],
    ['JOSÉ', people.jose],
    ['garcia', people.jose],
    ['lukasz strasse', people.polish],
    ['Łukasz Straße', people.polish],
    ['obrien', people.obrien],
    ['o’brien', people.obrien],
    ['weaver', people.employed],
    ['अमिताभ', people.hindi],
  ])('folds letters: %s', async (text, number) => {
    expect(await search(text)).toEqual([number]);
  });

  it.each([
    ['lov', 5],
    ['l', 6],
    ['jo jo', 3],
    ['rob john', 1],
    ['john rob', 1],
  ])('finds by the beginnings of words, in any order: %s', async (text, found) => {
    expect(await search(text)).toHaveLength(found);
  });

  it.each([
    ['+49 30 9018204711', people.dialled],
    ['0049 (30) 901820 4711', people.dialled],
    ['030/9018204711', people.dialled],
    ['901820', people.dialled],
    ['+4930901', people.dialled],
    ['089-5550173', people.national],
    ['+49 89 5550173', people.national],
    ['k-2041', people.dialled],
  ])(
    'finds by a telephone number however it is written, and by the id of another system: %s',
    async (text, number) => {
      expect(await search(text)).toEqual([number]);
    },
  );

  it('finds nobody by the end of a telephone number that has another beginning', async () => {
    expect(await search('+49 40 111901820')).toEqual([]);
  });

  it.each(['ovelace', 'ada jose', 'adaa'])(
    'finds nobody by the middle of a word, nor by words of two persons: %s',
    async (text) => {
      expect(await search(text)).toEqual([]);
    },
  );

  it('finds names that are written without spaces by any of their signs', async () => {
    expect(await search('李明')).toEqual([people.chinese]);
    expect(await search('珠')).toEqual([people.chinese]);
    expect(await search('민준')).toEqual([people.korean]);
    expect(await search('김민준')).toEqual([people.korean]);
  });

  it.each(['', '   ', '"', '*', 'NEAR(', '- OR', '; DROP TABLE', '%', ' '])(
    'takes %j for what it is: no words',
    async (text) => {
      expect((await console().ask('persons.search', { text })).rows.length).toBeLessThanOrEqual(1);
    },
  );

  it('takes the words of the query language for words', async () => {
    expect(await search('ada AND lovelace')).toEqual([]);
    expect(await search('name:ada')).toEqual([]);
    expect(await search('"ada lovelace"')).toEqual([people.ada]);
    expect(await search('ada*')).toEqual([people.ada]);
  });

  it('filters by state, and counts only what it has not filtered', async () => {
    expect(await console().ask('persons.search', { text: 'jose', status: ['active'] })).toMatchObject({
      rows: [],
      total: null,
    });
    expect(await console().ask('persons.search', { text: 'jose', status: ['suspended'] })).toMatchObject({
      rows: [{ personId: personIdOf(people.jose), status: 'suspended' }],
    });
    expect(await console().ask('persons.search', { text: 'smith' })).toMatchObject({ total: 4 });
  });

  it('shows everybody that is found once, page by page', async () => {
    const { rows, sizes } = await allPages((after) =>
      console().ask('persons.search', { text: 's', limit: 2, ...(after === undefined ? {} : { after }) }),
    );
    expect(sizes).toEqual([2, 2, 1]);
    expect(rows.map(({ personId }) => numberOf(personId))).toEqual(await search('s'));
  });

  it.each([
    'nonsense',
    Buffer.from('[1.5]').toString('base64url'),
    Buffer.from('["1"]').toString('base64url'),
  ])('refuses the page mark %s', async (after) => {
    await expect(console().ask('persons.search', { text: 's', after })).rejects.toMatchObject({
      error: { code: 'cursor-invalid' },
    });
  });

  test.prop([fc.string({ maxLength: 40, unit: 'grapheme' })], { numRuns: 60 })(
    'takes any text',
    async (text) => {
      const answer = await console().ask('persons.search', { text });
      expect(answer.rows.length).toBe(answer.total);
    },
  );
});

describe('what is written is found, and no more', () => {
  it('by its new name, not by the former one, nor under a type that is gone', async () => {
    const opened = openTestConsole();
    await opened.submitAll([
      createPerson(1, 'Ada Byron'),
      addEmail(1, 'ada@example.com', { commandId: personIdOf(500) }),
    ]);
    await opened.submitAll([
      rename(1, 'Ada Lovelace'),
      submission('RemoveEmail', { personId: personIdOf(1), componentId: personIdOf(500) }),
    ]);

    expect(await search('lovelace', opened)).toEqual([1]);
    expect(await search('byron', opened)).toEqual([]);
    expect(await search('example', opened)).toEqual([]);
  });

  const word = fc.string({
    minLength: 1,
    maxLength: 12,
    unit: fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
  });
  test.prop([fc.uniqueArray(word, { minLength: 1, maxLength: 25 })], { numRuns: 8 })(
    'by each word of each name, in whatever script',
    async (names) => {
      const opened = openTestConsole();
      const submissions = names.map((name, index) => createPerson(index + 1, { givenNames: [name] }));
      const outcomes = await Promise.allSettled(submissions.map(opened.submit));
      const created = outcomes.flatMap(({ status }, index) => (status === 'fulfilled' ? [index] : []));

      for (const index of created) {
        for (const each of sought(names[index] ?? '').words)
          expect(await search(each, opened)).toContain(index + 1);
      }
      await opened.close();
    },
  );
});
