import type { KeyboardEvent } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { moveByKey } from './move-entry.tsx';

describe('Alt with an arrow', () => {
  it('is left to what is around an entry that has nothing to change places with', () => {
    const event = { altKey: true, key: 'ArrowUp', preventDefault: vi.fn(), stopPropagation: vi.fn() };
    const onMove = vi.fn();
    moveByKey(event as unknown as KeyboardEvent, { index: 0, count: 1, onMove });
    expect(event.stopPropagation).not.toHaveBeenCalled();
    expect(event.preventDefault).not.toHaveBeenCalled();
    expect(onMove).not.toHaveBeenCalled();
  });
});
