import { basename, resolve } from 'node:path';
import { failure } from '../../../domain/contract/errors.ts';
import type { ImportFile } from '../../../domain/contract/import.ts';
import type { Job } from '../../../domain/contract/jobs.ts';
import type { ProcedureOutput, ProcedureParsed } from '../../../domain/contract/procedures.ts';
import { samplesOf } from '../../../domain/import/sample-values.ts';
import type { JobOrder } from '../job.ts';
import type { ReadViews } from '../read-views.ts';
import type { AskEngine } from '../rebuild-job.ts';
import { importJob } from './import-job.ts';
import { importResultsJob } from './import-results-file.ts';
import type { ImportOrder, ImportRows } from './import-rows.ts';
import { inspect } from './inspect.ts';
import { fullReading, openRows } from './reading.ts';
import { refusedFileJob } from './refused-file.ts';
import { markOf, markText } from './source-file.ts';

export interface ImportsOptions {
  readonly rows: ImportRows;
  readonly readViews: ReadViews;
  readonly ask: AskEngine;
  readonly newId: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const MAY_GO_ON: ReadonlySet<Job['state']> = new Set(['cancelled', 'interrupted', 'failed']);

function unknownImport(): Error {
  return failure(
    'wrong-use',
    'job-unknown',
    'This is no import, or it is no longer kept. Look at the list again.',
  );
}

function changedMeanwhile(): Error {
  const message =
    'The file has changed since it was looked at. Nothing was imported: look at it again, and try it out anew.';
  return failure('rejected', 'import-file-changed', message);
}

/** What can be asked about imports, and the jobs that do them. */
export class Imports {
  readonly #options: ImportsOptions;

  constructor(options: ImportsOptions) {
    this.#options = options;
  }

  async open(path: string): Promise<ImportFile> {
    const { rows, newId, now } = this.#options;
    const absolute = resolve(path);
    const mark = await markOf(absolute);
    const fileId = newId();
    rows.rememberFile(fileId, absolute, now());
    return { fileId, name: basename(absolute), bytes: mark.bytes, mark: markText(mark) };
  }

  async inspect({
    fileId,
    reading,
  }: ProcedureParsed<'import.inspect'>): Promise<ProcedureOutput<'import.inspect'>> {
    const path = this.#pathOf(fileId);
    const mark = await markOf(path);
    const file = { fileId, name: basename(path), bytes: mark.bytes, mark: markText(mark) };
    return inspect(path, file, reading);
  }

  /** Reads no further than to the row that is asked for. */
  async sample(asked: ProcedureParsed<'import.sample'>): Promise<ProcedureOutput<'import.sample'>> {
    const path = this.#pathOf(asked.fileId);
    const { rows } = openRows(path, await fullReading(path, asked.reading));
    for await (const { row, record } of rows) {
      if (row < asked.row) continue;
      return { found: record !== null, samples: record === null ? {} : samplesOf(record, asked.values) };
    }
    return { found: false, samples: {} };
  }

  ordered(jobId: string): ProcedureOutput<'import.order'> {
    const { fileId, mapping } = this.#expect(jobId);
    return { fileId, mapping };
  }

  /** Writes down what is to be imported, under an id of its own. */
  async order(
    input: ProcedureParsed<'import.start'>,
  ): Promise<{ readonly jobId: string; readonly order: JobOrder }> {
    const { fileId, mapping, dryRun, duplicates } = input;
    const path = this.#pathOf(fileId);
    const mark = await markOf(path);
    if (input.mark !== undefined && input.mark !== markText(mark)) throw changedMeanwhile();
    const reading = await fullReading(path, mapping.reading);
    const jobId = this.#options.newId();
    const order: ImportOrder = { fileId, path, mark, reading, mapping, dryRun, duplicates };
    this.#options.rows.order(jobId, order);
    return { jobId, order: this.#job(jobId, order) };
  }

  /** The same work again, from where it was; null where the job is no import. */
  again({ jobId, kind, state }: Job): JobOrder | null {
    if (kind !== 'import') return null;
    const order = this.#expect(jobId);
    if (MAY_GO_ON.has(state)) return this.#job(jobId, order);
    throw failure(
      'rejected',
      'job-not-resumable',
      'This work has come to its end: there is nothing left to go on with. Start it anew.',
    );
  }

  results({
    jobId,
    outcome,
    after,
    limit,
  }: ProcedureParsed<'import.results'>): ProcedureOutput<'import.results'> {
    const { rows } = this.#options;
    this.#expect(jobId);
    const found = rows.results(jobId, { outcome, after, limit: limit + 1 });
    const page = found.slice(0, limit);
    return {
      counts: rows.counts(jobId),
      rows: [...page],
      next: found.length > limit ? (page.at(-1)?.row ?? null) : null,
    };
  }

  /** Null where the job is no import. */
  resultsFile(jobId: string, file: string): JobOrder | null {
    const { rows } = this.#options;
    const order = rows.orderOf(jobId);
    return order === null ? null : importResultsJob({ jobId, dryRun: order.dryRun, rows, file });
  }

  refusedFile(jobId: string, file: string): JobOrder {
    return refusedFileJob({ jobId, order: this.#expect(jobId), rows: this.#options.rows, file });
  }

  #job(jobId: string, order: ImportOrder): JobOrder {
    const { rows, ask, readViews, now } = this.#options;
    return importJob({ jobId, order, rows, ask, readViews, now });
  }

  #expect(jobId: string): ImportOrder {
    const order = this.#options.rows.orderOf(jobId);
    if (order === null) throw unknownImport();
    return order;
  }

  #pathOf(fileId: string): string {
    const path = this.#options.rows.pathOf(fileId);
    if (path !== null) return path;
    throw failure('rejected', 'import-file-gone', 'This file is no longer known. Choose it again.');
  }
}
