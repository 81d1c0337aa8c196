import { beforeEach, describe, expect, it } from 'vitest';
import {
  addRange,
  type All,
  countOfSelection,
  coverage,
  isSelected,
  MOST_CHOSEN,
  NOBODY,
  targetOf,
  toggle,
  useSelection,
} from './selection.ts';

const at = (personId: string, updatedAt = '2026-01-01T00:00:00.000Z') => ({ personId, updatedAt });
const unknown: ReadonlyMap<string, boolean> = new Map();
const all: All = {
  kind: 'all',
  selectionId: 's',
  count: 10,
  takenAt: '2026-02-01T00:00:00.000Z',
  except: new Set(),
};

beforeEach(() => useSelection.getState().clear());

describe('those chosen one by one', () => {
  it('are toggled and counted', () => {
    const one = toggle(NOBODY, 'a');
    expect([
      isSelected(one, at('a'), unknown),
      isSelected(one, at('b'), unknown),
      countOfSelection(one),
    ]).toEqual([true, false, 1]);
    expect(countOfSelection(toggle(one, 'a'))).toBe(0);
  });

  it('grow by a range', () => {
    const range = addRange(toggle(NOBODY, 'a'), ['a', 'b', 'c']);
    expect(targetOf(range)).toEqual({ personIds: ['a', 'b', 'c'] });
  });

  it('are not so many that nobody could name them', () => {
    const ids = Array.from({ length: MOST_CHOSEN + 1 }, (_, index) => String(index));
    expect(useSelection.getState().change(addRange(NOBODY, ids))).toBe(false);
    expect(useSelection.getState().selection).toBe(NOBODY);
    expect(useSelection.getState().change(addRange(NOBODY, ids.slice(1)))).toBe(true);
  });
});

describe('of all that match', () => {
  const found = { loaded: [at('a'), at('b')], matching: 2 };
  const both = addRange(NOBODY, ['a', 'b']);

  it('none are selected, some, or each by name', () => {
    const states = [NOBODY, toggle(NOBODY, 'a'), both].map((chosen) => coverage(chosen, unknown, found));
    expect(states).toEqual(['none', 'some', 'all']);
    expect(coverage(addRange(both, ['gone since']), unknown, found)).toBe('all');
  });

  it.each([3, null])('it is not said of those that are not loaded: %s', (matching) => {
    expect(coverage(both, unknown, { ...found, matching })).toBe('some');
  });

  it('a selection of everybody is all but for who was taken out, or has come since', () => {
    expect(coverage(all, new Map([['a', true]]), found)).toBe('all');
    expect(coverage(toggle(all, 'a'), unknown, found)).toBe('some');
    expect(coverage(all, new Map([['came', false]]), found)).toBe('some');
  });
});

describe('everybody who matched', () => {
  it('is everybody but those taken out, and not who came later', () => {
    const but = toggle(all, 'b');
    expect([isSelected(but, at('a'), unknown), isSelected(but, at('b'), unknown)]).toEqual([true, false]);
    expect(isSelected(but, at('late', '2026-03-01T00:00:00.000Z'), unknown)).toBe(false);
    expect(countOfSelection(but)).toBe(9);
    expect(targetOf(but)).toEqual({ selectionId: 's', except: ['b'] });
  });

  it('is told by the engine: whoever came to match later is not among them, whoever changed since still is', () => {
    const members = new Map([
      ['old', true],
      ['came', false],
    ]);
    expect(isSelected(all, at('old', '2026-03-01T00:00:00.000Z'), members)).toBe(true);
    expect(isSelected(all, at('came'), members)).toBe(false);
    expect(isSelected(toggle(all, 'old'), at('old'), members)).toBe(false);
  });

  it('takes a range in again', () => {
    expect(countOfSelection(addRange(toggle(toggle(all, 'a'), 'b'), ['a', 'x']))).toBe(9);
  });
});
