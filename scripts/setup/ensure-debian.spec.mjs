import { describe, expect, it } from 'vitest';
import { DEBIAN_PACKAGES } from './debian-packages.mjs';
import { ensureDebian } from './ensure-debian.mjs';

const libraries = DEBIAN_PACKAGES.flatMap((one) => ('library' in one ? [one.library] : []));

/**
 * @param {{ without?: string[], renamed?: string[], root?: boolean, apt?: boolean, installCode?: number }} [given]
 *   without: libraries, commands and files; renamed: the names that this release gives packages, if others
 */
function machine({ without = [], renamed = [], root = false, apt = true, installCode = 0 } = {}) {
  /** @type {string[]} */
  const ran = [];
  const has = (/** @type {string} */ thing) => !without.includes(thing);
  /** @type {typeof import('./run.mjs').run} */
  const run = async (command, args) => {
    if (command.endsWith('ldconfig'))
      return {
        code: 0,
        output: libraries
          .filter(has)
          .map((name) => `\t${name} (libc6) => /usr/lib/${name}`)
          .join('\n'),
      };
    if (command === 'apt-cache') return { code: renamed.includes(args.at(-1) ?? '') ? 0 : 100, output: '' };
    ran.push([command, ...args].join(' '));
    return args[0] === 'install'
      ? { code: installCode, output: 'E: no such package' }
      : { code: 0, output: '' };
  };
  const hasCommand = (/** @type {string} */ name) => (name === 'apt-get' ? apt : has(name));
  return { linux: true, root, run, hasCommand, hasFile: has, ran };
}

const everything = /** @type {const} */ (['window', 'display', 'fallback', 'test']);

describe('ensureDebian', () => {
  it('does nothing where everything is there', async () => {
    const complete = machine();
    expect(await ensureDebian(everything, complete)).toBe(false);
    expect(complete.ran).toEqual([]);
  });

  it('looks only for what is needed', async () => {
    expect(await ensureDebian(['window'], machine({ without: ['Xvfb', 'g++', 'strace'] }))).toBe(false);
  });

  it('without root names everything that is missing in one command, and runs nothing', async () => {
    const bare = machine({ without: ['libnss3.so', 'Xvfb', 'unzip', 'g++', 'strace'] });
    await expect(ensureDebian(everything, bare)).rejects.toThrow(
      '\n  sudo apt-get install -y --no-install-recommends libnss3 xvfb unzip g++ strace\n',
    );
    expect(bare.ran).toEqual([]);
  });

  it('takes the names that the release has', async () => {
    const newer = machine({ without: ['libgtk-3.so.0', 'libasound.so.2'], renamed: ['libgtk-3-0t64'] });
    await expect(ensureDebian(['window'], newer)).rejects.toThrow(' libgtk-3-0t64 libasound2\n');
  });

  it('as root installs everything at once', async () => {
    const bare = machine({ without: ['Xvfb', 'strace'], root: true });
    expect(await ensureDebian(everything, bare)).toBe(true);
    expect(bare.ran.filter((line) => line.includes(' install '))).toEqual([
      expect.stringMatching(/ xvfb strace$/),
    ]);
  });

  it('shows what apt-get said where it fails', async () => {
    const bare = machine({ without: ['Xvfb'], root: true, installCode: 100 });
    await expect(ensureDebian(['display'], bare)).rejects.toThrow('E: no such package');
  });

  it('goes on where packages have other names: the system may have what it takes', async () => {
    expect(await ensureDebian(['display'], machine({ without: ['Xvfb'], apt: false }))).toBe(false);
  });

  it('asks nothing of other systems', async () => {
    const other = { ...machine({ without: ['Xvfb'] }), linux: false };
    expect(await ensureDebian(everything, other)).toBe(false);
  });
});
