import { expect, type Locator, test } from '@playwright/test';
import { submit } from '../harness/bridge.ts';
import { oneConsole } from '../harness/one-console.ts';
import { goTo } from '../harness/steps.ts';

/** What a person's history says, also where it is long. */
const person = crypto.randomUUID();
const [email, skill] = [crypto.randomUUID(), crypto.randomUUID()];
/** More than the pages that are fetched again with every change. */
const RENAMES = 420;

const rename = (family: string) =>
  submit(open.page, 'UpdateName', {
    personId: person,
    name: { givenNames: ['Ingrid'], familyNames: [family] },
  });

const open = oneConsole(async () => {
  const name = { givenNames: ['Ingrid'], familyNames: ['Solberg'] };
  await submit(open.page, 'CreatePerson', { personId: person, name });
  const component = { personId: person, componentType: 'EmailAddress', componentId: email };
  await submit(open.page, 'AddComponent', { ...component, data: { address: 'old@example.org' } });
  const rust = { personId: person, componentType: 'Skill', componentId: skill };
  await submit(open.page, 'AddComponent', { ...rust, data: { name: 'Rust', category: 'Technical' } });
  for (let count = 0; count < RENAMES; count += 1) await rename(`Solberg ${count}`);
  const changes = { data: { address: 'new@example.org' } };
  await submit(open.page, 'UpdateComponent', { personId: person, componentId: email, changes });
  await submit(open.page, 'RemoveComponent', { personId: person, componentId: email });
  await submit(open.page, 'RemoveComponent', { personId: person, componentId: skill });
  await goTo(open.page, `/persons/${person}`);
});

const events = (): Locator =>
  open.page.getByRole('list', { name: 'What happened, newest first' }).locator(':scope > li');

test('what changed and what was removed is named as it was then, though it was added pages ago', async () => {
  await expect(events().nth(0)).toContainText(/Skill removed.*Rust/);
  await expect(events().nth(1)).toContainText(/E-mail address removed.*new@example\.org/);
  await expect(events().nth(2)).toContainText(/E-mail address changed.*old@example\.org.*new@example\.org/);
});

test('a history that is too long to be fetched again says that it has changed, and begins anew', async () => {
  const { page } = open;
  await expect(events()).toHaveCount(50);
  for (let pages = 2; pages <= 9; pages += 1) {
    await page.getByRole('button', { name: 'Load older' }).click();
    await expect.poll(() => events().count()).toBeGreaterThan(50 * (pages - 1));
  }
  await expect(page.getByText(/events, from the first on/)).toBeVisible();
  await rename('Nordmann');
  const notice = page.getByText('The history has changed since it was loaded.');
  await expect(notice).toBeInViewport({ ratio: 1 });
  await expect(events().first()).toContainText('Skill removed');
  await page.getByRole('button', { name: 'Refresh from the top' }).click();
  await expect(events().first()).toContainText('Ingrid Nordmann');
  await expect(notice).toBeHidden();
});
