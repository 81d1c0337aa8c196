import { describe, expect, it, vi } from 'vitest';
import { withColumn } from './column-choice.ts';
import { type DataColumn, leastWidth, shownColumns } from './columns.ts';
import { moveCursor } from './cursor.ts';
import { pagedRows, wholeRows } from './rows.ts';
import { tableKeyHandler } from './table-keys.ts';
import { movedBy, whereTo } from './use-cursor.ts';

describe('the cursor of a list', () => {
  it.each([
    ['ArrowDown', 4, 5],
    ['j', 4, 5],
    ['ArrowUp', 4, 3],
    ['k', 0, 0],
    ['PageDown', 4, 9],
    ['PageUp', 4, 0],
    ['Home', 4, 0],
    ['End', 4, 9],
  ])('%s moves it from %i to %i', (key, from, to) => {
    expect(moveCursor(key, from, 10, 8)).toBe(to);
  });

  it('leaves other keys alone, and every key where there is no row', () => {
    expect(moveCursor('x', 4, 10, 8)).toBeUndefined();
    expect(moveCursor('End', 0, 0, 8)).toBeUndefined();
  });
});

describe('rows that arrive above', () => {
  const idOf = (row: string): string => row;

  it('are counted by where the first row went', () => {
    expect(movedBy('c', wholeRows(['a', 'b', 'c', 'd']), idOf)).toBe(2);
    expect(movedBy('c', wholeRows(['c', 'd']), idOf)).toBe(0);
  });

  it('are none where that row is gone, or there was none', () => {
    expect(movedBy('c', wholeRows(['a', 'b']), idOf)).toBe(0);
    expect(movedBy(undefined, wholeRows(['a']), idOf)).toBe(0);
  });
});

describe('the row under the cursor', () => {
  const idOf = (row: string): string => row;

  it('is followed where other rows come and go', () => {
    expect(whereTo(1, wholeRows(['a', 'b', 'c']), wholeRows(['x', 'y', 'a', 'b']), idOf)).toBe(3);
    expect(whereTo(2, wholeRows(['a', 'b', 'c']), wholeRows(['c']), idOf)).toBe(0);
  });

  it('keeps its place where more rows come after it, and where it is gone', () => {
    expect(whereTo(1, wholeRows(['a', 'b']), wholeRows(['a', 'b', 'c']), idOf)).toBe(1);
    expect(whereTo(1, wholeRows(['a', 'b']), wholeRows(['a', 'c']), idOf)).toBe(1);
    expect(whereTo(0, wholeRows([]), wholeRows(['a']), idOf)).toBe(0);
  });
});

describe('a cursor among rows of which some are not there', () => {
  const idOf = (row: string): string => row;
  const rows = (...pages: readonly (readonly [number, readonly string[]])[]) =>
    pagedRows(new Map(pages), 2, 10);

  it('keeps its place where its row comes or goes out of sight', () => {
    expect(whereTo(4, rows(), rows([2, ['e', 'f']]), idOf)).toBe(4);
    expect(whereTo(4, rows([2, ['e', 'f']]), rows([0, ['a', 'b']]), idOf)).toBe(4);
  });

  it('follows its row from page to page', () => {
    expect(whereTo(4, rows([2, ['e', 'f']]), rows([1, ['c', 'e']], [2, ['x', 'f']]), idOf)).toBe(3);
  });
});

describe('columns', () => {
  const columns: readonly DataColumn<{ readonly name: string }>[] = [
    { id: 'name', title: 'Name', track: '1fr', cell: ({ name }) => name },
    { id: 'phone', title: 'Phone', track: '1fr', from: 800, cell: () => null },
  ];
  const shown = (width: number, hidden: readonly string[], chosen: readonly string[] = []) =>
    shownColumns(columns, width, { hidden, chosen }).map(({ id }) => id);

  it('make room where the table is narrow, and come back where it is wide', () => {
    expect(shown(799, [])).toEqual(['name']);
    expect(shown(800, [])).toEqual(['name', 'phone']);
  });

  it('stay hidden where the operator hid them', () => {
    expect(shown(1200, ['phone'])).toEqual(['name']);
  });

  it('show at any width where the operator chose them', () => {
    expect(shown(400, [], ['phone'])).toEqual(['name', 'phone']);
    const none = { table: 'persons', hidden: [], chosen: [] };
    const chosen = withColumn(none, 'phone', true);
    expect(chosen).toMatchObject({ hidden: [], chosen: ['phone'] });
    expect(withColumn(chosen, 'phone', false)).toMatchObject({ hidden: ['phone'], chosen: [] });
  });

  it('need as much width as their least where one has no room, and share it otherwise', () => {
    const wide = [
      { id: 'name', track: 'minmax(176px, 2fr)' },
      { id: 'created', track: '104px', from: 1280 },
    ];
    expect(leastWidth(wide, 1280)).toBeNull();
    expect(leastWidth(wide, 1279)).toBe(280);
  });
});

describe('the keys of a list', () => {
  function press(key: string, more: object = {}) {
    const acts = { move: vi.fn(), open: vi.fn(), preview: vi.fn(), close: vi.fn(), mark: vi.fn() };
    const grid = {};
    const event = {
      key,
      target: grid,
      currentTarget: grid,
      preventDefault: vi.fn(),
      stopPropagation: vi.fn(),
    };
    tableKeyHandler({ at: 1, count: 3, page: 2, ...acts })({ ...event, ...more } as never);
    return acts;
  }

  it('open, show and close', () => {
    expect(press('Enter').open).toHaveBeenCalledOnce();
    expect(press(' ').preview).toHaveBeenCalledOnce();
    expect(press('Escape').close).toHaveBeenCalledOnce();
    expect(press('ArrowDown').move).toHaveBeenCalledWith(2);
  });

  it('mark a row, and with Shift all that one goes over', () => {
    expect(press('x').mark).toHaveBeenCalledWith(1, false);
    expect(press('X', { shiftKey: true }).mark).toHaveBeenCalledWith(1, true);
    const { mark, move } = press('ArrowDown', { shiftKey: true });
    expect(move).toHaveBeenCalledWith(2);
    expect(mark.mock.calls).toEqual([
      [1, true],
      [2, true],
    ]);
  });

  it('leave combinations with Ctrl to the window', () => {
    expect(press('k', { ctrlKey: true }).move).not.toHaveBeenCalled();
  });

  it('leave keys pressed in a header button to the button', () => {
    expect(press('Enter', { target: {} }).open).not.toHaveBeenCalled();
  });
});
