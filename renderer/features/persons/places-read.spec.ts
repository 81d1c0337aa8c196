import { beforeEach, describe, expect, it } from 'vitest';
import { PAGE_ROWS } from './list-pages.ts';
import type { Range } from './list-range.tsx';
import { tellOnceRead } from './places-read.ts';

const at = (page: number, list = 'by name'): Range => {
  const first = page * PAGE_ROWS;
  return { list, first, last: first + 20, cursor: first };
};

interface Reading {
  readonly place: Range;
  readonly end: () => void;
  readonly fail: () => void;
}

let reading: Reading[];
let told: Range[];
let reach: (place: Range) => void;

beforeEach(() => {
  reading = [];
  told = [];
  reach = tellOnceRead(
    (place) =>
      new Promise<void>((end, fail) =>
        reading.push({ place, end, fail: () => fail(new Error('the engine is away')) }),
      ),
    (place) => told.push(place),
  );
});

/** Whatever waits for a promise has run. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('places in a list', () => {
  it('are told once they are read, not before', async () => {
    reach(at(3));
    await settled();
    expect(told).toEqual([]);
    reading[0]?.end();
    await settled();
    expect(told).toEqual([at(3)]);
  });

  it('are told as well where they could not be read', async () => {
    reach(at(3));
    reading[0]?.fail();
    await settled();
    expect(told).toEqual([at(3)]);
  });

  it('never go back to an earlier one that took longer', async () => {
    reach(at(3));
    reach(at(9));
    reading[1]?.end();
    await settled();
    reading[0]?.end();
    await settled();
    expect(told).toEqual([at(9)]);
  });

  it('are told one after the other while one moves on faster than they are read', async () => {
    reach(at(3));
    reach(at(9));
    reading[0]?.end();
    await settled();
    expect(told).toEqual([at(3)]);
  });

  it('are read once for all rows that are on the same pages, but anew in another list', () => {
    reach(at(3));
    reach({ ...at(3), first: at(3).first + 1 });
    expect(reading).toHaveLength(1);
    reach(at(3, 'by age'));
    expect(reading.map(({ place }) => place.list)).toEqual(['by name', 'by age']);
  });
});
