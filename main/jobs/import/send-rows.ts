import type { Outcome } from '../../../domain/contract/commands.ts';
import { sendCommands } from '../bulk/send-commands.ts';
import type { AskEngine } from '../rebuild-job.ts';
import type { RowVerdict } from './import-rows.ts';
import { type PlannedRow, refusedLater, type RowPlanner } from './plan-source-row.ts';
import type { SourceRow } from './source-row.ts';

/** Somebody changed the person in between, and the views are about to show it. */
const MOST_LOOKS = 40;
const LOOK_AGAIN_MS = 25;

export interface RowSenderOptions {
  readonly ask: AskEngine;
  readonly planner: RowPlanner;
  readonly signal: AbortSignal;
}

export interface SentRows {
  readonly verdicts: readonly RowVerdict[];
  readonly failed: { readonly thrown: unknown } | null;
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

const isConflict = (outcomes: readonly Outcome[]): boolean =>
  outcomes.some(({ status }) => status === 'conflict');

/** Sends the commands of rows: those of one row one after the other, rows beside each other. */
export class RowSender {
  readonly #options: RowSenderOptions;

  constructor(options: RowSenderOptions) {
    this.#options = options;
  }

  /** What became of those that were answered, also where the engine cannot work for others. */
  async send(planned: readonly PlannedRow[], sources: ReadonlyMap<number, SourceRow>): Promise<SentRows> {
    const verdicts: RowVerdict[] = [];
    const answers = await Promise.allSettled(
      planned.map(async (plan) => {
        if (plan.wanted === null || plan.commands.length === 0) return;
        const source = sources.get(plan.verdict.row.row);
        if (source !== undefined) verdicts.push(await this.#one(plan, source));
      }),
    );
    const failed = answers.find((answer) => answer.status === 'rejected');
    return { verdicts, failed: failed === undefined ? null : { thrown: failed.reason } };
  }

  async #one({ verdict, wanted, commands }: PlannedRow, source: SourceRow): Promise<RowVerdict> {
    const { ask, signal, planner } = this.#options;
    let outcomes = await sendCommands(ask, commands, signal);
    for (let looks = 1; isConflict(outcomes) && wanted !== null && looks < MOST_LOOKS; looks += 1) {
      await delay(LOOK_AGAIN_MS);
      const again = planner.replan(wanted);
      if (again.fault !== null) return refusedLater(source, verdict.row, again.fault);
      outcomes = await sendCommands(ask, again.commands, signal);
    }
    const refusal = outcomes.find(({ status }) => status !== 'accepted');
    if (refusal === undefined) return { ...verdict, sent: false };
    const { code = '', message = '' } = refusal;
    return refusedLater(source, verdict.row, { code, message, field: null });
  }
}
