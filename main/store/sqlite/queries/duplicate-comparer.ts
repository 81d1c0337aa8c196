import { MAX_SHARING } from '../../../../domain/contract/procedures.ts';
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
    const sql = `SELECT p.key, 0 AS rank, '' AS sortValue, ${PERSON_COLUMNS} FROM ${this.#context.table('summary', 'persons')} p WHERE p.key = ?`;
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

/**
 * Whether a value that persons share says anything. Who shares it is counted only as far as it matters: everybody who
 * has a value asks, so that counting all of them takes the square of their number.
 */
export function isSign(table: string, shared: string): string {
  const sharing = `SELECT 1 FROM ${table} x WHERE x.shared = ${shared} LIMIT ${MAX_SHARING + 1}`;
  return `(SELECT count(*) FROM (${sharing})) <= ${MAX_SHARING}`;
}

/** Those by a key beyond `after` who share something with a person. */
export function partners(context: QueryContext, key: number, after = 0): readonly KeyPair[] {
  const table = context.table('duplicates', 'duplicate_keys');
  const sql = `SELECT DISTINCT a.key AS first, b.key AS second FROM ${table} a JOIN ${table} b ON b.shared = a.shared
    WHERE a.key = ? AND b.key > ? AND b.key <> a.key AND ${isSign(table, 'a.shared')} ORDER BY b.key`;
  return context.statement<KeyPair>('views', sql).all(key, after);
}
