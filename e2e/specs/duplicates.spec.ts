import { expect, type Locator, test } from '@playwright/test';
import { submit } from '../harness/bridge.ts';
import { oneConsole } from '../harness/one-console.ts';
import { inspect } from '../harness/look.ts';
import { misplaced, resize, type Size } from '../harness/sizes.ts';
import { chooseOption, form, goTo } from '../harness/steps.ts';

/** Two records of one person: found, compared, merged. */
const [kept, twin, other] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()];
const addresses = { [kept]: crypto.randomUUID(), [twin]: crypto.randomUUID() };
async function person(personId: string, given: string, address: string): Promise<void> {
  const { page } = open;
  await submit(page, 'CreatePerson', { personId, name: { givenNames: [given], familyNames: ['Quispe'] } });
  await submit(page, 'SetBirthDate', { personId, birthDate: '1987-02-28' });
  const [componentId, componentType] = [addresses[personId], 'EmailAddress'];
  await submit(page, 'AddComponent', { personId, componentId, componentType, data: { address } });
}

async function change(personId: string, changes: object): Promise<void> {
  await submit(open.page, 'UpdateComponent', { personId, componentId: addresses[personId], changes });
}

const open = oneConsole(async () => {
  await person(kept, 'Ana María', 'ana.quispe@example.org');
  await person(twin, 'Ana', 'Ana.Quispe@example.org');
  const phone = { countryCode: '+51', number: '1 555 0147' };
  await submit(open.page, 'AddComponent', { personId: twin, componentType: 'PhoneNumber', data: phone });
  const name = { givenNames: ['Luis'], familyNames: ['Quispe'] };
  await submit(open.page, 'CreatePerson', { personId: other, name });
  await submit(open.page, 'SetBirthDate', { personId: other, birthDate: '1987-02-28' });
  await goTo(open.page, `/persons/${kept}`);
});

/** The name of each person in the list, whose addresses are written with a point. */
const listed = (): Locator =>
  open.page
    .getByRole('grid', { name: 'Persons' })
    .locator('[data-index]')
    .getByText(/^[^.]* Quispe$/);

test('the list is narrowed to those who may be somebody else', async () => {
  const { page } = open;
  await goTo(page, '/persons');
  await expect(listed()).toHaveText(['Ana Quispe', 'Ana María Quispe', 'Luis Quispe']);
  await page.keyboard.press('f');
  const filter = form(page, 'Filter persons');
  await filter.getByLabel('Has possible duplicates').check();
  await filter.getByRole('button', { name: 'Show who matches' }).click();
  await expect(page.getByRole('list', { name: 'Filters' })).toContainText('Has possible duplicates');
  await expect(listed()).toHaveText(['Ana Quispe', 'Ana María Quispe']);
  await inspect(page, 'persons-with-duplicates');
  await goTo(page, `/persons/${kept}`);
});

test('a person’s page says who may be the same, and why', async () => {
  const { page } = open;
  await expect(page.getByText('May be the same as 1 other record')).toBeVisible();
  await expect(page.getByText(/both have the e-mail address ana\.quispe@example\.org/)).toBeVisible();
  await inspect(page, 'person-duplicates');
});

