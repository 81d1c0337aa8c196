import { expect, test } from '@playwright/test';
import { submit } from '../harness/bridge.ts';
import { inspect } from '../harness/look.ts';
import { type OpenConsole, openConsole, temporaryFolders } from '../harness/launch.ts';
import { beginAs, goTo } from '../harness/steps.ts';

/** Names are shown as they are written, whatever they look like, and break nothing. */
const folders = temporaryFolders();
let open: OpenConsole;

const markup = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
const names: readonly (readonly [kind: string, name: string])[] = [
  ['Hebrew', 'שרה לוי־כהן'],
  ['Arabic', 'محمد عبد الرحمن'],
  ['Chinese', '王小明'],
  ['Japanese', '山田太郎'],
  ['Korean', '김민수'],
  ['emoji', 'Zoë 👩🏽‍🚀'],
  ['markup', markup],
  ['template', '{{constructor.constructor("return 1")()}} ${1+1}'],
  ['quotes', `O'Brien "Bob" \\ %s &amp;`],
];

test.beforeAll(async () => {
  open = await openConsole(folders);
  await beginAs(open.page, 'Nadia Ferreira');
});
test.afterAll(async () => {
  await open.close();
  folders.remove();
});

for (const [kind, name] of names) {
  test(`a name with ${kind} reads as it was written`, async () => {
    const { page } = open;
    const personId = crypto.randomUUID();
    await submit(page, 'CreatePerson', { personId, name: { givenNames: [name], convention: 'Mononymic' } });
    await goTo(page, `/persons/${personId}`);
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText(name);
    await goTo(page, '/persons');
    await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  });
}

test('a very long name stays within its place', async () => {
  const { page } = open;
  const personId = crypto.randomUUID();
  const long = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(5);
  await submit(page, 'CreatePerson', { personId, name: { givenNames: [long], familyNames: [long] } });
  for (const address of ['/persons', `/persons?selected=${personId}`, `/persons/${personId}`]) {
    await goTo(page, address);
    await expect(page.getByText(long).first()).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
  await inspect(page, 'person-very-long-name');
  await goTo(page, '/persons');
  await inspect(page, 'persons-foreign-text');
  expect(open.faults).toEqual([]);
});
