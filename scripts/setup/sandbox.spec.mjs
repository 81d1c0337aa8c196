import { describe, expect, it } from 'vitest';
import { SetupError } from './report.mjs';
import { ensureSandbox } from './sandbox.mjs';

const electron = { executablePath: "/home/o'hara/electron", distDir: "/home/o'hara" };
const plain = { owner: 1000, mode: 0o100755 };
const restricted = { root: false, namespaces: false, helper: plain };

/** @param {Partial<import('./sandbox.mjs').SandboxFacts>} facts */
const check = (facts) => () => ensureSandbox(electron, { ...restricted, ...facts });

describe('ensureSandbox', () => {
  it('refuses an Electron that finds neither user namespaces nor a helper, and names the command', () => {
    const file = "'/home/o'\\''hara/chrome-sandbox'";
    expect(check({})).toThrow(SetupError);
    expect(check({})).toThrow(`  sudo chown root:root ${file} && sudo chmod 4755 ${file}\n`);
  });

  it.each([
    ['without a helper', { helper: undefined }],
    ["with a helper that is root's, but does not become root", { helper: { owner: 0, mode: 0o100755 } }],
    ['with a helper that becomes somebody else', { helper: { owner: 1000, mode: 0o104755 } }],
    ['with a helper that nobody else may run', { helper: { owner: 0, mode: 0o104750 } }],
  ])('refuses it %s', (_what, facts) => {
    expect(check(facts)).toThrow('make user namespaces');
  });

  it.each([
    ['user namespaces', { namespaces: true }],
    ["a helper that is root's and becomes root", { helper: { owner: 0, mode: 0o104755 } }],
    ['root, who runs without a sandbox', { root: true }],
  ])('takes it with %s', (_what, facts) => {
    expect(check(facts)).not.toThrow();
  });
});
