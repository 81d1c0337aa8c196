import { expect, type Locator, test } from '@playwright/test';
import { submit } from '../harness/bridge.ts';
import { oneConsole } from '../harness/one-console.ts';
import { form, goTo, send } from '../harness/steps.ts';

/** What the keyboard alone does in the palette, in the chooser of components and in dialogs. */
const person = crypto.randomUUID();
const open = oneConsole(async () => {
  const name = { givenNames: ['Ingrid'], familyNames: ['Solberg'] };
  await submit(open.page, 'CreatePerson', { personId: person, name });
});
test.beforeEach(async () => {
  await goTo(open.page, `/persons/${person}`);
  await expect(open.page.getByRole('heading', { name: 'Ingrid Solberg' })).toBeVisible();
});

const dialog = (): Locator => open.page.getByRole('dialog');
const active = (): Locator => dialog().getByRole('option', { selected: true });

/** The highlighted option is the one that the text announces, and it is in sight. */
async function expectActive(name: string | RegExp): Promise<void> {
  await expect(active()).toHaveCount(1);
  await expect(active()).toHaveAccessibleName(name);
  const announced = await dialog().getByRole('combobox').getAttribute('aria-activedescendant');
  expect(await active().getAttribute('id')).toBe(announced);
  await expect(active()).toBeInViewport({ ratio: 1 });
}

test('a type of component is chosen with arrow keys, Home, End and Enter', async () => {
  const { page } = open;
  await page.keyboard.press('a');
  await expectActive(/^E-mail address/);
  await page.keyboard.press('ArrowDown');
  await expectActive(/^Phone number/);
  const mark = (option: Locator) => option.evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await mark(active())).not.toBe(await mark(dialog().getByRole('option').first()));
  await page.keyboard.press('End');
  await expectActive(/^Custom component/);
  await page.keyboard.press('Home');
  await expectActive(/^E-mail address/);
  await page.keyboard.type('phone');
  await expectActive(/^Phone number/);
  await page.keyboard.press('Enter');
  await expect(form(page, 'Add phone number')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog()).toBeHidden();
});

test('the palette offers what can be done to the person in sight, with its keys', async () => {
  const { page } = open;
  await page.keyboard.press('Control+k');
  await expect(dialog().getByText('Ingrid Solberg')).toBeVisible();
  await expect(dialog().getByRole('option', { name: /^Rename person\s*R$/ })).toBeVisible();
  await page.keyboard.type('deact');
  await expectActive('Deactivate person');
  await page.keyboard.press('Enter');
  await form(page, 'Deactivate person').getByLabel('Reason').fill('On leave');
  await send(page, 'Deactivate person');
  await page.keyboard.press('Control+k');
  await expect(dialog().getByRole('option', { name: 'Rename person' })).toBeHidden();
  await page.keyboard.type('reactivate');
  await page.keyboard.press('Enter');
  await form(page, 'Reactivate person').getByLabel('Reason').fill('Back');
  await send(page, 'Reactivate person');
});

