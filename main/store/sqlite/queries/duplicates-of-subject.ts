import {
  type DuplicateReason,
  type DuplicateSubject,
  duplicateFingerprint,
  fingerprintKeys,
  fingerprintReasons,
} from '../../../../domain/person/similarity.ts';
import { type Comparer, WEAKNESS } from './duplicate-comparer.ts';
import type { QueryContext } from './query-context.ts';

export interface SubjectDuplicate {
  readonly personId: string;
  readonly displayName: string;
  readonly reasons: readonly DuplicateReason[];
}

export interface SubjectOptions {
  readonly limit: number;
  /** Keeps what it has read: one for several who are looked for at a time. */
  readonly comparer: Comparer;
  readonly isLeftOut: (personId: string) => boolean;
}

/** So many are compared with one row, those who share an address or a number first. */
const MAX_CANDIDATES = 500;

/** Whom the views know who may be somebody that they do not know yet, the first few of them. */
export function duplicatesOfSubject(
  context: QueryContext,
  subject: DuplicateSubject,
  { limit, isLeftOut, comparer }: SubjectOptions,
): readonly SubjectDuplicate[] {
  const own = duplicateFingerprint(subject);
  const shared = fingerprintKeys(own);
  if (shared.length === 0) return [];
  const sql = `SELECT a.key, p.person_id AS personId FROM ${context.table('duplicates', 'duplicate_keys')} a
    JOIN ${context.table('summary', 'persons')} p ON p.key = a.key
    WHERE a.shared IN (SELECT value FROM json_each(?)) GROUP BY a.key ORDER BY ${WEAKNESS}, a.key LIMIT ?`;
  const sharing = context
    .statement<{ key: number; personId: string }>('views', sql)
    .all(JSON.stringify(shared), MAX_CANDIDATES);
  const found: SubjectDuplicate[] = [];
  for (const { key, personId } of sharing) {
    if (isLeftOut(personId)) continue;
    const other = comparer.fingerprint(key);
    const reasons = other === null ? [] : fingerprintReasons(own, other);
    const row = reasons.length === 0 ? null : comparer.row(key);
    if (row !== null) found.push({ personId, displayName: row.displayName, reasons });
    if (found.length === limit) break;
  }
  return found;
}
