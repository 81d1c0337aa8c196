import type { ImportFault, ImportRow } from '../../../domain/contract/import.ts';
import type { RowFault } from '../../../domain/import/source-values.ts';
import type { WantedPerson } from '../../../domain/import/wanted-person.ts';
import type { BulkCommand } from '../bulk/bulk-command.ts';
import type { RowVerdict } from './import-rows.ts';
import type { SourceRow } from './source-row.ts';

/** What it takes for a row to become what it is meant to. */
export interface RowToSend {
  readonly source: SourceRow;
  readonly wanted: WantedPerson;
  readonly commands: readonly BulkCommand[];
}

/** What is meant to become of a row. */
export interface PlannedRow {
  readonly verdict: RowVerdict;
  /** Null where there is nothing to send. */
  readonly toSend: RowToSend | null;
}

export const NOTHING = { changes: [], duplicateOf: [], code: null, message: null, field: null, faults: [] };

export const NO_RECORD: RowFault = {
  code: 'row-not-json',
  message: 'The row cannot be read: mend it in the file and import it again',
  field: null,
};

export function repeated(key: string, row: number): RowFault {
  const message = `Row ${row} has the key “${key}” already: put both into one row, or give this one a key of its own`;
  return { code: 'key-repeated', message, field: null };
}

export function settled(row: ImportRow): PlannedRow {
  return { verdict: { row, sent: false, source: null }, toSend: null };
}

type About = Pick<ImportRow, 'key' | 'personId' | 'displayName'>;

const NOBODY: About = { key: null, personId: null, displayName: null };

/** The first of the faults stands for the row, wherever there is room for one alone. */
function told(
  first: RowFault,
  more: readonly RowFault[],
): Pick<ImportRow, 'code' | 'message' | 'field' | 'faults'> {
  const { code, message, field } = first;
  const faults = [first, ...more].map(({ value = null, ...fault }): ImportFault => ({ ...fault, value }));
  return { code, message, field, faults };
}

export function refused(
  source: SourceRow,
  [first, ...more]: readonly [RowFault, ...RowFault[]],
  about: Partial<About> = {},
): PlannedRow {
  const row: ImportRow = {
    ...NOTHING,
    ...NOBODY,
    ...about,
    row: source.row,
    outcome: 'refused',
    ...told(first, more),
  };
  return { verdict: { row, sent: false, source: source.source() }, toSend: null };
}

export function passedOver(source: SourceRow, row: ImportRow): PlannedRow {
  const whom = row.duplicateOf.map(({ displayName, personId }) => `${displayName ?? '?'} (${personId})`);
  const message = `Possibly the same as ${whom.join(', ')}: look at both, and import with duplicates if they are not`;
  const found: ImportRow = { ...row, outcome: 'duplicate', code: 'possible-duplicate', message };
  return { verdict: { row: found, sent: false, source: source.source() }, toSend: null };
}

/** Whether there will be whom it refers to is decided with that row, and so is this one. */
export function waiting(source: SourceRow, row: ImportRow, above: number): PlannedRow {
  const message = `Refers to row ${above}, who is possibly somebody who is there already: decide that first`;
  const found: ImportRow = { ...row, outcome: 'duplicate', code: 'refers-to-possible-duplicate', message };
  return { verdict: { row: found, sent: false, source: source.source() }, toSend: null };
}

/** The engine would not take what was planned. */
export function refusedLater(source: SourceRow, row: ImportRow, fault: RowFault): RowVerdict {
  const found: ImportRow = { ...row, outcome: 'refused', changes: [], ...told(fault, []) };
  return { row: found, sent: false, source: source.source() };
}
