import { expect, it } from 'vitest';
import { PLACES } from './palette-places.ts';
import { shortcutGroups } from './shortcut-groups.ts';

const EVERYWHERE = ['Everywhere', 'Go to'];
/** Esc leads back from whatever is open, so that every page has one of its own. */
const SHARED = 'Esc';
const keysOf = (where: (title: string) => boolean) =>
  shortcutGroups.filter(({ title }) => where(title)).flatMap(({ keys }) => keys.flatMap(([each]) => each));

it('a key that works everywhere does nothing else on any page', () => {
  const everywhere = keysOf((title) => EVERYWHERE.includes(title)).filter((key) => key !== SHARED);
  const onPages = new Set(keysOf((title) => !EVERYWHERE.includes(title)));
  expect(new Set(everywhere).size).toBe(everywhere.length);
  expect(everywhere.filter((key) => onPages.has(key))).toEqual([]);
});

it('each page has a key that the dialog of shortcuts shows', () => {
  expect(PLACES.map(({ shortcut }) => [shortcut])).toEqual(
    shortcutGroups.find(({ title }) => title === 'Go to')?.keys.map(([keys]) => keys),
  );
  expect(new Set(PLACES.map(({ shortcut }) => shortcut)).size).toBe(PLACES.length);
});
