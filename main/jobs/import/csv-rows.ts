import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { failure } from '../../../domain/contract/errors.ts';
import type { JsonObject } from '../../../domain/person/fields/json.ts';
import { fromSafeCell } from '../csv.ts';
import { BoundedRecords, CUT } from './bounded-records.ts';
import { damageIn, MAX_ROW, refusedRow, type SourceRow, tooLarge } from './source-row.ts';

/** A row of so many cells is no table of persons. */
const MAX_COLUMNS = 2000;

/** Names for the columns, each once: a second column of a name is told apart, one without a name is counted. */
export function columnNames(header: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return header.map((title, index) => {
    const name = title.trim() === '' ? `column ${index + 1}` : title.trim();
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

function checkHeader(header: readonly string[]): void {
  if (header.some((cell) => cell.endsWith(CUT)) || header.length > MAX_COLUMNS) {
    const message = `The header of the file is too large: at most ${MAX_COLUMNS} columns can be read. Check the separator, and that it is a CSV file.`;
    throw failure('wrong-use', 'import-header-too-large', message);
  }
}

const TOO_MANY = 'put quotation marks around a cell that holds the separator';
const TOO_FEW =
  'it may be cut off. Fill in the cells that are missing; one that is empty still needs its separator';

function countFault(row: number, cells: readonly string[], columns: readonly string[]): SourceRow {
  const found = `${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}`;
  const mend = cells.length > columns.length ? TOO_MANY : TOO_FEW;
  const message = `The row has ${found}, the header ${columns.length}: ${mend}`;
  return refusedRow(row, { code: 'row-columns-differ', message, field: null }, JSON.stringify(cells));
}

/** A line that nothing stands on, not even separators: it says nothing about anybody. */
function isBlank(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0]?.trim() === '';
}

/**
 * As many cells as the header has, or none of them is taken: a row that ends early may have been cut off in the middle of
 * a cell, and nothing tells it from one whose last cells were empty. Columns at the end that the header does not name may
 * be left out.
 */
function toRow(row: number, cells: readonly string[], { columns, named }: Header): SourceRow {
  if (cells.some((cell) => cell.endsWith(CUT))) return tooLarge(row, '[]');
  if (cells.length < named || cells.length > columns.length) return countFault(row, cells, columns);
  const record: JsonObject = Object.fromEntries(
    columns.map((name, index) => [name, fromSafeCell(cells[index] ?? '')]),
  );
  return { row, record, fault: damageIn(...cells), source: () => JSON.stringify(cells) };
}

async function* bounded(texts: AsyncIterable<string>, separator: string): AsyncGenerator<string> {
  const records = new BoundedRecords(separator, MAX_ROW);
  for await (const text of texts) {
    const passed = records.pass(text);
    if (passed !== '') yield passed;
  }
}

/** Null where the file ends inside of quotes: that is one row's fault. */
function unreadable(thrown: unknown): Error | null {
  if (!(thrown instanceof Error)) return new Error(String(thrown));
  if (!('code' in thrown) || !String(thrown.code).startsWith('CSV_')) return thrown;
  const code = String(thrown.code);
  if (code === 'CSV_QUOTE_NOT_CLOSED') return null;
  return failure(
    'wrong-use',
    'import-csv-unreadable',
    `The file cannot be read as CSV (${code}). Check the separator.`,
  );
}

interface Header {
  readonly columns: readonly string[];
  /** So many of them, up to the last one that has a name. */
  readonly named: number;
}

function headerOf(cells: readonly string[]): Header {
  return { columns: columnNames(cells), named: cells.findLastIndex((title) => title.trim() !== '') + 1 };
}

export interface CsvOptions {
  readonly separator: string;
  /** Told of the names of the columns and of the header as it stands. */
  readonly onHeader: (columns: readonly string[], header: readonly string[]) => void;
}

/** The rows of a table whose first row names its columns. */
export async function* csvRows(texts: AsyncIterable<string>, options: CsvOptions): AsyncGenerator<SourceRow> {
  const { separator, onHeader } = options;
  const source = Readable.from(bounded(texts, separator));
  const parser = parse({
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: 3 * MAX_ROW,
  });
  source.on('error', (error) => parser.destroy(error));
  let header: Header | null = null;
  let row = 0;
  try {
    for await (const cells of source.pipe(parser) as AsyncIterable<readonly string[]>) {
      if (header === null) {
        checkHeader(cells);
        header = headerOf(cells);
        onHeader(header.columns, cells);
        continue;
      }
      if (isBlank(cells) && header.columns.length > 1) continue;
      row += 1;
      yield toRow(row, cells, header);
    }
  } catch (thrown) {
    const error = unreadable(thrown);
    if (error !== null) throw error;
    const message = 'A quotation mark is opened and not closed up to the end of the file: close it';
    yield refusedRow(row + 1, { code: 'row-quote-open', message, field: null }, '[]');
  } finally {
    parser.destroy();
    source.destroy();
  }
}
