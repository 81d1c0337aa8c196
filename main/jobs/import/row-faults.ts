import type { RowFault } from '../../../domain/import/source-values.ts';

export const NO_RECORD: RowFault = {
  code: 'row-not-json',
  message: 'The row cannot be read: mend it in the file and import it again',
  field: null,
};

/** Of two rows about one person the second is refused. */
export function repeated(key: string, row: number): RowFault {
  const message = `Row ${row} has the key ${JSON.stringify(key)} already: put both into one row, or give this one a key of its own`;
  return { code: 'key-repeated', message, field: null };
}
