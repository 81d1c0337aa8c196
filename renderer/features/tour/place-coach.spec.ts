import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { placeCoach } from './place-coach.ts';

const coach = { width: 340, height: 160 };
const room = { width: 1280, height: 800 };

describe('the coach mark', () => {
  it.each([
    ['right of what leaves room there', { left: 0, top: 60, width: 88, height: 50 }, { left: 102, top: 60 }],
    [
      'below what reaches to the right edge',
      { left: 600, top: 10, width: 670, height: 40 },
      { left: 600, top: 64 },
    ],
    [
      'left of what stands in the right half',
      { left: 900, top: 10, width: 370, height: 780 },
      { left: 546, top: 12 },
    ],
    ['above what fills the foot', { left: 100, top: 700, width: 1170, height: 90 }, { left: 100, top: 526 }],
    [
      'above what is small and at the foot',
      { left: 800, top: 770, width: 90, height: 22 },
      { left: 800, top: 596 },
    ],
    [
      'in the corner where all is filled',
      { left: 0, top: 0, width: 1280, height: 800 },
      { left: 928, top: 604 },
    ],
    ['in the corner where there is nothing', null, { left: 928, top: 604 }],
  ])('stands %s', (_where, anchor, place) => {
    expect(placeCoach(anchor, coach, room)).toEqual(place);
  });

  const length = fc.integer({ min: 0, max: 1280 });
  test.prop([fc.record({ left: length, top: length, width: length, height: length })])(
    'is never cut off',
    (anchor) => {
      const { left, top } = placeCoach(anchor, coach, room);
      expect([left >= 0, top >= 0]).toEqual([true, true]);
      expect(left + coach.width).toBeLessThanOrEqual(room.width);
      expect(top + coach.height).toBeLessThanOrEqual(room.height);
    },
  );
});
