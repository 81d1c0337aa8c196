import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { resolveElectron } from './ensure-electron.mjs';

const official = { executablePath: '/official/electron', distDir: '/official', version: '45.0.0' };
const older = { executablePath: '/older/electron', distDir: '/older', version: '33.0.0', official: false };

let cache = '';
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'electron-'));
  vi.stubEnv('XDG_CACHE_HOME', cache);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(cache, { recursive: true });
});

/** A machine that cannot download the official Electron and has made no other yet. */
function offline() {
  /** @type {(readonly string[])[]} */
  const asked = [];
  return {
    asked,
    inherited: () => undefined,
    tryOfficial: async () => ({
      found: /** @type {typeof official | undefined} */ (undefined),
      why: 'no network',
    }),
    hasFallback: true,
    fallbackIsMade: () => false,
    makeFallback: async () => older,
    ensureDebian: async (/** @type {readonly string[]} */ needs) => {
      asked.push(needs);
      return false;
    },
    ensureSandbox: () => undefined,
  };
}

describe('resolveElectron', () => {
  it('asks once for what the window, the tests and the making of the fallback need', async () => {
    const machine = offline();
    expect(await resolveElectron(['window', 'display', 'test'], machine)).toEqual(older);
    expect(machine.asked.map((needs) => [...new Set(needs)])).toEqual([
      ['window', 'display', 'test', 'fallback'],
    ]);
  });

  it('asks for nothing to make a fallback with where one is made', async () => {
    const machine = { ...offline(), fallbackIsMade: () => true };
    expect(await resolveElectron(['window'], machine)).toEqual(older);
    expect(machine.asked).toEqual([['window']]);
  });

  it('nor where the official Electron is there', async () => {
    const machine = { ...offline(), tryOfficial: async () => ({ found: official, why: '' }) };
    expect(await resolveElectron(['window'], machine)).toEqual({ ...official, official: true });
    expect(machine.asked).toEqual([['window']]);
  });

  it('makes nothing before the operating system has what it takes', async () => {
    const makeFallback = vi.fn(async () => older);
    const ensureDebian = () => Promise.reject(new Error('packages are missing'));
    await expect(resolveElectron([], { ...offline(), makeFallback, ensureDebian })).rejects.toThrow(
      'missing',
    );
    expect(makeFallback).not.toHaveBeenCalled();
  });

  it('says why there is none where the platform has no fallback', async () => {
    await expect(resolveElectron([], { ...offline(), hasFallback: false })).rejects.toThrow('no network');
  });

  it('refuses an Electron whose sandbox cannot work', async () => {
    const ensureSandbox = () => {
      throw new Error('no sandbox');
    };
    await expect(resolveElectron([], { ...offline(), ensureSandbox })).rejects.toThrow('no sandbox');
  });
});
