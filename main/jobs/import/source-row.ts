import type { RowFault } from '../../../domain/import/source-values.ts';
import type { JsonObject } from '../../../domain/person/fields/json.ts';

/** One row of a file, or why it is none. */
export interface SourceRow {
  /** Counted from 1, without the header. */
  readonly row: number;
  readonly record: JsonObject | null;
  readonly fault: RowFault | null;
  /** As it is put into the file of what was refused: the cells of a row, or the row's text. */
  readonly source: () => string;
}

/** More than this no person has, and no commit would take. */
export const MAX_ROW = 1024 * 1024;
/** What decoders put where bytes are no text: replaced letters would change somebody's name without a word. */
const DAMAGED = '\uFFFD';

export function refusedRow(row: number, fault: RowFault, source: string): SourceRow {
  return { row, record: null, fault, source: () => source };
}

export function tooLarge(row: number, source = ''): SourceRow {
  const message = `The row is larger than ${MAX_ROW / 1024 / 1024} MiB, more than a person can have. In CSV, look for a quotation mark that is not closed`;
  return refusedRow(row, { code: 'row-too-large', message, field: null }, source);
}

/** Null where the texts of a row are whole. */
export function damageIn(...texts: readonly string[]): RowFault | null {
  if (!texts.some((text) => text.includes(DAMAGED))) return null;
  const message =
    'The row holds bytes that are no text in the encoding of the file: choose the right encoding';
  return { code: 'row-damaged', message, field: null };
}
