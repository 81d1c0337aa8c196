import { describe, expect, it } from 'vitest';
import { foundZones } from './found-zones.ts';

const titles = (text: string) => foundZones(text, 'Asia/Calcutta').map(({ title }) => title);

describe('a time zone', () => {
  it('is found by its city, by its region and by both in any order', () => {
    expect(titles('tokyo')).toEqual(['Asia/Tokyo']);
    expect(titles('New york')).toEqual(['America/New York']);
    expect(titles('york america/')).toEqual(['America/New York']);
    expect(titles('antarctica').length).toBeGreaterThan(5);
  });

  it('is found by the name of today and by the former one, whatever is written above letters', () => {
    expect(titles('kolkata')).toEqual(['Asia/Kolkata']);
    expect(titles('calcutta')).toEqual(['Asia/Kolkata']);
    expect(titles('Zürich')).toEqual(['Europe/Zurich']);
  });

  it('is none where no word begins so', () => {
    expect(titles('okyo')).toEqual([]);
  });

  it('stands by region, the usual ones and the one in use first', () => {
    const all = foundZones('', 'Asia/Calcutta');
    expect(all.slice(0, 3)).toMatchObject([
      { id: 'local', group: 'Usual' },
      { id: 'utc', group: 'Usual' },
      { id: 'Asia/Calcutta', group: 'Usual', detail: 'In use' },
    ]);
    const groups = all.map(({ group }) => group);
    const stretches = groups.filter((group, at) => group !== groups[at - 1]);
    expect(new Set(stretches).size).toBe(stretches.length);
  });
});
