import { setTimeout as delay } from 'node:timers/promises';
import type { Outcome } from '../../../domain/contract/commands.ts';
import type { BulkCommand } from '../bulk/bulk-command.ts';
import { sendOne } from '../bulk/send-commands.ts';
import type { AskEngine } from '../rebuild-job.ts';
import type { RowVerdict } from './import-rows.ts';
import type { RowPlanner } from './plan-source-row.ts';
import { type PlannedRow, refusedLater, type RowToSend } from './planned-row.ts';
import type { SourceRow } from './source-row.ts';

/** Somebody changed the person in between, and the views are about to show it. */
const MOST_LOOKS = 40;
const LOOK_AGAIN_MS = 25;
/** Of an engine's group. */
const MOST_COMMANDS = 256;

export interface RowSenderOptions {
  readonly ask: AskEngine;
  readonly planner: RowPlanner;
  readonly signal: AbortSignal;
}

interface SendingRow {
  readonly verdict: RowVerdict;
  readonly toSend: RowToSend;
}

export interface SentRows {
  readonly verdicts: readonly RowVerdict[];
  readonly failed: { readonly thrown: unknown } | null;
}

const isRefused = ({ status }: Outcome): boolean => status !== 'accepted';

/** Conflicts alone: those after a refusal only follow from it. */
const isConflict = (outcomes: readonly Outcome[]): boolean =>
  outcomes.some(isRefused) && !outcomes.some(({ status }) => status === 'rejected');

/**
 * All at once, in their order: they meet in one group of the engine. Each names the version that it needs, so none is
 * carried out where one before it was not.
 */
async function sendTogether(
  ask: AskEngine,
  commands: readonly BulkCommand[],
  signal: AbortSignal,
): Promise<readonly Outcome[]> {
  const sent = await Promise.allSettled(commands.map((command) => sendOne(ask, command, signal)));
  return sent.map((answer) => {
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value;
  });
}

/** As many rows as make up a group of the engine: what others send waits for no more than that. */
function* inGroups(sending: readonly SendingRow[]): Generator<readonly SendingRow[]> {
  let group: SendingRow[] = [];
  let commands = 0;
  for (const row of sending) {
    group.push(row);
    commands += row.toSend.commands.length;
    if (commands < MOST_COMMANDS) continue;
    yield group;
    group = [];
    commands = 0;
  }
  if (group.length > 0) yield group;
}

function settledAs(verdict: RowVerdict, outcomes: readonly Outcome[], source: SourceRow): RowVerdict {
  const refusal = outcomes.find(({ status }) => status === 'rejected') ?? outcomes.find(isRefused);
  if (refusal === undefined) return { ...verdict, sent: false };
  const { code = '', message = '' } = refusal;
  return refusedLater(source, verdict.row, { code, message, field: null });
}

/** Sends the commands of rows, and hears what became of them. */
export class RowSender {
  readonly #options: RowSenderOptions;

  constructor(options: RowSenderOptions) {
    this.#options = options;
  }

  /** What became of those that were answered, also where the engine cannot work for others. */
  async send(planned: readonly PlannedRow[]): Promise<SentRows> {
    const verdicts: RowVerdict[] = [];
    const sending = planned.flatMap(({ verdict, toSend }) => (toSend === null ? [] : [{ verdict, toSend }]));
    for (const group of inGroups(sending)) {
      const answers = await Promise.allSettled(
        group.map(async (row) => {
          verdicts.push(await this.#one(row));
        }),
      );
      const failed = answers.find((answer) => answer.status === 'rejected');
      if (failed !== undefined) return { verdicts, failed: { thrown: failed.reason } };
    }
    return { verdicts, failed: null };
  }

  async #one({ verdict, toSend }: SendingRow): Promise<RowVerdict> {
    const { ask, signal, planner } = this.#options;
    const { source, wanted, commands } = toSend;
    let outcomes = await sendTogether(ask, commands, signal);
    for (let looks = 1; isConflict(outcomes) && looks < MOST_LOOKS; looks += 1) {
      await delay(LOOK_AGAIN_MS);
      const again = planner.replan(wanted);
      if (again.fault !== null) return refusedLater(source, verdict.row, again.fault);
      outcomes = await sendTogether(ask, again.commands, signal);
    }
    return settledAs(verdict, outcomes, source);
  }
}
