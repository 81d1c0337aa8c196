import { setImmediate as pause } from 'node:timers/promises';
import type { ProcedureInput, ProcedureOutput } from '../../domain/contract/procedures.ts';
import { BYTE_ORDER_MARK, csvLine } from './csv.ts';
import type { JobOrder } from './job.ts';
import { writeLines } from './write-lines.ts';

const AT_ONCE = 500;
const TITLES = ['Person id', 'Name', 'Result', 'Code', 'Reason'];

export interface ResultsExport {
  readonly jobId: string;
  readonly file: string;
  readonly results: (
    input: ProcedureInput<'bulk.results'> & { readonly limit: number },
  ) => Promise<ProcedureOutput<'bulk.results'>>;
}

async function* linesOf(
  { jobId, results }: ResultsExport,
  onProgress: (done: number, total: number) => void,
) {
  yield BYTE_ORDER_MARK + csvLine(TITLES);
  let done = 0;
  for (let after: number | null = 0; after !== null; ) {
    const page: ProcedureOutput<'bulk.results'> = await results({ jobId, after, limit: AT_ONCE });
    for (const { personId, displayName, state, code, message } of page.rows) {
      yield csvLine([personId, displayName, state, code, message]);
    }
    done += page.rows.length;
    onProgress(done, page.counts.total);
    after = page.next;
    await pause();
  }
}

/** What came of a change to many persons, for spreadsheets. */
export function resultsExportJob(asked: ResultsExport): JobOrder {
  return {
    kind: 'results-export',
    subject: asked.file,
    work: async ({ signal, progress }) => {
      const { lines, bytes } = await writeLines(asked.file, linesOf(asked, progress), signal);
      return { file: asked.file, persons: lines - 1, bytes };
    },
  };
}
