import { describe, expect, it } from 'vitest';
import { comboOf } from './use-hotkeys.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('the name of a key combination', () => {
  it('is the same for Ctrl and Cmd', () => {
    expect(comboOf({ ...plain, key: 'k', ctrlKey: true })).toBe('mod+k');
    expect(comboOf({ ...plain, key: 'K', metaKey: true })).toBe('mod+k');
  });

  it('names Shift beside Ctrl: what is redone is not what is undone', () => {
    expect(comboOf({ ...plain, key: 'Z', ctrlKey: true, shiftKey: true })).toBe('mod+shift+z');
  });

  it('names Shift only with keys that have a name: a question mark says it itself', () => {
    expect(comboOf({ ...plain, key: '?', shiftKey: true })).toBe('?');
    expect(comboOf({ ...plain, key: 'Enter', shiftKey: true })).toBe('shift+enter');
  });

  it('spells out the space', () => {
    expect(comboOf({ ...plain, key: ' ' })).toBe('space');
  });
});
