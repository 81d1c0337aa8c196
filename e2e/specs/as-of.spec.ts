import { expect, test } from '@playwright/test';
import { invoke, submit } from '../harness/bridge.ts';
import { oneConsole } from '../harness/one-console.ts';
import { inspect } from '../harness/look.ts';
import { resize } from '../harness/sizes.ts';
import { pretend, tell } from '../harness/pretend.ts';
import { chooseAction, goTo } from '../harness/steps.ts';

/** Looking back through the versions of a person. */
const [person, email] = [crypto.randomUUID(), crypto.randomUUID()];
const LONG_NAME = 'Nadia Ferreira of the Department of Rather Long Names';
const open = oneConsole(async () => {
  const named = (family: string) => ({
    personId: person,
    name: { givenNames: ['Ingrid'], familyNames: [family] },
  });
  await submit(open.page, 'CreatePerson', named('Solberg'));
  await invoke(open.page, 'operator.set', { name: LONG_NAME });
  const component = { personId: person, componentId: email, componentType: 'EmailAddress' };
  await submit(open.page, 'AddComponent', { ...component, data: { address: 'old@example.org' } });
  await invoke(open.page, 'operator.set', { name: 'Bo' });
  const changes = { data: { address: 'new@example.org' } };
  await submit(open.page, 'UpdateComponent', { personId: person, componentId: email, changes });
  await submit(open.page, 'UpdateName', named('Lindqvist'));
  await goTo(open.page, `/persons/${person}`);
});

const components = () => open.page.getByRole('region', { name: 'Components' });
const bar = () => open.page.getByRole('region', { name: 'Looking back' });

test('shows the person as of the version before, with nothing to change', async () => {
  const { page } = open;
  await chooseAction(page, 'Look back');
  await expect(bar()).toContainText('As of version 3 of 4');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ingrid Solberg');
  await expect(page.getByRole('button', { name: 'Rename' })).toHaveCount(0);
  await expect(page.getByText('changes to go out')).toHaveCount(0);
  await inspect(page, 'person-as-of');
});

test('walks through the versions by keyboard, and keeps the place over a reload', async () => {
  const { page } = open;
  await expect(bar().getByRole('slider', { name: 'Version' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(bar()).toContainText('As of version 2 of 4');
  await expect(components()).toContainText('old@example.org');
  await page.keyboard.press('Home');
  await expect(components()).toContainText('No components yet');
  await page.reload();
  await expect(bar()).toContainText('As of version 1 of 4');
});

test('the slider stays where it is from version to version, whoever made them', async () => {
  const { page } = open;
  const slider = bar().getByRole('slider', { name: 'Version' });
  const actors = ['Nadia Ferreira', LONG_NAME, 'Bo'];
  for (const width of [1280, 900, 720]) {
    await resize(open, { width, height: 800, zoom: 1 });
    const boxes = new Set<string>();
    for (const [index, actor] of actors.entries()) {
      await goTo(page, `/persons/${person}?asOf=${index + 1}`);
      await expect(bar()).toContainText(`by ${actor}.`);
      boxes.add(JSON.stringify(await slider.boundingBox()));
    }
    expect([...boxes]).toHaveLength(1);
  }
  await resize(open, { width: 1280, height: 800, zoom: 1 });
});

test('is left by Esc, by the button and at the last version', async () => {
  const { page } = open;
  await expect(bar().getByRole('slider', { name: 'Version' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(bar()).toHaveCount(0);
  await expect(page.getByRole('article')).toBeFocused();
  await expect(components()).toContainText('new@example.org');
  await chooseAction(page, 'Look back');
  await bar().getByRole('button', { name: 'Back to now' }).click();
  await expect(bar()).toHaveCount(0);
  await chooseAction(page, 'Look back');
  await bar().getByRole('button', { name: 'One version on' }).click();
  await expect(bar()).toHaveCount(0);
});

test('begins at an event of the history as well', async () => {
  const { page } = open;
  const created = page
    .getByRole('list', { name: 'What happened, newest first' })
    .getByRole('listitem')
    .last();
  await created.getByRole('button').first().click();
  await created.getByRole('button', { name: 'Show as of this version' }).click();
  await expect(bar()).toContainText('As of version 1 of 4');
  await page.keyboard.press('Escape');
});

test('looks back from what has been changed just now, too', async () => {
  const { page } = open;
  await submit(page, 'UpdateName', { personId: person, name: { familyNames: ['Berg'] } });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Berg');
  await chooseAction(page, 'Look back');
  await expect(bar()).toContainText('As of version 4 of 5');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ingrid Lindqvist');
  await expect(page.getByRole('button', { name: 'Rename' })).toHaveCount(0);
});

test('the history shows where one is, however far back that is', async () => {
  const { page } = open;
  await goTo(page, '/persons');
  const named = (step: number) => ({ personId: person, name: { familyNames: [`Berg ${step}`] } });
  await Promise.all(Array.from({ length: 120 }, (_, step) => submit(page, 'UpdateName', named(step))));
  await goTo(page, `/persons/${person}`);
  const history = page.getByRole('list', { name: 'What happened, newest first' });
  await expect(history.locator(':scope > li')).toHaveCount(50);
  await goTo(page, `/persons/${person}?asOf=3`);
  await expect(bar()).toContainText('As of version 3 of 125');
  const row = (version: number) => history.locator(`[data-version="${version}"]`);
  await expect(row(3)).toBeInViewport({ ratio: 1 });
  await inspect(page, 'person-as-of-far-back');
  await bar().getByRole('slider', { name: 'Version' }).focus();
  await page.keyboard.press('End');
  await expect(bar()).toHaveCount(0);
  await goTo(page, `/persons/${person}?asOf=124`);
  await expect(row(124)).toBeInViewport({ ratio: 1 });
  await inspect(page, 'person-as-of-far');
});

test('a record that was read before a view shows its last change is no look back, and keeps the focus', async () => {
  const { page, app } = open;
  await goTo(page, `/persons/${person}`);
  const edit = page.getByRole('button', { name: /^Edit e-mail address/ });
  await edit.focus();
  const detail = await invoke(page, 'persons.get', { personId: person });
  const early = { ...detail, displayName: 'Read too early', headVersion: detail.version + 1 };
  await pretend(app, { 'persons.get': { ok: true, value: early } });
  await tell(app, { name: 'views.advanced', payload: { position: 99, streams: [`person-${person}`] } });
  await expect(page.getByRole('article', { name: 'Read too early' })).toBeVisible();
  await expect(bar()).toHaveCount(0);
  await expect(edit).toBeFocused();
  await pretend(app, {});
});

test('what is too far back to be read at once is said to be, and read on demand', async () => {
  const { page } = open;
  const old = crypto.randomUUID();
  const name = (family: string) => ({ personId: old, name: { familyNames: [family] } });
  await submit(page, 'CreatePerson', name('Ek'));
  const renames = Array.from({ length: 1060 }, (_, step) => submit(page, 'UpdateName', name(`Ek ${step}`)));
  await Promise.all(renames);
  await goTo(page, `/persons/${old}?asOf=1`);
  const rows = page.locator('[data-version]');
  await expect(rows).toHaveCount(1050, { timeout: 30_000 });
  await expect(page.getByText('Version 1 is further back.')).toBeAttached();
  await page.getByRole('button', { name: 'Load older' }).click();
  await expect(page.getByText('1,061 events, from the first on')).toBeAttached();
  await expect(rows.last()).toBeInViewport({ ratio: 1 });
});
