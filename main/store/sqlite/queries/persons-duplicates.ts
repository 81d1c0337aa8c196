import type { z } from 'zod';
import type { ProcedureOutput, procedures } from '../../../../domain/contract/procedures.ts';
import type { DuplicatePair } from '../../../../domain/contract/views.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { Comparer, type KeyPair, partners } from './duplicate-comparer.ts';
import type { QueryContext } from './query-context.ts';

export type DuplicatesInput = z.output<(typeof procedures)['persons.duplicates']['input']>;

const SHARERS = 500;
/** Of one page: where nobody is found among many who share a value, it ends early instead of taking seconds. */
const MAX_WORK = 20_000;
/** Finding those who share something with a person takes as long as comparing a few. */
const WORK_OF_PERSON = 5;

/** Persons, by key, who share something with one after them; as few at a time as a page of pairs may need. */
function sharers(context: QueryContext, from: number): number[] {
  const table = context.table('duplicates', 'duplicate_keys');
  const sql = `SELECT DISTINCT a.key AS key FROM ${table} a WHERE a.key >= ?
    AND EXISTS (SELECT 1 FROM ${table} b WHERE b.shared = a.shared AND b.key > a.key) ORDER BY a.key LIMIT ?`;
  return context
    .statement<{ key: number }>('views', sql)
    .all(from, SHARERS)
    .map(({ key }) => key);
}

function toPair(comparer: Comparer, pair: KeyPair): DuplicatePair[] {
  const reasons = comparer.reasons(pair);
  if (reasons.length === 0) return [];
  const first = comparer.row(pair.first);
  const second = comparer.row(pair.second);
  if (first === null || second === null) return [];
  return [{ first, second, reasons: reasons.map((reason) => ({ degree: null, ...reason })) }];
}

/** Where a listing begins: with a person, and among those who share something with them. */
function beginning({ after }: DuplicatesInput): KeyPair {
  const [first, second] = after === undefined ? [0, 0] : decodeCursor(after, ['number', 'number']);
  return { first: Number(first), second: Number(second) };
}

function* sharersFrom(context: QueryContext, from: number): Generator<number> {
  for (let found = sharers(context, from); found.length > 0; ) {
    yield* found;
    found = sharers(context, (found.at(-1) ?? 0) + 1);
  }
}

/**
 * Pairs by the first person's key and then the second's, until the page is full, enough work is done, or none are
 * left. One first person after the other: sorting the pairs of all of them would be done again for every page.
 */
function listDuplicates(
  context: QueryContext,
  input: DuplicatesInput,
): ProcedureOutput<'persons.duplicates'> {
  const comparer = new Comparer(context);
  const start = beginning(input);
  const pairs: DuplicatePair[] = [];
  let work = 0;
  for (const first of sharersFrom(context, start.first)) {
    const found = partners(context, first, first === start.first ? Math.max(first, start.second) : first);
    for (const pair of found) {
      pairs.push(...toPair(comparer, pair));
      if (pairs.length >= input.limit) return { pairs, next: encodeCursor([first, pair.second]) };
    }
    work += WORK_OF_PERSON + found.length;
    if (work >= MAX_WORK) return { pairs, next: encodeCursor([first + 1, 0]) };
  }
  return { pairs, next: null };
}

function keyOf(context: QueryContext, personId: string): number | undefined {
  const sql = `SELECT key FROM ${context.table('summary', 'persons')} WHERE person_id = ?`;
  return context.statement<{ key: number }>('views', sql).get(personId)?.key;
}

/** Pairs of one person, by the other's key. */
function duplicatesOf(
  context: QueryContext,
  personId: string,
  input: DuplicatesInput,
): ProcedureOutput<'persons.duplicates'> {
  const comparer = new Comparer(context);
  const key = keyOf(context, personId);
  const found = key === undefined ? [] : partners(context, key, beginning(input).second);
  const pairs: DuplicatePair[] = [];
  let last: KeyPair | null = null;
  for (const pair of found) {
    const next = toPair(comparer, pair);
    if (next.length > 0 && pairs.length === input.limit && last !== null)
      return { pairs, next: encodeCursor([last.first, last.second]) };
    pairs.push(...next);
    last = pair;
  }
  return { pairs, next: null };
}

export function findDuplicates(
  context: QueryContext,
  input: DuplicatesInput,
): ProcedureOutput<'persons.duplicates'> {
  return input.personId === undefined
    ? listDuplicates(context, input)
    : duplicatesOf(context, input.personId, input);
}
