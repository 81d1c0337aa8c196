import { setImmediate as pause } from 'node:timers/promises';
import { isRefusedColumn, REFUSED_COLUMNS } from '../../../domain/contract/refused-columns.ts';
import { isJsonObject } from '../../../domain/person/fields/json.ts';
import { BYTE_ORDER_MARK } from '../csv.ts';
import type { JobOrder } from '../job.ts';
import { writeLines } from '../write-lines.ts';
import type { ImportOrder, ImportRows, RefusedRow } from './import-rows.ts';
import type { FullReading } from './reading.ts';

const AT_ONCE = 200;
const { row: ROW, code: CODE, reason: REASON } = REFUSED_COLUMNS;
/** Of a row of JSON that is no object: what it was. */
const SOURCE = 'import-source';

/** As it stands: what a spreadsheet might take for a formula is somebody's telephone number when it comes back. */
function csvRow(cells: readonly string[], separator: string): string {
  const quoted = cells.map((cell) =>
    /["\r\n]/.test(cell) || cell.includes(separator) || cell !== cell.trim()
      ? `"${cell.replaceAll('"', '""')}"`
      : cell,
  );
  return `${quoted.join(separator)}\r\n`;
}

interface Form {
  readonly begin: string;
  readonly row: (refused: RefusedRow, isFirst: boolean) => string;
  readonly end: string;
}

function csvForm(columns: readonly string[], separator: string): Form {
  // A file that was refused before has these columns already.
  const kept = columns.flatMap((name, index) => (isRefusedColumn(name) ? [] : [index]));
  const surplus = (cells: readonly string[]) => cells.slice(columns.length);
  return {
    begin:
      BYTE_ORDER_MARK + csvRow([ROW, CODE, REASON, ...kept.map((index) => columns[index] ?? '')], separator),
    row: ({ row, code, message, source }) => {
      const cells = JSON.parse(source) as readonly string[];
      // One that is cut off stays so: filled up it would be taken, whoever mends it or not.
      const own = kept.flatMap((index) => cells[index] ?? []);
      return csvRow([String(row), code ?? '', message ?? '', ...own, ...surplus(cells)], separator);
    },
    end: '',
  };
}

function jsonRow({ row, code, message, source }: RefusedRow): string {
  const value: unknown = JSON.parse(source === '' ? 'null' : source);
  const record = isJsonObject(value) ? value : { [SOURCE]: value };
  const theirs = Object.entries(record).filter(([key]) => !isRefusedColumn(key));
  return JSON.stringify({ [ROW]: row, [CODE]: code, [REASON]: message, ...Object.fromEntries(theirs) });
}

/** A list where the file had it. */
function jsonForm(arrayPath: string): Form {
  const keys = arrayPath === '' ? [] : arrayPath.split('.');
  return {
    begin: `${keys.map((key) => `{${JSON.stringify(key)}:`).join('')}[\n`,
    row: (refused, isFirst) => `${isFirst ? '' : ',\n'}${jsonRow(refused)}`,
    end: `\n]${'}'.repeat(keys.length)}\n`,
  };
}

function formOf({ format, separator, arrayPath, encoding }: FullReading, columns: readonly string[]): Form {
  if (format === 'csv') return csvForm(columns, separator ?? ',');
  const form =
    format === 'json'
      ? jsonForm(arrayPath ?? '')
      : { begin: '', row: (row: RefusedRow) => `${jsonRow(row)}\n`, end: '' };
  // Whoever reads it with the mapping that names another encoding is told by the mark.
  return encoding === 'utf-8' ? form : { ...form, begin: BYTE_ORDER_MARK + form.begin };
}

export interface RefusedFile {
  readonly jobId: string;
  readonly order: ImportOrder;
  readonly rows: ImportRows;
  readonly file: string;
}

async function* linesOf(
  { jobId, order, rows }: RefusedFile,
  onRow: (count: number) => void,
): AsyncGenerator<string> {
  const form = formOf(order.reading, rows.headerOf(jobId));
  if (form.begin !== '') yield form.begin;
  let count = 0;
  for (let after = 0; ; ) {
    const found = rows.refused(jobId, after, AT_ONCE);
    for (const refused of found) {
      yield form.row(refused, count === 0);
      count += 1;
    }
    onRow(count);
    const last = found.at(-1);
    if (last === undefined) break;
    after = last.row;
    await pause();
  }
  if (form.end !== '') yield form.end;
}

/** What an import did not take, in the form of its file and with the reasons: to be mended and imported again. */
export function refusedFileJob(asked: RefusedFile): JobOrder {
  const { jobId, rows, file } = asked;
  return {
    kind: 'import-refused',
    subject: file,
    work: async ({ signal, progress }) => {
      const { refused, duplicate } = rows.counts(jobId);
      const total = refused + duplicate;
      const { bytes } = await writeLines(
        file,
        linesOf(asked, (count) => progress(count, total)),
        signal,
      );
      return { file, rows: total, bytes };
    },
  };
}
