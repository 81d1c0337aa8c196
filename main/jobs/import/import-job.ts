import { basename } from 'node:path';
import { setImmediate as pause, setTimeout as delay } from 'node:timers/promises';
import type { ImportResult, ImportRow } from '../../../domain/contract/import.ts';
import { failure } from '../../../domain/contract/errors.ts';
import type { ProcedureOutput } from '../../../domain/contract/procedures.ts';
import type { QueryContext } from '../../store/sqlite/queries/query-context.ts';
import type { JobContext, JobOrder } from '../job.ts';
import type { ReadViews } from '../read-views.ts';
import type { AskEngine } from '../rebuild-job.ts';
import type { ImportOrder, ImportRows, RowVerdict } from './import-rows.ts';
import { RowPlanner } from './plan-source-row.ts';
import type { PlannedRow } from './planned-row.ts';
import { openRows, type RowSource } from './reading.ts';
import { RowSender, type SentRows } from './send-rows.ts';
import { type FileMark, markOf } from './source-file.ts';
import type { SourceRow } from './source-row.ts';

export interface ImportWork {
  readonly jobId: string;
  readonly order: ImportOrder;
  readonly rows: ImportRows;
  readonly ask: AskEngine;
  readonly readViews: ReadViews;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Rows under way at a time; of a dry run, rows that are written down at once. */
const SENT_AT_ONCE = 256;
const LOOKED_AT_ONCE = 250;
/** Rows that were dealt with before are passed by quickly; still others have their turn. */
const PASSED_AT_ONCE = 1000;
const VIEWS_WAIT_MS = 60_000;
const LOOK_AGAIN_MS = 100;

/** What there is of a result. Null of what is no such job. */
export function importResult(rows: ImportRows, jobId: string): ImportResult | null {
  const order = rows.orderOf(jobId);
  if (order === null) return null;
  const { path, fileId, dryRun, duplicates, mapping } = order;
  return {
    ...rows.counts(jobId),
    file: basename(path),
    fileId,
    dryRun,
    duplicates,
    mapping: mapping.name,
    mappingVersion: mapping.version,
    source: mapping.source,
  };
}

/** Rows are decided on what the views show, so they have to show what the log says. */
async function viewsAreCurrent({ ask, now }: ImportWork, signal: AbortSignal): Promise<void> {
  const deadline = now() + VIEWS_WAIT_MS;
  for (;;) {
    signal.throwIfAborted();
    const { views } = (await ask('views.status', {})) as ProcedureOutput<'views.status'>;
    const behind = views.find(({ position, head }) => position < head);
    if (behind === undefined) return;
    if (behind.state === 'stopped' || now() > deadline) {
      const message = `The view ${behind.title} does not show the whole log yet. Look at it under Maintenance, then try again.`;
      throw failure('retryable', 'views-behind', message, { view: behind.view });
    }
    await delay(LOOK_AGAIN_MS);
  }
}

async function expectSame(path: string, mark: FileMark): Promise<void> {
  const now = await markOf(path);
  if (now.bytes === mark.bytes && now.digest === mark.digest && now.modified === mark.modified) return;
  const message =
    'The file has changed since. Start the import of it anew: what was imported is not imported twice.';
  throw failure('rejected', 'import-file-changed', message);
}

function isDue(waiting: number, row: number, atOnce: number): boolean {
  return waiting === 0 ? row % PASSED_AT_ONCE === 0 : waiting === atOnce;
}

class ImportRun {
  readonly #work: ImportWork;
  readonly #context: JobContext;
  readonly #planner: RowPlanner;
  readonly #sender: RowSender;
  /** What was meant to become of rows that were under way when the job ended the last time. */
  readonly #meant: ReadonlyMap<number, ImportRow>;
  /** The window that the engine is at. */
  #sending: Promise<SentRows> | null = null;
  /** What came of rows, to be written down with the next ones. */
  #settled: readonly RowVerdict[] = [];