test('the palette does the same for the person beside the list, and nothing of it without one', async () => {
  const { page } = open;
  await goTo(page, '/persons');
  await page.keyboard.press('Control+k');
  await expect(dialog().getByRole('option', { name: 'Create person' })).toBeVisible();
  await expect(dialog().getByRole('option', { name: 'Archive person' })).toBeHidden();
  await page.keyboard.press('Escape');
  await goTo(page, `/persons?selected=${person}`);
  await expect(page.getByRole('article', { name: 'Ingrid Solberg' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(dialog().getByRole('option', { name: 'Archive person' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await expect(form(page, 'Rename person')).toBeVisible();
  await page.keyboard.press('Escape');
});

/** What the palette has for these letters first is done. */
async function palette(text: string): Promise<void> {
  await open.page.keyboard.press('Control+k');
  await open.page.keyboard.type(text);
  await open.page.keyboard.press('Enter');
  await expect(dialog().getByRole('combobox')).toBeHidden();
}

test('the palette has what leads on from a person: back, to the log, and the id', async () => {
  const { page } = open;
  await palette('copy');
  await expect(page.getByText('Id copied')).toBeVisible();
  await palette('look');
  await expect(page.getByRole('region', { name: 'Looking back' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(dialog().getByRole('option', { name: 'Copy id' })).toBeVisible();
  await expect(dialog().getByRole('option', { name: 'Rename person' })).toBeHidden();
  await page.keyboard.press('Escape');
  await palette('show event log');
  await expect(page).toHaveURL(new RegExp(`stream=person-${person}`, 'u'));
});

test('the palette does what the buttons over the list do to whom is selected, and only there', async () => {
  const { page } = open;
  await goTo(page, '/persons');
  await page
    .getByRole('row', { name: /Ingrid Solberg/ })
    .getByRole('checkbox')
    .check();
  await palette('tag');
  await expect(page.getByRole('dialog', { name: /tag/iu })).toBeVisible();
  await page.keyboard.press('Escape');
  await goTo(page, '/settings');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('tag');
  await expect(dialog().getByRole('option', { name: /selected/ })).toBeHidden();
  await page.keyboard.press('Escape');
  await goTo(page, '/persons');
  await page.getByRole('button', { name: 'Clear the selection' }).click();
});

test('the palette sets a check going from any page', async () => {
  const { page } = open;
  await palette('check');
  await goTo(page, '/maintenance');
  const check = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Check' }) });
  await expect(check.getByText(/^Last run/)).toBeVisible();
});

test('the palette switches density and the zone of times', async () => {
  const { page } = open;
  const choose = async (text: string) => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await expect(dialog()).toBeHidden();
  };
  await choose('compact');
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact');
  await choose('density default');
  await expect(page.locator('html')).toHaveAttribute('data-density', 'default');
  await choose('utc');
  await page.keyboard.press('Control+k');
  await expect(dialog().getByRole('option', { name: /^Times: UTC\s*in use/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await choose('local');
});

test('Esc closes a dialog at once, tooltip or not', async () => {
  const { page } = open;
  await page.keyboard.press('r');
  const sheet = form(page, 'Rename person');
  await sheet.getByRole('button', { name: 'Close' }).hover();
  // It stands in the page, which a dialog hides from assistive technology: the button has its name all the same.
  const tooltip = page.getByRole('tooltip', { includeHidden: true });
  await expect(tooltip).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await expect(tooltip).toBeHidden();
});

test('a button says what it does to who tabs to it, not where a menu gives the focus back', async () => {
  const { page } = open;
  const more = page.getByRole('button', { name: 'More actions' });
  const tooltip = page.getByRole('tooltip', { includeHidden: true });
  await more.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();
  await expect(tooltip).toBeHidden();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(more).toBeFocused();
  await expect(tooltip).toContainText('More actions');
});

test('a form that was opened from a menu or the palette begins in its first field, without a complaint', async () => {
  const { page } = open;
  const archive = form(page, 'Archive person');
  const expectFresh = async () => {
    await expect(archive.getByLabel('Reason')).toBeFocused();
    // Typing and deleting would complain; having been opened must not.
    await page.waitForFunction(() => document.getAnimations().length === 0);
    await expect(archive.getByText('Enter a value')).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(archive).toBeHidden();
  };
  const more = page.getByRole('button', { name: 'More actions' });
  await more.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Archive…' }).press('Enter');
  await expectFresh();
  await expect(more).toBeFocused();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('archive');
  await page.keyboard.press('Enter');
  await expectFresh();
});

test('each page is reached by a key of its own, and none of them while somebody types', async () => {
  const { page } = open;
  await expect(page).toHaveTitle('Person – Person Console');
  for (const [key, address, title] of [
    ['i', 'import', 'Import – Person Console'],
    ['l', 'log', 'Event log – Person Console'],
    ['o', 'conflicts', 'Conflicts – Person Console'],
    ['n', 'link', 'Link – Person Console'],
    ['t', 'maintenance', 'Maintenance – Person Console'],
    ['Control+,', 'settings', 'Settings – Person Console'],
    ['e', 'persons', 'Persons – Person Console'],
  ] as const) {
    await page.keyboard.press(key);
    await expect(page).toHaveURL(new RegExp(`#/${address}`, 'u'));
    await expect(page).toHaveTitle(title);
  }
  await expect(page.getByRole('grid', { name: 'Persons' })).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.locator(':focus')).toHaveRole('searchbox');
  await page.keyboard.type('elton i');
  await expect(page.locator(':focus')).toHaveValue('elton i');
  await expect(page).toHaveURL(/#\/persons/u);
});

test('a text field has the menu of the right button, what is no text has none', async () => {
  const { page, app } = open;
  // The system draws the menu: what it would be drawn from is kept instead.
  await app.evaluate(({ Menu }) => {
    const shown: unknown[] = [];
    Object.assign(globalThis, { shownMenus: shown });
    Menu.buildFromTemplate = (template) => {
      shown.push(template.map(({ role }) => role ?? '-').join(' '));
      return { popup: () => undefined } as unknown as Electron.Menu;
    };
  });
  const shown = () => app.evaluate(() => (globalThis as unknown as { shownMenus: string[] }).shownMenus);
  await page
    .getByRole('heading', { name: 'Ingrid Solberg' })
    .click({ button: 'right', position: { x: 1, y: 1 } });
  await page.keyboard.press('r');
  await form(page, 'Rename person').getByLabel('Given names').click({ button: 'right' });
  await expect.poll(shown).toContain('undo redo - cut copy paste - selectAll');
  expect((await shown()).filter((menu) => menu.includes('paste'))).toHaveLength(1);
  await page.keyboard.press('Escape');
});
