import { describe, expect, it } from 'vitest';
import { agrees } from './ensure-packages.mjs';

const a = { version: '1.0.0', integrity: 'sha512-a' };

/** @param {Record<string, object>} packages */
const lock = (packages) => ({ packages: { '': {}, ...packages } });

describe('agrees', () => {
  it('accepts what is installed as the lockfile says, and more', () => {
    expect(agrees(lock({ 'node_modules/a': a }), lock({ 'node_modules/a': a, 'node_modules/b': a }))).toBe(
      true,
    );
  });

  it('refuses a missing package, another version and another content', () => {
    const wanted = lock({ 'node_modules/a': a });
    expect(agrees(wanted, lock({}))).toBe(false);
    expect(agrees(wanted, lock({ 'node_modules/a': { ...a, version: '1.0.1' } }))).toBe(false);
    expect(agrees(wanted, lock({ 'node_modules/a': { ...a, integrity: 'sha512-b' } }))).toBe(false);
  });

  it("does without other platforms' packages", () => {
    expect(agrees(lock({ 'node_modules/a-darwin': { ...a, optional: true } }), lock({}))).toBe(true);
  });
});
