import { test } from '@playwright/test';
import { makeManyPersons } from '../harness/many-persons.ts';

test('100,000 persons are there to begin with', async () => {
  test.setTimeout(180_000);
  await makeManyPersons();
});
