import { test } from '@playwright/test';
import { forgetManyPersons } from '../harness/many-persons.ts';

test('100,000 persons are forgotten again', () => {
  forgetManyPersons();
});
