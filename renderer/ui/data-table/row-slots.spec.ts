import { fc } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { createRowSlots } from './row-slots.ts';

const rows = (first: number, count = 5): string[] =>
  Array.from({ length: count }, (_, nth) => `row ${first + nth}`);

describe('the nodes of a list', () => {
  test('stand in the order of their rows at rest', () => {
    const place = createRowSlots();
    expect(place(rows(0), false).map(({ at }) => at)).toEqual([0, 1, 2, 3, 4]);
    place(rows(3), true);
    expect(place(rows(3), false).map(({ at }) => at)).toEqual([0, 1, 2, 3, 4]);
  });

  test('keep their places while the list moves: who comes is shown by the node of who went', () => {
    const place = createRowSlots();
    const before = place(rows(0), false).map(({ slot }) => slot);
    const after = place(rows(2), true);
    expect(after.map(({ slot }) => slot)).toEqual(before);
    // Rows 5 and 6 have come where 0 and 1 stood.
    expect(after.map(({ at }) => rows(2)[at])).toEqual(['row 5', 'row 6', 'row 2', 'row 3', 'row 4']);
  });

  test('a row keeps its node for as long as it is drawn, and no two share one', () => {
    const step = fc.record({
      first: fc.nat(30),
      count: fc.integer({ min: 0, max: 9 }),
      moving: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const place = createRowSlots();
        let before = new Map<string, number>();
        for (const { first, count, moving } of steps) {
          const ids = rows(first, count);
          const placed = place(ids, moving);
          const now = new Map(placed.map(({ slot, at }) => [ids[at] ?? '', slot]));
          expect([...now.keys()].sort()).toEqual([...ids].sort());
          expect(new Set(now.values()).size).toBe(count);
          for (const [id, slot] of now) if (before.has(id)) expect(slot).toBe(before.get(id));
          before = now;
        }
      }),
    );
  });
});
