import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const copy = mkdtempSync(join(tmpdir(), 'gen-'));

const SPECS = [
  'domain/person/decide/count-shoes.spec.ts',
  'domain/person/shoes-counted.spec.ts',
  'domain/person/upcasters/name-updated-v3.spec.ts',
];

function inCopy(...args: string[]): { readonly code: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
  return { code: status, output: stdout + stderr };
}

function vitest(...specs: string[]): { readonly code: number | null; readonly output: string } {
  return inCopy('node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', '--reporter', 'dot', ...specs);
}

beforeAll(() => {
  for (const part of [
    'domain',
    'scripts',
    'package.json',
    'tsconfig.json',
    'vitest.config.ts',
    'biome.json',
  ]) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
});

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

describe('what is generated', () => {
  it('fits into the domain as it is today', () => {
    for (const args of [
      ['command', 'CountShoes'],
      ['event', 'ShoesCounted'],
      ['event', 'NameUpdated'],
    ]) {
      expect(inCopy('scripts/gen.ts', ...args)).toMatchObject({ code: 0 });
    }
    expect(inCopy('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'domain').output).toBe('');
  });

  it('fails until it is filled in, and says what is missing', () => {
    const { code, output } = vitest(...SPECS);
    expect(code).toBe(1);
    expect(output).toContain('CountShoes decides nothing yet');
    expect(output).toContain('ShoesCounted says and changes nothing yet');
    expect(output).toContain('NameUpdated 4 is like 3 so far');
  });

  it('keeps every fixture of the past readable', () => {
    const { code, output } = vitest('domain/person/upcasters.spec.ts');
    expect(code, output).toBe(0);
  });

  it('is explained to who asks, and to who asks for something else', () => {
    const usage = expect.stringContaining('npm run gen -- command NAME') as string;
    expect(inCopy('scripts/gen.ts', '--help')).toEqual({ code: 0, output: usage });
    expect(inCopy('scripts/gen.ts', 'nonsense')).toEqual({ code: 2, output: usage });
  });

  it('is refused for a name that is taken or is none', () => {
    expect(inCopy('scripts/gen.ts', 'command', 'CreatePerson').output).toContain('There is a command');
    expect(inCopy('scripts/gen.ts', 'event', 'shoes').output).toContain('is no name');
    expect(inCopy('scripts/gen.ts')).toMatchObject({ code: 2 });
  });
});
