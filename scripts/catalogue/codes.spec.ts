import { describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { codesIn, codesOf, FINDINGS } from './codes.ts';

describe('codes in sources', () => {
  it('come from refusals and errors, with kind and words', () => {
    const source = `
      refuse('name-blank', 'Enter a name', { field });
      failure('terminal', 'disk-gone', \`The disk \${disk} is gone\`);`;
    expect(codesOf([source])).toEqual([
      { code: 'disk-gone', kind: 'terminal', messages: ['The disk … is gone'] },
      { code: 'name-blank', kind: 'rejected', messages: ['Enter a name'] },
    ]);
  });

  it('come from plain data that carries a code and a message', () => {
    expect(codesOf([`const fault = { code: 'too-deep', kind: 'wrong-use', message: 'Too deep' };`])).toEqual([
      { code: 'too-deep', kind: 'wrong-use', messages: ['Too deep'] },
    ]);
  });

  it('are found behind constants and the presets of parameters', () => {
    const source = `
      function invalid(code = 'data-invalid') {
        const message = late ? 'Come earlier' : 'Mend it now';
        return refuse(code, message);
      }`;
    expect(codesOf([source])).toEqual([
      { code: 'data-invalid', kind: 'rejected', messages: ['Come earlier Or: Mend it now'] },
    ]);
  });

  it('stand once, with every message that goes with them', () => {
    const sources = [`failure('bug', 'odd', 'It is odd')`, `failure('retryable', 'odd', 'Odd again')`];
    expect(codesOf(sources)).toEqual([
      { code: 'odd', kind: 'bug or retryable', messages: ['It is odd', 'Odd again'] },
    ]);
  });

  it('of findings are told apart from those of errors', () => {
    const source = `note('head-wrong', 'The head is wrong'); failure('bug', 'odd', 'It is odd');`;
    expect(codesOf([source], FINDINGS).map(({ code }) => code)).toEqual(['head-wrong']);
  });
});

it.each(['domain', 'main'])('a code of %s is of one kind, wherever it comes from', (folder) => {
  const codes = codesIn(join(import.meta.dirname, '../..'), folder);
  expect(codes.filter(({ kind }) => kind.includes(' or '))).toEqual([]);
});
