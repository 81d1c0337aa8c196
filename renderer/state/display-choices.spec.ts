import { describe, expect, it } from 'vitest';
import { displayChanges, everyZone, zonesBeside } from './display-choices.ts';

describe('zones', () => {
  it('are two in the menu, and the one in use where it is another', () => {
    expect(zonesBeside('utc').map(({ label }) => label)).toEqual(['Local time', 'UTC']);
    expect(zonesBeside('America/New_York').at(-1)).toEqual({
      value: 'America/New_York',
      label: 'America/New York',
    });
  });

  it('go by the names that their cities have today', () => {
    expect(zonesBeside('Asia/Calcutta').at(-1)?.label).toBe('Asia/Kolkata');
  });

  it('are all of them in the settings, each of them once', () => {
    const values = everyZone('Europe/Zurich').map(({ value }) => value);
    expect(values.slice(0, 3)).toEqual(['local', 'utc', 'Europe/Zurich']);
    expect(values).toContain('Asia/Tokyo');
    expect(new Set(values).size).toBe(values.length);
  });
});

it('a zone keeps its capitals where the palette offers it', () => {
  const titles = displayChanges({ theme: 'light', density: 'default', timeZone: 'Europe/Zurich' }).map(
    ({ title }) => title,
  );
  expect(titles.slice(-3)).toEqual(['Times: local time', 'Times: UTC', 'Times: Europe/Zurich']);
});
