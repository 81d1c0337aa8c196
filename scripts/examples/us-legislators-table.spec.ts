import { describe, expect, it } from 'vitest';
import { commandIdOf } from './us-legislators-commands.ts';
import type { Fact } from './us-legislators-facts.ts';
import { tableOf, wrongRows } from './us-legislators-table.ts';

const fact = (key: string): Fact =>
  ({ person: 'X000001', key, kind: 'Term of office', componentType: 'Employment' }) as Fact;
const outcome = (key: string, status: string) => ({ commandId: commandIdOf(fact(key)), status });
const added = (key: string) => ({
  type: 'ComponentAdded',
  commandId: commandIdOf(fact(key)),
  data: { componentType: 'Employment' },
});
const facts = [fact('a'), fact('b'), fact('b'), fact('c')];

describe('the table of facts and components', () => {
  it('adds up where every fact is in the log, repeated or refused', () => {
    const outcomes = [outcome('a', 'accepted'), outcome('b', 'accepted'), outcome('c', 'rejected')];
    const rows = tableOf({ facts, outcomes, events: [added('a'), added('b')] });
    expect(rows).toMatchObject([{ facts: 4, repeated: 1, components: 2, refused: 1 }]);
    expect(wrongRows(rows)).toEqual([]);
  });

  it('does not where something was accepted and is not in the log', () => {
    const outcomes = [outcome('a', 'accepted'), outcome('b', 'accepted'), outcome('c', 'accepted')];
    const rows = tableOf({ facts, outcomes, events: [added('a'), added('b')] });
    expect(wrongRows(rows)).toMatchObject([{ kind: 'Term of office', components: 2 }]);
  });
});