  constructor(work: ImportWork, views: QueryContext, context: JobContext) {
    const { jobId, order, rows, now } = work;
    this.#work = work;
    this.#context = context;
    this.#meant = rows.sent(jobId);
    this.#planner = new RowPlanner({ jobId, order, rows, views, now });
    this.#sender = new RowSender({ ask: work.ask, planner: this.#planner, signal: context.signal });
  }

  /** While the engine carries out a window, the next one is read and planned. */
  async run(): Promise<void> {
    const { order } = this.#work;
    const source = openRows(order.path, order.reading);
    const tell = (row: number): void => {
      const { bytes } = order.mark;
      this.#context.progress(Math.min(source.bytesRead(), bytes), bytes, { rows: row });
    };
    try {
      for await (const { window, row } of this.#windows(source)) {
        this.#context.signal.throwIfAborted();
        const planned = this.#plan(window);
        await this.#sent();
        this.#send(planned);
        tell(row);
        await pause();
      }
      await this.#sent();
    } finally {
      // What the engine has answered is written down, also where the work ends early.
      await this.#sent().catch(() => undefined);
      this.#flush([]);
    }
  }

  /** The rows that are still to be dealt with, some at a time; none where there was only something to pass. */
  async *#windows(
    source: RowSource,
  ): AsyncGenerator<{ readonly window: readonly SourceRow[]; readonly row: number }> {
    const { jobId, order, rows } = this.#work;
    // The others are dealt with.
    const last = rows.last(jobId);
    const isOpen = (row: number): boolean => row > last || this.#meant.has(row);
    const atOnce = order.dryRun ? LOOKED_AT_ONCE : SENT_AT_ONCE;
    let window: SourceRow[] = [];
    let row = 0;
    for await (const found of source.rows) {
      if (row === 0) this.#keepHeader(source.header()?.columns ?? []);
      row = found.row;
      if (isOpen(row)) window.push(found);
      if (!isDue(window.length, row, atOnce)) continue;
      yield { window, row };
      window = [];
    }
    yield { window, row };
  }

  #plan(window: readonly SourceRow[]): readonly PlannedRow[] {
    return this.#planner.window(window).map((plan) => {
      const { row } = plan.verdict.row;
      const before = this.#meant.get(row);
      // Whether it was carried out before the crash or is now: it becomes what it was meant to.
      if (before === undefined || plan.verdict.source !== null) return plan;
      return { ...plan, verdict: { row: before, sent: plan.toSend !== null, source: null } };
    });
  }

  #send(planned: readonly PlannedRow[]): void {
    if (planned.length === 0) return;
    const { dryRun } = this.#work.order;
    this.#flush(planned.map(({ verdict }) => (dryRun ? { ...verdict, sent: false } : verdict)));
    if (dryRun) return;
    this.#sending = this.#sender.send(planned);
    // Whoever waits for it hears of a failure.
    this.#sending.catch(() => undefined);
  }

  async #sent(): Promise<void> {
    const sending = this.#sending;
    this.#sending = null;
    if (sending === null) return;
    const { verdicts, failed } = await sending;
    this.#settled = verdicts;
    if (failed !== null) throw failed.thrown;
  }

  #flush(verdicts: readonly RowVerdict[]): void {
    const all = [...this.#settled, ...verdicts];
    this.#settled = [];
    if (all.length > 0) this.#work.rows.put(this.#work.jobId, all);
  }

  #keepHeader(columns: readonly string[]): void {
    const { rows, jobId } = this.#work;
    if (columns.length > 0) rows.setHeader(jobId, columns);
  }
}

/** What is refused of some rows is a result, not a failure of the job. */
export function importJob(work: ImportWork): JobOrder {
  const { order, rows, jobId, readViews } = work;
  return {
    kind: 'import',
    subject: basename(order.path),
    severalAtOnce: true,
    resultSoFar: () => importResult(rows, jobId),
    work: async (context) => {
      await expectSame(order.path, order.mark);
      await viewsAreCurrent(work, context.signal);
      await readViews((views) => new ImportRun(work, views, context).run());
      return importResult(rows, jobId) ?? {};
    },
  };
}
