import { setImmediate as pause, setTimeout as delay } from 'node:timers/promises';
import type { BulkChange } from '../../../domain/contract/bulk.ts';
import type { Outcome } from '../../../domain/contract/commands.ts';
import { createPersonLookup, type PersonLookup } from '../../store/sqlite/queries/person-lookup.ts';
import type { JobContext, JobOrder } from '../job.ts';
import type { ReadViews } from '../read-views.ts';
import type { AskEngine } from '../rebuild-job.ts';
import { bulkCommands, idleVerdict, UNCHANGED, type Verdict, verdictOf } from './bulk-command.ts';
import type { BulkItem, BulkItems, SentItem } from './bulk-items.ts';
import { sendCommands } from './send-commands.ts';

/** Commands under way at a time: what others send waits for at most so many. */
const WINDOW = 16;
/** Somebody changed the person in between, and the views are about to show it. */
const MOST_LOOKS = 40;
const LOOK_AGAIN_MS = 25;

export interface BulkWork {
  readonly jobId: string;
  readonly change: BulkChange;
  readonly items: BulkItems;
  readonly ask: AskEngine;
  readonly readViews: ReadViews;
}

export function bulkSubject(change: BulkChange): string {
  return 'tag' in change ? `${change.action}:${change.tag}` : change.action;
}

/** What was asked for, and how far it is. Null of what is no such job. */
export function bulkResult(items: BulkItems, jobId: string): Record<string, unknown> | null {
  const change = items.change(jobId);
  return change === null ? null : { ...items.counts(jobId), ...change };
}

const isConflict = (outcomes: readonly Outcome[]): boolean =>
  outcomes.some(({ status }) => status === 'conflict');

class BulkRun {
  readonly #work: BulkWork;
  readonly #lookup: PersonLookup;
  readonly #signal: AbortSignal;

  constructor(work: BulkWork, lookup: PersonLookup, signal: AbortSignal) {
    this.#work = work;
    this.#lookup = lookup;
    this.#signal = signal;
  }

  /** Sends what was written down, and writes down what came of it: of those that were answered also where one throws. */
  async send(items: readonly SentItem[]): Promise<void> {
    const verdicts = new Map<number, Verdict>();
    const answers = await Promise.allSettled(
      items.map(async (item) => verdicts.set(item.number, await this.#one(item))),
    );
    this.#work.items.settle(this.#work.jobId, verdicts);
    const failed = answers.find((answer) => answer.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  /** The next few: those without anything to change are settled at once. */
  async next(waiting: readonly BulkItem[]): Promise<void> {
    const { items, jobId } = this.#work;
    const planned = waiting.map((item) => this.#plan(item));
    const idle = planned.filter(({ commands }) => commands.length === 0);
    items.settle(jobId, new Map(idle.map(({ number, person }) => [number, idleVerdict(person)])));
    const sending = planned.filter(({ commands }) => commands.length > 0);
    items.begin(jobId, sending);
    await this.send(sending);
  }

  #plan({ number, personId }: BulkItem) {
    const { jobId, change } = this.#work;
    const person = this.#lookup.state(personId);
    return { number, personId, person, commands: bulkCommands({ jobId, change, personId }, person) };
  }

  async #one(item: SentItem): Promise<Verdict> {
    const { ask, change } = this.#work;
    let outcomes = await sendCommands(ask, item.commands, this.#signal);
    for (let looks = 1; isConflict(outcomes) && looks < MOST_LOOKS; looks += 1) {
      await delay(LOOK_AGAIN_MS);
      const { commands } = this.#plan(item);
      if (commands.length === 0) return UNCHANGED;
      outcomes = await sendCommands(ask, commands, this.#signal);
    }
    return verdictOf(change.action, outcomes);
  }
}

async function run(work: BulkWork, lookup: PersonLookup, { signal, progress }: JobContext): Promise<void> {
  const { items, jobId } = work;
  const bulk = new BulkRun(work, lookup, signal);
  const { total, notReached } = items.counts(jobId);
  let done = total - notReached;
  const step = async (count: number, act: Promise<void>): Promise<void> => {
    await act;
    done += count;
    progress(done, total);
    await pause();
  };
  progress(done, total);
  const sent = items.sent(jobId);
  await step(sent.length, bulk.send(sent));
  for (;;) {
    signal.throwIfAborted();
    const waiting = items.waiting(jobId, WINDOW);
    if (waiting.length === 0) return;
    await step(waiting.length, bulk.next(waiting));
  }
}

/** One command per person, a few at a time. What is refused for some is a result, not a failure of the job. */
export function bulkJob(work: BulkWork): JobOrder {
  return {
    kind: 'bulk',
    subject: bulkSubject(work.change),
    severalAtOnce: true,
    resultSoFar: () => bulkResult(work.items, work.jobId),
    work: async (context) => {
      await work.readViews((views) => run(work, createPersonLookup(views), context));
      return bulkResult(work.items, work.jobId) ?? {};
    },
  };
}
