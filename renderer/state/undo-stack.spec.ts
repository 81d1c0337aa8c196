import { beforeEach, describe, expect, it } from 'vitest';
import { type Undoable, useUndoStack } from './undo-stack.ts';

const entry = (id: string, changes: Partial<Undoable> = {}): Undoable => ({
  id,
  personId: 'ada',
  personName: 'Ada Lovelace',
  title: 'Person renamed',
  steps: [],
  before: 1,
  after: 2,
  ...changes,
});
const stack = () => useUndoStack.getState();
beforeEach(() => useUndoStack.setState({ entries: [] }));

describe('what can be undone', () => {
  it('is kept in the order in which it was done, and forgotten when it is dropped', () => {
    stack().push(entry('a'));
    stack().push(entry('b'));
    stack().drop('a');
    expect(stack().entries.map(({ id }) => id)).toEqual(['b']);
  });

  it('goes on to stand on the version that an undo leads back to', () => {
    stack().push(entry('a', { before: 1, after: 2 }));
    stack().push(entry('elsewhere', { personId: 'grace', before: 1, after: 2 }));
    const last = entry('b', { before: 2, after: 3 });
    stack().push(last);
    stack().undone(last, 4);
    expect(stack().entries.map(({ id, after }) => [id, after])).toEqual([
      ['a', 4],
      ['elsewhere', 2],
    ]);
  });

  it('does not skip over what others did in between', () => {
    stack().push(entry('a', { before: 1, after: 2 }));
    const last = entry('b', { before: 3, after: 4 });
    stack().push(last);
    stack().undone(last, 5);
    expect(stack().entries).toMatchObject([{ id: 'a', after: 2 }]);
  });

  it('is gone where the same change was taken back from the history', () => {
    stack().push(entry('a'));
    stack().undone(entry('from the history'), 3);
    expect(stack().entries).toEqual([]);
  });

  it('is no more than the last fifty changes', () => {
    for (let count = 0; count < 60; count += 1) stack().push(entry(String(count)));
    expect(stack().entries).toHaveLength(50);
    expect(stack().entries[0]?.id).toBe('10');
  });
});
