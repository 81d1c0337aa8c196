import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder } from '../testing/temp-folder.ts';
import { replaceFile } from './replace-file.ts';

describe('a file that is written as a whole', () => {
  it('takes the place of the former one and leaves nothing beside it', () => {
    const folder = tempFolder();
    const file = join(folder, 'mapping.json');
    replaceFile(file, 'first');
    replaceFile(file, 'second');
    expect(readFileSync(file, 'utf8')).toBe('second');
    expect(readdirSync(folder)).toEqual(['mapping.json']);
  });

  it('touches no file of the operator, nor what a link of theirs leads to', () => {
    const folder = tempFolder();
    const [theirs, linked] = [join(folder, 'a.json.partial'), join(folder, 'letter.txt')];
    writeFileSync(theirs, 'theirs');
    writeFileSync(linked, 'a letter');
    symlinkSync(linked, join(folder, 'b.json.partial'));
    replaceFile(join(folder, 'a.json'), '{}');
    replaceFile(join(folder, 'b.json'), '{}');
    expect(readFileSync(theirs, 'utf8')).toBe('theirs');
    expect(readFileSync(linked, 'utf8')).toBe('a letter');
  });

  it('leaves nothing behind where it cannot take its place', () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'mapping.json'));
    expect(() => replaceFile(join(folder, 'mapping.json'), '{}')).toThrow('mapping.json');
    expect(readdirSync(folder)).toEqual(['mapping.json']);
  });
});
