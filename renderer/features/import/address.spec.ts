import { describe, expect, it } from 'vitest';
import { parseImportSearch } from './address.ts';

describe('the address of an import', () => {
  it('holds file, step and run, and forgets what it does not know', () => {
    expect(parseImportSearch({ file: 'f', step: 'mapping' })).toEqual({ file: 'f', step: 'mapping' });
    expect(parseImportSearch({ run: 'j', step: 'nonsense', other: 1 })).toEqual({ run: 'j' });
    expect(parseImportSearch({ file: 7 })).toEqual({});
  });
});
