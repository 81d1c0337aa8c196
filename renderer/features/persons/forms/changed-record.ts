import type { PersonDetail } from '../../../../domain/contract/views.ts';
import type { Leaf } from './leaves.ts';
import type { OpenedRecord } from './use-opened-detail.ts';

/** The record that a form changes. */
export interface ChangedRecord<V> extends OpenedRecord {
  /** The fields that show the record: they follow it, and are chosen one by one where both changed them. Empty where the form begins empty. */
  readonly leaves: readonly Leaf[];
  /** What the form begins with on a version of the record. */
  readonly valuesOf: (detail: PersonDetail) => V;
}
