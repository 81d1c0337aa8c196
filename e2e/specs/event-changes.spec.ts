import { expect, type Locator, test } from '@playwright/test';
import { submit } from '../harness/bridge.ts';
import { oneConsole } from '../harness/one-console.ts';
import { inspect } from '../harness/look.ts';
import { goTo } from '../harness/steps.ts';

/** An event of a person's history that is opened: what it changed, before and after, or what was written. */
const person = crypto.randomUUID();
const open = oneConsole(async () => {
  const { page } = open;
  const name = { givenNames: ['Ingrid'], familyNames: ['Solberg'] };
  await submit(page, 'CreatePerson', { personId: person, name });
  await submit(page, 'UpdateName', { personId: person, name: { ...name, familyNames: ['Nordmann'] } });
  await submit(page, 'AssignLocation', { personId: person, locationId: 'oslo' });
  await submit(page, 'AssignLocation', { personId: person, locationId: 'bergen' });
  await submit(page, 'UpdateMetadata', { personId: person, changes: { batch: '17' } });
  await submit(page, 'UpdateMetadata', { personId: person, changes: { batch: '18' } });
  await submit(page, 'LinkIdentity', { personId: person, system: 'ldap', identityId: 'ingrid' });
  await submit(page, 'DeactivatePerson', { personId: person, reason: 'On leave' });
  await goTo(page, `/persons/${person}`);
});

const event = (version: number): Locator =>
  open.page
    .getByRole('list', { name: 'What happened, newest first' })
    .locator(':scope > li')
    .filter({ has: open.page.getByText(`v${version}`, { exact: true }) });

test('an opened event says field by field what it changed', async () => {
  for (const [version, group, words] of [
    [8, 'Lifecycle', /Status.*was.*Active.*now.*Deactivated.*Reason.*On leave/],
    [7, 'Identities', /ldap.*now.*ingrid/],
    [6, 'Metadata', /batch.*was.*17.*now.*18/],
    [4, 'Person', /Location.*was.*oslo.*now.*bergen/],
    [2, 'Name', /In lists.*Ingrid Solberg.*Ingrid Nordmann.*Family names.*Solberg.*Nordmann/],
    [1, 'Name', /Given names.*now.*Ingrid/],
  ] as const) {
    await event(version).getByRole('button').first().click();
    await expect(event(version).getByRole('region', { name: group })).toContainText(words);
    await event(version).getByRole('region', { name: group }).scrollIntoViewIfNeeded();
    if (version === 2) await inspect(open.page, 'event-changes');
    await event(version).getByRole('button').first().click();
  }
});

test('the same event as it was written, to be copied', async () => {
  const { page, app } = open;
  await event(4).getByRole('button').first().click();
  await event(4).getByRole('radio', { name: 'Raw JSON' }).click();
  await expect(event(4).getByRole('region', { name: 'Data of LocationAssigned' })).toContainText('bergen');
  await event(4).getByRole('region', { name: 'Data of LocationAssigned' }).scrollIntoViewIfNeeded();
  await inspect(page, 'event-json');
  await event(4).getByRole('button', { name: 'Copy JSON' }).click();
  await expect(event(4).getByRole('button', { name: 'Copied' })).toBeVisible();
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(JSON.parse(copied)).toMatchObject({ locationId: 'bergen' });
});
