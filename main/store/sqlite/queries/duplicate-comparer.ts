import type { PersonRow } from '../../../../domain/contract/views.ts';
import type { ExistingPerson } from '../../../../domain/person/index.ts';
import {
  type DuplicateFingerprint,
  type DuplicateReason,
  duplicateFingerprint,
  fingerprintReasons,
} from '../../../../domain/person/similarity.ts';
import { duplicateSubject } from '../../../../domain/projections/duplicate-subject.ts';
import { parseStored } from '../sqlite-errors.ts';
import { type KeyedRow, PERSON_COLUMNS, withoutKey } from './person-rows.ts';
import type { QueryContext } from './query-context.ts';

/** Two persons by their keys in the views. */
export interface KeyPair {
  readonly first: number;
  readonly second: number;
}

/** Compares persons who share something; reads each of them once. */
export class Comparer {
  readonly #context: QueryContext;
  readonly #fingerprints = new Map<number, DuplicateFingerprint | null>();

  constructor(context: QueryContext) {
    this.#context = context;
  }

  reasons({ first, second }: KeyPair): DuplicateReason[] {
    const a = this.fingerprint(first);
    const b = this.fingerprint(second);
    return a === null || b === null ? [] : fingerprintReasons(a, b);
  }

  row(key: number): PersonRow | null {
    const sql = `SELECT p.key, '' AS sortValue, ${PERSON_COLUMNS} FROM ${this.#context.table('summary', 'persons')} p WHERE p.key = ?`;
    const row = this.#context.statement<KeyedRow>('views', sql).get(key);
    return row === undefined ? null : withoutKey(row);
  }

  fingerprint(key: number): DuplicateFingerprint | null {
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

/** For one person many can be compared: a day of birth that hundreds share still finds the same name. */
const MAX_CANDIDATES = 5000;

/** An address or a number that two share says more than a day of birth, which thousands may have. */
export const WEAKNESS = "min(a.shared LIKE 'birth:%')";

export interface Candidate extends KeyPair {
  /** 1 where only the day of birth is shared. */
  readonly weak: number;
}

/** Those who share anything with a person, who share most first, from a place among them on. */
export function candidatesOfKey(
  context: QueryContext,
  key: number,
  after: Pick<Candidate, 'weak' | 'second'> = { weak: 0, second: 0 },
): readonly Candidate[] {
  const table = context.table('duplicates', 'duplicate_keys');
  const sql = `SELECT a.key AS first, b.key AS second, ${WEAKNESS} AS weak FROM ${table} a JOIN ${table} b ON b.shared = a.shared
    WHERE a.key = ? AND b.key <> a.key GROUP BY b.key HAVING (${WEAKNESS}, b.key) > (?, ?) ORDER BY weak, b.key LIMIT ?`;
  return context.statement<Candidate>('views', sql).all(key, after.weak, after.second, MAX_CANDIDATES);
}
