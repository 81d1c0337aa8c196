import { setImmediate as pause } from 'node:timers/promises';
import type { ImportChange, ImportRow } from '../../../domain/contract/import.ts';
import { BYTE_ORDER_MARK, csvLine } from '../csv.ts';
import type { JobOrder } from '../job.ts';
import { writeLines } from '../write-lines.ts';
import { type ImportRows, reasonOf } from './import-rows.ts';

const AT_ONCE = 500;

export interface ImportResultsFile {
  readonly jobId: string;
  readonly dryRun: boolean;
  readonly rows: ImportRows;
  readonly file: string;
}

function titles(dryRun: boolean): string {
  const result = dryRun ? 'Would be' : 'Result';
  const about = ['Row', 'Source key', 'Person id', 'Name', result, 'Changes', 'Possibly the same as'];
  return csvLine([...about, 'Code', 'Field', 'Reason']);
}

/** `EmailAddress changed: address`, by the names that the log has as well. */
function changed({ what, how, fields }: ImportChange): string {
  return fields.length === 0 ? `${what} ${how}` : `${what} ${how}: ${fields.join(', ')}`;
}

function lineOf(found: ImportRow): string {
  const { row, key, personId, displayName, outcome, changes, duplicateOf, code, field } = found;
  const alike = duplicateOf.map((other) => `${other.displayName ?? '?'} (${other.personId})`);
  const about = [row, key, personId, displayName, outcome, changes.map(changed).join('; '), alike.join('; ')];
  return csvLine([...about, code, field, reasonOf(found)]);
}

async function* linesOf(
  { jobId, dryRun, rows }: ImportResultsFile,
  onRows: (done: number) => void,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + titles(dryRun);
  let done = 0;
  for (let after = 0; ; ) {
    const found = rows.results(jobId, { after, limit: AT_ONCE });
    for (const row of found) yield lineOf(row);
    done += found.length;
    onRows(done);
    const last = found.at(-1);
    if (last === undefined) return;
    after = last.row;
    await pause();
  }
}

/** What came, or would come, of every row of an import, for spreadsheets. */
export function importResultsJob(asked: ImportResultsFile): JobOrder {
  const { jobId, rows, file } = asked;
  return {
    kind: 'results-export',
    subject: file,
    work: async ({ signal, progress }) => {
      const total = rows.counts(jobId).rows;
      const { lines, bytes } = await writeLines(
        file,
        linesOf(asked, (done) => progress(done, total)),
        signal,
      );
      return { file, rows: lines - 1, bytes };
    },
  };
}
