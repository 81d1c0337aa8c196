import { symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../testing/temp-folder.ts';
import { placesOf } from './places.ts';

const user = '/home/operator/.config/Person Console';
const usual = '/home/operator/.local/share/person-console/data';

describe('places', () => {
  it('keeps data where the platform wants it unless told otherwise', () => {
    expect(placesOf(user, usual, { data: null, demo: false })).toEqual({
      dataFolder: usual,
      profile: user,
    });
  });

  it('keeps sample data apart from real data', () => {
    expect(placesOf(user, usual, { data: null, demo: true })).toEqual({
      dataFolder: `${user}/demo`,
      profile: `${user}/profiles/demo`,
    });
  });

  it('gives every data folder a profile of its own, the same one each time', () => {
    const [first, again, other] = ['/a', '/a/', '/b'].map((data) =>
      placesOf(user, usual, { data, demo: false }),
    );
    expect(first).toEqual(again);
    expect(first?.profile).not.toBe(other?.profile);
  });

  it('knows the usual folder when it is named', () => {
    expect(placesOf(user, usual, { data: usual, demo: false }).profile).toBe(user);
  });

  it('knows a folder by whichever link one comes to it, before there is one too', () => {
    const parent = tempFolder();
    symlinkSync(parent, join(parent, 'link'));
    const [straight, linked] = [join(parent, 'data'), join(parent, 'link', 'data')].map((data) =>
      placesOf(user, usual, { data, demo: false }),
    );
    expect(linked?.profile).toBe(straight?.profile);
    expect(placesOf(user, join(parent, 'data'), { data: join(parent, 'link', 'data'), demo: false })).toEqual(
      { dataFolder: join(parent, 'link', 'data'), profile: user },
    );
  });

  it('takes a relative folder from where the console was started', () => {
    expect(placesOf(user, usual, { data: 'persons', demo: false }).dataFolder).toBe(resolve('persons'));
  });
});
