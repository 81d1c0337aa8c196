import { describe, expect, it, vi } from 'vitest';
import { matching, paletteActions } from './palette-entries.ts';

const tools = { navigate: vi.fn(), openForm: vi.fn(), change: vi.fn(), onOpen: vi.fn() };
const actions = paletteActions(tools);

describe('the palette', () => {
  it('offers everything to an empty text', () => {
    expect(matching(actions, '  ')).toEqual(actions);
  });

  it('finds entries in which every typed word begins a word', () => {
    expect(matching(actions, 'per cre').map(({ id }) => id)).toEqual(['create']);
    expect(matching(actions, 'erson')).toEqual([]);
  });

  it('does what it says', () => {
    matching(actions, 'theme dark')[0]?.run();
    expect(tools.change).toHaveBeenCalledWith({ theme: 'dark' });
  });
});
