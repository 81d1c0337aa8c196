import { describe, expect, it } from 'vitest';
import { droppedFile, fileCount } from './dropped.ts';

const item = (name: string, isFolder = false) => ({ file: new File(['x'], name), isFolder });

describe('what was dropped', () => {
  it('is taken where it is one file', () => {
    const people = item('people.csv');
    expect(droppedFile([people])).toEqual({ file: people.file, refusal: null });
  });

  it('is refused with the number where there are several', () => {
    const { file, refusal } = droppedFile([item('a.csv'), item('b.csv'), item('c.csv')]);
    expect(file).toBeNull();
    expect(refusal?.title).toBe('One file at a time');
    expect(refusal?.detail).toContain('3 were dropped');
  });

  it('is refused by name where it is a folder', () => {
    const { file, refusal } = droppedFile([item('Downloads', true)]);
    expect(file).toBeNull();
    expect(refusal).toEqual({
      title: 'A folder cannot be imported',
      detail: 'Drop a file that is in Downloads instead.',
    });
  });

  it('is refused where there is no file', () => {
    expect(droppedFile([]).refusal?.title).toBe('Nothing to import was dropped');
  });
});

describe('what hangs over the page', () => {
  it('is counted in files: text that comes with them is none', () => {
    const items = [
      { kind: 'file' },
      { kind: 'string' },
      { kind: 'string' },
    ] as unknown as DataTransferItemList;
    expect(fileCount({ items })).toBe(1);
  });
});
