import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RETRY_VARIABLE, tryOfficial } from './official-electron.mjs';

/** @typedef {import('./run.mjs').RunOptions} RunOptions */

const DAY_MS = 24 * 60 * 60 * 1000;

let root = '';
let folder = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'official-'));
  folder = join(root, 'electron');
  mkdirSync(folder);
  writeFileSync(join(folder, 'package.json'), '{ "version": "1.2.3" }');
  vi.stubEnv('XDG_CACHE_HOME', root);
  vi.stubEnv(RETRY_VARIABLE, '');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

const cache = () => join(root, 'person-console');

function leaveElectron(version = '1.2.3') {
  mkdirSync(join(folder, 'dist'));
  writeFileSync(join(folder, 'dist', 'version'), version);
  writeFileSync(join(folder, 'dist', 'electron'), '');
  writeFileSync(join(folder, 'path.txt'), 'electron');
}

const downloads = () =>
  vi.fn(async () => {
    leaveElectron();
    return { output: '' };
  });
const offline = () =>
  vi.fn(async () => ({ output: 'RequestError: no such host\n    at connect (net.js)\n' }));

describe('tryOfficial', () => {
  it('finds what the installer downloads, and asks it no more', async () => {
    const install = downloads();
    const expected = { executablePath: join(folder, 'dist', 'electron'), version: '1.2.3' };
    expect((await tryOfficial({ folder, install })).found).toMatchObject(expected);
    expect((await tryOfficial({ folder, install })).found).toMatchObject(expected);
    expect(install).toHaveBeenCalledTimes(1);
  });

  it('does not take another version for the one that is pinned', async () => {
    leaveElectron('1.2.2');
    expect((await tryOfficial({ folder, install: offline() })).found).toBeUndefined();
  });

  it('says in the first line of the installer why there is none, and cleans up', async () => {
    expect(await tryOfficial({ folder, install: offline() })).toEqual({
      found: undefined,
      why: 'no such host',
    });
    expect(readdirSync(cache())).toEqual(['electron-1.2.3-unreachable']);
  });

  it('remembers for a day that the download failed, and why', async () => {
    await tryOfficial({ folder, install: offline() });
    const install = downloads();
    expect(await tryOfficial({ folder, install })).toEqual({ found: undefined, why: 'no such host' });
    expect(install).not.toHaveBeenCalled();
    const yesterday = new Date(Date.now() - DAY_MS);
    utimesSync(join(cache(), 'electron-1.2.3-unreachable'), yesterday, yesterday);
    expect((await tryOfficial({ folder, install })).found).toBeDefined();
    expect(readdirSync(cache())).toEqual([]);
  });

  it('tries again at once where it is told to', async () => {
    await tryOfficial({ folder, install: offline() });
    vi.stubEnv(RETRY_VARIABLE, '1');
    expect((await tryOfficial({ folder, install: downloads() })).found).toBeDefined();
  });

  it('lets a slow download take its time, and ends one that brings nothing any more', async () => {
    vi.useFakeTimers();
    /** @type {RunOptions} */
    let options = {};
    /** @param {RunOptions} given */
    const install = (given) => {
      options = given;
      return new Promise((resolve) => given.signal?.addEventListener('abort', () => resolve({ output: '' })));
    };
    const tried = tryOfficial({ folder, install });
    for (let part = 0; part < 5; part += 1) {
      appendFileSync(join(options.env?.TMPDIR ?? '', 'electron.zip'), 'more');
      await vi.advanceTimersByTimeAsync(25_000);
    }
    expect(options.signal?.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await tried).toEqual({ found: undefined, why: 'nothing came in for 30 s' });
  });
});
