import {
  type DuplicateReason,
  type DuplicateSubject,
  duplicateFingerprint,
  fingerprintKeys,
  fingerprintReasons,
} from '../../../../domain/person/similarity.ts';
import { type Comparer, isSign } from './duplicate-comparer.ts';
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

/**
 * Whom the views know who may be somebody that they do not know yet, the first few of them: those with the same e-mail
 * address or telephone number before those born on the same day, as their keys are.
 */
export function duplicatesOfSubject(
  context: QueryContext,
  subject: DuplicateSubject,
  { limit, isLeftOut, comparer }: SubjectOptions,
): readonly SubjectDuplicate[] {
  const own = duplicateFingerprint(subject);
  const shared = fingerprintKeys(own);
  if (shared.length === 0) return [];
  const table = context.table('duplicates', 'duplicate_keys');
  const sql = `SELECT d.key, p.person_id AS personId FROM json_each(?) v CROSS JOIN ${table} d ON d.shared = v.value
    JOIN ${context.table('summary', 'persons')} p ON p.key = d.key
    WHERE ${isSign(table, 'v.value')} GROUP BY d.key ORDER BY min(v.key), d.key`;
  const sharing = context
    .statement<{ key: number; personId: string }>('views', sql)
    .all(JSON.stringify(shared));
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
