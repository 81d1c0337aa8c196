import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { missingEntries, platformOf } from './complete-lockfile.mjs';
import { ROOT } from './setup/paths.mjs';
import { readJson } from './setup/read-json.mjs';

describe('platformOf', () => {
  it.each([
    ['@a/cli-linux-arm64-musl', { cpu: ['arm64'], libc: ['musl'], os: ['linux'] }],
    ['@a/binding-linux-arm-gnueabihf', { cpu: ['arm'], libc: ['glibc'], os: ['linux'] }],
    ['@a/binding-win32-ia32-msvc', { cpu: ['ia32'], os: ['win32'] }],
    ['@darwin/tool', {}],
  ])('reads %s', (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });
});

describe('missingEntries', () => {
  it('adds what an exact optional dependency leaves out, and nothing else', () => {
    const optionalDependencies = { 'x-darwin-x64': '1.2.3', 'x-linux-x64': '1.2.3', loose: '^1.0.0' };
    const lock = {
      packages: {
        '': {},
        'node_modules/x': { version: '1.2.3', dev: true, optionalDependencies },
        'node_modules/x/node_modules/x-linux-x64': { version: '1.2.3', optional: true },
      },
    };
    expect(missingEntries(lock)).toEqual({
      'node_modules/x-darwin-x64': {
        version: '1.2.3',
        dev: true,
        optional: true,
        cpu: ['x64'],
        os: ['darwin'],
      },
    });
  });

  it('what is in the lockfile of the repository can be checked, whatever the platform', () => {
    /** @type {import('./complete-lockfile.mjs').Lockfile} */
    const lock = readJson(join(ROOT, 'package-lock.json'));
    const unchecked = Object.entries(lock.packages).filter(
      ([path, { integrity }]) => path !== '' && !integrity,
    );
    expect(unchecked.map(([path]) => path)).toEqual([]);
  });

  it('finds nothing to add to the lockfile of the repository', () => {
    /** @type {import('./complete-lockfile.mjs').Lockfile} */
    const lock = readJson(join(ROOT, 'package-lock.json'));
    expect(missingEntries(lock), 'run: node scripts/complete-lockfile.mjs').toEqual({});
  });
});
