import type { z } from 'zod';
import type { ProcedureOutput, procedures } from '../../../../domain/contract/procedures.ts';
import type { DuplicatePair, PersonRow } from '../../../../domain/contract/views.ts';
import type { ExistingPerson } from '../../../../domain/person/index.ts';
import {
  type DuplicateFingerprint,
  type DuplicateReason,
  duplicateFingerprint,
  fingerprintReasons,
} from '../../../../domain/person/similarity.ts';
import { duplicateSubject } from '../../../../domain/projections/duplicate-subject.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { type KeyedRow, PERSON_COLUMNS, withoutKey } from './person-rows.ts';
import { parseStored } from '../sqlite-errors.ts';
import type { QueryContext } from './query-context.ts';

export type DuplicatesInput = z.output<(typeof procedures)['persons.duplicates']['input']>;

/** A value that more persons share than this is no sign of one person (a switchboard's number, 1 January). */
const MAX_SHARING = 500;
/** For one person more can be compared: a day of birth that hundreds share still finds the same name. */
const MAX_COMPARED = 5000;

interface KeyPair {
  readonly first: number;
  readonly second: number;
}

class Comparer {
  readonly #context: QueryContext;
  readonly #fingerprints = new Map<number, DuplicateFingerprint | null>();

  constructor(context: QueryContext) {
    this.#context = context;
  }

  reasons({ first, second }: KeyPair): DuplicateReason[] {
    const a = this.#fingerprint(first);
    const b = this.#fingerprint(second);
    return a === null || b === null ? [] : fingerprintReasons(a, b);
  }

  row(key: number): PersonRow | null {
    const sql = `SELECT p.key, '' AS sortValue, ${PERSON_COLUMNS} FROM ${this.#context.table('summary', 'persons')} p WHERE p.key = ?`;
    const row = this.#context.statement<KeyedRow>('views', sql).get(key);
    return row === undefined ? null : withoutKey(row);
  }

  #fingerprint(key: number): DuplicateFingerprint | null {
    const known = this.#fingerprints.get(key);
    if (known !== undefined) return known;
    const sql = `SELECT document FROM ${this.#context.table('detail', 'details')} WHERE key = ?`;
    const row = this.#context.statement<{ document: string }>('views', sql).get(key);
    const subject =
      row === undefined
        ? null
        : duplicateSubject(parseStored(row.document, this.#context.views.name) as ExistingPerson);
    const fingerprint = subject === null ? null : duplicateFingerprint(subject);
    this.#fingerprints.set(key, fingerprint);
    return fingerprint;
  }
}

/**
 * Pairs that share a key, by the first person's key and then the second's. Those who share are counted only as far as
 * it matters: everybody who has a value asks, so that counting all of them takes the square of their number.
 */
function candidates(context: QueryContext, after: readonly (string | number)[], limit: number): KeyPair[] {
  const table = context.table('duplicates', 'duplicate_keys');
  const sql = `SELECT DISTINCT a.key AS first, b.key AS second FROM ${table} a JOIN ${table} b ON b.shared = a.shared
    WHERE b.key > a.key AND (a.key, b.key) > (?, ?)
    AND (SELECT count(*) FROM (SELECT 1 FROM ${table} x WHERE x.shared = a.shared LIMIT ${MAX_SHARING + 1})) <= ${MAX_SHARING}
    ORDER BY a.key, b.key LIMIT ?`;
  return context.statement<KeyPair>('views', sql).all(...after, limit);
}

function candidatesOf(context: QueryContext, personId: string): KeyPair[] {
  const table = context.table('duplicates', 'duplicate_keys');
  const persons = context.table('summary', 'persons');
  const sql = `SELECT DISTINCT p.key AS first, b.key AS second FROM ${persons} p
    JOIN ${table} a ON a.key = p.key JOIN ${table} b ON b.shared = a.shared
    WHERE p.person_id = ? AND b.key <> p.key ORDER BY b.key LIMIT ?`;
  return context.statement<KeyPair>('views', sql).all(personId, MAX_COMPARED);
}

function toPair(comparer: Comparer, pair: KeyPair): DuplicatePair[] {
  const reasons = comparer.reasons(pair);
  if (reasons.length === 0) return [];
  const first = comparer.row(pair.first);
  const second = comparer.row(pair.second);
  if (first === null || second === null) return [];
  return [{ first, second, reasons: reasons.map((reason) => ({ degree: null, ...reason })) }];
}

const CANDIDATES = 500;

/** Compares candidates until the page is full or none are left. */
export function findDuplicates(
  context: QueryContext,
  input: DuplicatesInput,
): ProcedureOutput<'persons.duplicates'> {
  const comparer = new Comparer(context);
  if (input.personId !== undefined) {
    const pairs = candidatesOf(context, input.personId).flatMap((pair) => toPair(comparer, pair));
    return { pairs: pairs.slice(0, input.limit), next: null };
  }
  let after = input.after === undefined ? [0, 0] : decodeCursor(input.after, ['number', 'number']);
  const pairs: DuplicatePair[] = [];
  for (;;) {
    const found = candidates(context, after, CANDIDATES);
    for (const pair of found) {
      after = [pair.first, pair.second];
      pairs.push(...toPair(comparer, pair));
      if (pairs.length >= input.limit) return { pairs, next: encodeCursor(after) };
    }
    if (found.length < CANDIDATES) return { pairs, next: null };
  }
}
