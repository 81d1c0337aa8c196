import { expect, it } from 'vitest';
import { createPerson, rename } from '../../../testing/submissions.ts';
import { openTestConsole } from '../../../testing/test-console.ts';
import { searchView } from './search-view.ts';

it('tidied, the index is in one piece and finds what it found', async () => {
  const console = openTestConsole();
  const everybody = Array.from({ length: 600 }, (_, index) => index + 1);
  await console.submitAll(everybody.map((number) => createPerson(number)));
  for (const round of ['first', 'second', 'third']) {
    await console.submitAll(everybody.map((number) => rename(number, `Ada ${round}${number % 7}`)));
    await console.ask('persons.list');
  }
  const db = console.engine.store.viewsDb;
  const pieces = db.prepare('SELECT count(DISTINCT segid) FROM search_1_idx').pluck();
  expect(pieces.get()).toBeGreaterThan(1);
  const before = await console.ask('persons.search', { text: 'ada third3' });

  const step = searchView.tidy?.(db, 1);
  let steps = 0;
  while (step?.() === true) steps += 1;

  expect(steps).toBeGreaterThan(0);
  expect(pieces.get()).toBe(1);
  expect(await console.ask('persons.search', { text: 'ada third3' })).toEqual(before);
  expect(before.rows).toHaveLength(86);
  expect(await console.ask('log.verify')).toMatchObject({ ok: true });
});
