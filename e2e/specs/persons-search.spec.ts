import { expect, type Locator, test } from '@playwright/test';
import { submit } from '../harness/bridge.ts';
import { oneConsole } from '../harness/one-console.ts';
import { resize } from '../harness/sizes.ts';
import { goTo } from '../harness/steps.ts';

/** The search over the list: what it says that it looks through is read at every width, and is so. */
const [ada, grace] = [crypto.randomUUID(), crypto.randomUUID()];
const components = [
  { componentType: 'EmailAddress', data: { address: 'countess@example.org' } },
  { componentType: 'PhoneNumber', data: { countryCode: '+49', number: '30 901820' } },
  { componentType: 'Employment', data: { company: 'Babbage Engines', position: 'Analyst', current: true } },
  { componentType: 'Skill', data: { name: 'Bernoulli numbers' } },
  { componentType: 'Tag', data: { name: 'Pioneer' } },
];
const open = oneConsole(async () => {
  const { page } = open;
  for (const [personId, given] of [
    [ada, 'Ada'],
    [grace, 'Grace'],
  ])
    await submit(page, 'CreatePerson', { personId, name: { givenNames: [given] } });
  for (const component of components) await submit(page, 'AddComponent', { personId: ada, ...component });
});

const search = (): Locator => open.page.getByRole('searchbox', { name: 'Search persons' });

test('it finds by each of what it names, a number however it is spaced', async () => {
  const { page } = open;
  await goTo(page, '/persons');
  const row = page.getByRole('grid', { name: 'Persons' }).locator('[data-index]');
  const texts = [
    'ada',
    'countess@',
    '+49 30 901820',
    '+4930901820',
    '030901820',
    'babbage',
    'bernoulli',
    'pioneer',
  ];
  for (const text of texts) {
    await search().fill(text);
    await expect(page.getByText('1 match, best first')).toBeVisible();
    await expect(row).toContainText('Ada');
    await search().fill('');
    await expect(row).toHaveCount(2);
  }
});

for (const [width, zoom, address] of [
  [1024, 1, '/persons'],
  [1024, 1, `/persons?selected=${ada}`],
  [1024, 2, '/persons'],
  [800, 1, '/persons'],
] as const) {
  test(`it says so in full: ${width} px, ${zoom * 100} %, ${address.length > 8 ? 'beside a person' : 'alone'}`, async () => {
    await resize(open, { width, height: 700, zoom });
    await goTo(open.page, address);
    const placeholder = (await search().getAttribute('placeholder')) ?? '';
    await search().fill(placeholder);
    expect(await search().evaluate((input) => input.scrollWidth - input.clientWidth)).toBe(0);
    await search().fill('');
    await resize(open, { width: 1280, height: 800, zoom: 1 });
  });
}
