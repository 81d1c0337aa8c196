import { expect, type Page, test } from '@playwright/test';
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
  ['Devanagari', 'अनन्या शर्मा'],
  ['rare Chinese characters', '祝堃 劉龔 髙橋'],
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

/** The characters that come out as the box which stands for a character that no font has. */
async function missingGlyphs(page: Page, text: string): Promise<string[]> {
  return page.evaluate(async (written) => {
    const font = `16px ${getComputedStyle(document.body).fontFamily}`;
    await document.fonts.load(font, written);
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const pixels = (character: string): string => {
      if (context === null) throw new Error('The page has no canvas');
      context.clearRect(0, 0, 40, 40);
      context.font = font;
      context.fillText(character, 10, 25);
      return context.getImageData(0, 0, 40, 40).data.join();
    };
    // A private code point that nobody has a picture for.
    const box = pixels('\u{10FFFD}');
    const alone = /^[^\p{Mark}\p{Format}\s]$/u;
    return [...written].filter((character) => alone.test(character) && pixels(character) === box);
  }, text);
}

test('the search for missing glyphs finds them', async () => {
  expect(await missingGlyphs(open.page, 'A\u{10FFFC}')).toEqual(['\u{10FFFC}']);
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
    expect(await missingGlyphs(page, name)).toEqual([]);
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
