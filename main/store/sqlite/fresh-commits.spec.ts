import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { FreshCommits } from './fresh-commits.ts';

function commit(number: number, chars = 2) {
  return {
    number,
    stream: 1,
    draft: {
      commitId: '',
      commandId: '',
      fingerprint: Buffer.alloc(4),
      streamId: 'person-1',
      head: null,
      events: [{ eventId: '', type: 'NameUpdated', schemaVersion: 1, data: 'x'.repeat(chars) }],
      timestamp: '',
      actor: null,
      correlationId: '',
      causationId: null,
    },
  };
}

/** What waits, as a log has it, beside what is fresh; whoever reads does so as the outbox is read. */
function bench() {
  const fresh = new FreshCommits();
  const waiting = new Set<number>();
  const state = { next: 1 };
  const read = (after: number, limit: number): number[] => {
    const found = fresh.after(after, limit);
    if (found !== null) return found.map(({ number }) => number);
    const rows = [...waiting].filter((number) => number > after).slice(0, limit);
    if (rows.length === 0) fresh.begin(after);
    return rows;
  };
  const leave = (nth: number): void => {
    const number = [...waiting][nth % Math.max(1, waiting.size)];
    if (number === undefined) return;
    waiting.delete(number);
    fresh.left(number);
  };
  const happen = {
    append: (times: number): void => {
      for (let nth = 0; nth < times; nth += 1, state.next += 1) {
        waiting.add(state.next);
        fresh.note(commit(state.next));
      }
    },
    /** Nothing of it is in the log afterwards, and its numbers are given anew. */
    rollBack: (times: number): void => {
      for (let nth = 0; nth < times; nth += 1) fresh.note(commit(state.next + nth));
      fresh.clear();
    },
    leave,
    putAside: (nth: number): void => {
      leave(nth);
      fresh.clear();
    },
  };
  return { fresh, waiting, read, happen };
}

const happening = fc.tuple(
  fc.constantFrom('append', 'append', 'leave', 'rollBack', 'putAside', 'read', 'read', 'connect'),
  fc.nat(5),
  fc.nat(1),
);

describe('what was appended a moment ago', () => {
  test.prop([fc.array(happening, { maxLength: 60 })], { numRuns: 1000 })(
    'is what a log would be read for, whoever reads it from wherever',
    (steps) => {
      const { waiting, read, happen } = bench();
      const cursors = [0, 0];
      for (const [what, count, who] of steps) {
        if (what === 'connect') cursors[who] = 0;
        else if (what === 'read') {
          const at = cursors[who] ?? 0;
          const page = read(at, count + 1);
          expect(page).toEqual([...waiting].filter((number) => number > at).slice(0, count + 1));
          cursors[who] = page.at(-1) ?? at;
        } else happen[what](count);
      }
    },
  );

  it.each([
    ['many', 5000, 2],
    ['large', 40, 512 * 1024],
  ])(
    'is left to the log where it is too %s to be held, and held again once all of it was read',
    (_how, most, chars) => {
      const fresh = new FreshCommits();
      fresh.begin(0);
      fresh.note(commit(1, chars));
      expect(fresh.after(0, 10)).toHaveLength(1);
      for (let number = 2; number <= most; number += 1) fresh.note(commit(number, chars));
      expect(fresh.after(0, 10)).toBeNull();
      fresh.begin(most);
      fresh.note(commit(most + 1, chars));
      expect(fresh.after(most, 10)).toHaveLength(1);
    },
  );

  it('takes no room any more once it has left', () => {
    const fresh = new FreshCommits();
    fresh.begin(0);
    for (let number = 1; number <= 40; number += 1) {
      fresh.note(commit(number, 512 * 1024));
      if (number % 2 === 0) fresh.left(number);
      else expect(fresh.after(number, 10)).toEqual([]);
    }
    expect(fresh.after(40, 10)).toEqual([]);
  });
});
