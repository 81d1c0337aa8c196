import type { BulkChange, BulkRow, BulkTarget } from '../../../domain/contract/bulk.ts';
import { failure } from '../../../domain/contract/errors.ts';
import type { Job } from '../../../domain/contract/jobs.ts';
import type { ProcedureOutput, ProcedureParsed } from '../../../domain/contract/procedures.ts';
import { createPersonLookup, type PersonLookup } from '../../store/sqlite/queries/person-lookup.ts';
import type { JobOrder } from '../job.ts';
import type { ReadViews } from '../read-views.ts';
import type { AskEngine } from '../rebuild-job.ts';
import { resultsExportJob } from '../results-export-job.ts';
import type { BulkItems, StoredResult } from './bulk-items.ts';
import { bulkJob } from './bulk-job.ts';
import { nextNames } from './bulk-names.ts';
import { type PreviewAsked, previewBulk } from './bulk-preview.ts';
import type { Selections } from './selections.ts';

export interface BulkOptions {
  readonly items: BulkItems;
  readonly selections: Selections;
  readonly readViews: ReadViews;
  readonly ask: AskEngine;
  readonly newId: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Inputs that their schemas have passed. */
export type PreviewInput = ProcedureParsed<'bulk.preview'>;
export type NamesInput = ProcedureParsed<'bulk.names'>;
type ResultsInput = ProcedureParsed<'bulk.results'>;

function unknownBulk(): Error {
  return failure(
    'wrong-use',
    'job-unknown',
    'This is no change to many persons, or it is no longer kept. Look at the list again.',
  );
}

function previewChange({ action, tag }: PreviewInput): BulkChange {
  if (action !== 'add-tag' && action !== 'remove-tag') return { action, reason: '–' };
  if (tag === undefined) throw failure('wrong-use', 'tag-missing', 'Say which tag.');
  return { action, tag };
}

function named({ personId, state, code, message }: StoredResult, lookup: PersonLookup): BulkRow {
  const displayName = lookup.row(personId)?.displayName ?? null;
  const reached = state === 'waiting' || state === 'sent' ? 'not-reached' : state;
  return { personId, displayName, state: reached, code, message };
}

const MAY_GO_ON: ReadonlySet<Job['state']> = new Set(['cancelled', 'interrupted', 'failed']);

/** What can be asked about changes to many persons, and the jobs that make them. */
export class Bulk {
  readonly #options: BulkOptions;
  #previews = 0;

  constructor(options: BulkOptions) {
    this.#options = options;
  }

  /** Throws `selection-gone` and `job-unknown`. */
  personIds(target: BulkTarget): readonly string[] {
    const { selections, items } = this.#options;
    if ('personIds' in target) return [...new Set(target.personIds)];
    if ('selectionId' in target) {
      const except = new Set(target.except);
      return selections.get(target.selectionId).filter((personId) => !except.has(personId));
    }
    this.expect(target.doneBy);
    return items.done(target.doneBy);
  }

  /** Throws `job-unknown` where it is none that changes many persons. */
  expect(jobId: string): BulkChange {
    const change = this.#options.items.change(jobId);
    if (change === null) throw unknownBulk();
    return change;
  }

  async preview(input: PreviewInput): Promise<ProcedureOutput<'bulk.preview'>> {
    this.#previews += 1;
    return this.#foreseeing(input, previewBulk);
  }

  /** Whoever has asked for another preview by now does not wait for these. */
  async names(input: NamesInput): Promise<ProcedureOutput<'bulk.names'>> {
    return this.#foreseeing(input, (asked) => nextNames({ ...asked, names: input }));
  }

  /** Writes down who is to be changed, under an id of its own. */
  order(change: BulkChange, target: BulkTarget): { readonly jobId: string; readonly order: JobOrder } {
    const jobId = this.#options.newId();
    const personIds = this.personIds(target);
    if (personIds.length === 0) throw failure('rejected', 'nobody-selected', 'Select somebody first.');
    this.#options.items.order(jobId, change, personIds);
    return { jobId, order: this.#job(jobId, change) };
  }

  /** The same work again: from where it was. */
  again({ jobId, state }: Job): JobOrder {
    const change = this.expect(jobId);
    if (!MAY_GO_ON.has(state)) {
      throw failure(
        'rejected',
        'job-not-resumable',
        'This work has come to its end: there is nothing left to go on with. Start it anew.',
      );
    }
    return this.#job(jobId, change);
  }

  async results({ jobId, state, after, limit }: ResultsInput): Promise<ProcedureOutput<'bulk.results'>> {
    const { items, readViews } = this.#options;
    this.expect(jobId);
    const found = items.results(jobId, { state, after, limit: limit + 1 });
    const rows = found.slice(0, limit);
    return readViews((context) => ({
      counts: items.counts(jobId),
      rows: rows.map((row) => named(row, createPersonLookup(context))),
      next: found.length > limit ? (rows.at(-1)?.number ?? null) : null,
    }));
  }

  /** Throws `job-unknown` where it is none that changes many persons. */
  resultsFile(jobId: string, file: string): JobOrder {
    this.expect(jobId);
    return resultsExportJob({ jobId, file, results: (input) => this.results(input) });
  }

  #foreseeing<T>(input: PreviewInput, work: (asked: PreviewAsked) => Promise<T>): Promise<T> {
    const preview = this.#previews;
    const change = previewChange(input);
    const personIds = this.personIds(input.target);
    return this.#options.readViews((context) =>
      work({
        change,
        personIds,
        lookup: createPersonLookup(context),
        now: new Date(this.#options.now()).toISOString(),
        isStale: () => this.#previews !== preview,
      }),
    );
  }

  #job(jobId: string, change: BulkChange): JobOrder {
    const { items, ask, readViews } = this.#options;
    return bulkJob({ jobId, change, items, ask, readViews });
  }
}
