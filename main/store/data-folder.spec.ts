import { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../testing/temp-folder.ts';
import { dataFolderAt, defaultDataFolder, holdsLog } from './data-folder.ts';

describe('a data folder', () => {
  it('has its files in it, whatever way its path is written', () => {
    expect(dataFolderAt('some/../some/where')).toMatchObject({
      path: resolve('some/where'),
      log: resolve('some/where/log.db'),
      views: resolve('some/where/views.db'),
      lock: resolve('some/where/engine.lock'),
    });
  });

  it('has its socket in it, as long as there is room for its path', () => {
    expect(dataFolderAt('/data').socket).toBe('/data/engine.sock');
    const deep = dataFolderAt(`/data/${'deep/'.repeat(30)}`).socket;
    expect(Buffer.byteLength(deep)).toBeLessThanOrEqual(100);
    expect(deep).not.toBe(dataFolderAt(`/data/${'deep/'.repeat(31)}`).socket);
    expect(deep).toBe(dataFolderAt(`/data/${'deep/'.repeat(30)}`).socket);
  });

  it.each([
    ['short', 'data'],
    ['longer than a socket’s path', 'long/'.repeat(30)],
  ])('has one socket, whichever link leads to it, made already or not: %s', (_what, below) => {
    const parent = realpathSync(tempFolder());
    const folder = join(parent, 'real', below);
    symlinkSync(join(parent, 'real'), join(parent, 'link'));
    const through = join(parent, 'link', below);
    const before = dataFolderAt(folder).socket;
    mkdirSync(folder, { recursive: true });
    expect([through, folder].map((each) => dataFolderAt(each).socket)).toEqual([before, before]);
    symlinkSync(folder, join(parent, 'data'));
    expect(dataFolderAt(join(parent, 'data')).socket).toBe(before);
    expect(Buffer.byteLength(before)).toBeLessThanOrEqual(100);
  });

  it('that is not there holds no log', () => {
    expect(holdsLog(dataFolderAt('/nowhere/at/all'))).toBe(false);
  });

  it('is by default where the platform keeps data of applications', () => {
    expect(defaultDataFolder({ XDG_DATA_HOME: '/home/ada/data' })).toBe('/home/ada/data/person-console/data');
    const usual = defaultDataFolder({});
    expect(defaultDataFolder({ XDG_DATA_HOME: '' })).toBe(usual);
    expect(defaultDataFolder({ XDG_DATA_HOME: 'data' })).toBe(usual);
    expect(usual.endsWith(join('.local', 'share', 'person-console', 'data'))).toBe(true);
  });
});