test('the palette leads to the comparison, as the notice does', async () => {
  const { page } = open;
  await page.keyboard.press('Control+k');
  await page.keyboard.type('compare');
  await inspect(page, 'palette-compare');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${kept}/compare/${twin}`, 'u'));
  await page.goBack();
});

test('both stand side by side, with what differs', async () => {
  const { page } = open;
  await page.getByRole('link', { name: 'Compare with Ana Quispe' }).click();
  const phone = page.getByRole('row', { name: /Phone number/ });
  await expect(phone).toContainText('+51 1 555 0147');
  await expect(page.getByRole('row', { name: /Born/ })).toContainText('28 Feb 1987');
  await inspect(page, 'compare');
  await page.getByLabel('Only what differs').check();
  await expect(page.getByRole('row', { name: /Born/ })).toHaveCount(0);
  await expect(phone).toBeVisible();
});

test('what one lacks is copied over, by the keyboard, and can be taken back', async () => {
  const { page } = open;
  const phone = page.getByRole('row', { name: /Phone number/ });
  const copy = phone.getByRole('button', { name: /^Copy to Ana María Quispe: phone number/ });
  await copy.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Phone number copied to Ana María Quispe')).toBeVisible();
  await expect(phone).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(phone).toBeVisible();
  await copy.click();
  await expect(phone).toHaveCount(0);
  await page.getByLabel('Only what differs').uncheck();
  await expect(phone.getByLabel('in both')).toHaveCount(2);
});

test('where both say the same with other details, each is shown and can be copied by itself', async () => {
  const { page } = open;
  const row = page.getByRole('row', { name: /E-mail address/ });
  await expect(row).not.toContainText('details differ');
  await change(kept, { tags: ['checked'], custom: { source: 'Letter' } });
  await change(twin, { tags: ['billing'], data: { marketing: true } });
  const [first, second] = [row.getByRole('cell').first(), row.getByRole('cell').last()];
  await expect(first).toContainText('details differ');
  await expect(first.getByRole('listitem').filter({ hasText: /^Tagschecked$/ })).toBeVisible();
  await expect(first.getByRole('listitem').filter({ hasText: /^Source/ })).toContainText('Letter');
  await expect(second.getByRole('listitem').filter({ hasText: /^Source/ })).toContainText('—');
  await inspect(page, 'compare-details');
  await second.getByRole('button', { name: /^Copy to Ana María Quispe: .*, tags$/ }).click();
  const told = page.getByRole('status').filter({ hasText: 'Tags copied to Ana María Quispe' });
  await expect(first.getByRole('listitem').filter({ hasText: /^Tags/ })).toContainText('checked, billing');
  await expect(second.getByRole('button', { name: /, tags$/ })).toHaveCount(0);
  await told.getByRole('button', { name: 'Undo' }).click();
  await expect(first.getByRole('listitem').filter({ hasText: /^Tagschecked$/ })).toBeVisible();
});

test('a skill is copied without its endorsements, which were said of the other record', async () => {
  const { page } = open;
  const componentId = crypto.randomUUID();
  const skill = { personId: twin, componentId, componentType: 'Skill', data: { name: 'Chess' } };
  await submit(page, 'AddComponent', skill);
  await submit(page, 'EndorseSkill', { personId: twin, componentId, endorserName: 'Luis Quispe' });
  const row = page.getByRole('row', { name: /^Skill/ });
  const [first, second] = [row.getByRole('cell').first(), row.getByRole('cell').last()];
  await second.getByRole('button', { name: 'Copy to Ana María Quispe: skill Chess' }).click();
  await expect(page.getByText('Skill copied to Ana María Quispe')).toBeVisible();
  await expect(first).toContainText('Chess');
  await expect(second.getByRole('listitem').filter({ hasText: /^Endorsements/ })).toContainText(
    'Luis Quispe',
  );
});

const SIZES = [
  { width: 1440, height: 900, zoom: 1 },
  { width: 1024, height: 700, zoom: 1 },
  { width: 1440, height: 900, zoom: 2 },
] as const;

/** The form takes room from the comparison instead of lying on it, and the comparison can be read on. */
async function expectBothInSight(sheet: Locator, size: Size): Promise<void> {
  const { page } = open;
  await resize(open, size);
  expect(await misplaced(page)).toEqual([]);
  const top = (await sheet.boundingBox())?.y ?? 0;
  for (const name of await page.getByRole('main').getByRole('button', { name: 'Keep this one…' }).all()) {
    await name.hover();
    const box = await name.boundingBox();
    expect((box?.y ?? size.height) + (box?.height ?? 0)).toBeLessThanOrEqual(top);
  }
  await expect(sheet.getByRole('button', { name: 'Merge records' })).toBeInViewport({ ratio: 1 });
  await page.mouse.wheel(0, 5000);
  await expect(page.getByRole('row').last()).toBeInViewport();
  await page.mouse.wheel(0, -5000);
}

test('one is merged into the other, and leads to it', async () => {
  const { page } = open;
  await page.getByRole('button', { name: 'Keep this one…' }).first().click();
  const sheet = form(page, 'Merge records');
  await expect(sheet).toContainText('leads to Ana María Quispe');
  await chooseOption(sheet.getByLabel('Reason'), 'DuplicateIdentity');
  await inspect(page, 'form-merge');
  for (const size of SIZES) await expectBothInSight(sheet, size);
  await resize(open, SIZES[0]);
  await sheet.getByRole('button', { name: 'Merge records' }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByRole('button', { name: 'Keep this one…' }).first()).toBeDisabled();
  await goTo(page, `/persons/${twin}`);
  await expect(page.getByText('This record is frozen. Work on the other one.')).toBeVisible();
  await goTo(page, `/persons/${kept}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ana María Quispe');
  await expect(page.getByText('May be the same as')).toHaveCount(0);
  await goTo(page, '/persons?duplicates=true');
  await expect(page.getByText('Nobody matches all of the filters')).toBeVisible();
});

test('where that one was merged in its turn, the record says where the way ends', async () => {
  const { page } = open;
  const last = crypto.randomUUID();
  await submit(page, 'CreatePerson', {
    personId: last,
    name: { givenNames: ['Anita'], familyNames: ['Quispe'] },
  });
  await submit(page, 'MergePersons', { personId: kept, targetId: last, reason: 'DuplicateIdentity' });
  await goTo(page, `/persons/${twin}`);
  const notice = page.getByText('That one was merged, too: the way ends at');
  await expect(notice).toContainText('Anita Quispe');
  await expect(page.getByRole('link', { name: 'Ana María Quispe' }).first()).toBeVisible();
  await expect(page.getByText('The record has changed')).toHaveCount(0);
  await inspect(page, 'person-merged-twice');
  await notice.getByRole('link', { name: 'Anita Quispe' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Anita Quispe');
});

test('more than a screen lists at once are loaded on demand', async () => {
  const { page } = open;
  const first = crypto.randomUUID();
  for (const personId of [first, ...Array.from({ length: 22 }, () => crypto.randomUUID())]) {
    await submit(page, 'CreatePerson', { personId, name: { givenNames: ['Rosa'], familyNames: ['Mamani'] } });
    const data = { address: 'family@example.org' };
    await submit(page, 'AddComponent', { personId, componentType: 'EmailAddress', data });
  }
  await goTo(page, `/persons/${first}`);
  await expect(page.getByText('May be the same as more than 20 other records')).toBeVisible();
  await page.getByRole('button', { name: 'Load more' }).click();
  await expect(page.getByText('May be the same as 22 other records')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Load more' })).toHaveCount(0);
});
