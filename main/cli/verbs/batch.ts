import { v7 as uuidv7 } from 'uuid';
import type { Outcome } from '../../../domain/contract/commands.ts';
import { ConsoleFailure, failure } from '../../../domain/contract/errors.ts';
import type { Line } from '../../ipc/lines.ts';
import { outcomeOf } from '../outcomes.ts';
import { EXIT, type ExitCode, type Output } from '../output.ts';
import { inputLines, parseJson, textOf } from '../read-input.ts';
import type { Session } from '../session-port.ts';
import type { Verb } from '../verb.ts';

/** Commands under way at once: enough to fill two group commits, few enough to keep memory flat. */
const IN_FLIGHT = 512;

/** Nobody carries out what comes next, or it would be done to another log than it was meant for. */
const HOLDING: ReadonlySet<string> = new Set(['data-folder-held', 'restore-under-way']);

function lineNotJson(why: string): ConsoleFailure {
  return failure('wrong-use', 'line-not-json', `The line is not JSON (${why}). Mend it and send it again.`);
}

function parseLine(line: Line): Readonly<Record<string, unknown>> {
  const value = parseJson(textOf(line, 'The line'), lineNotJson);
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : { type: value };
}

async function carryOut(session: Session, line: Line): Promise<Outcome> {
  const fallbackId = uuidv7();
  try {
    const command = parseLine(line);
    const given = command['commandId'];
    const commandId = typeof given === 'string' ? given : fallbackId;
    return outcomeOf(
      commandId,
      await session.call('commands.submit', { ...command, commandId: given ?? commandId }),
    );
  } catch (error) {
    if (!(error instanceof ConsoleFailure)) throw error;
    return outcomeOf(fallbackId, { ok: false, error: error.error });
  }
}

/** Prints outcomes in the order of their commands, each as soon as it and all before it are there. */
class Printer {
  readonly #output: Output;
  readonly #held = new AbortController();
  #accepted = 0;
  #refused = 0;
  #isFolderHeld = false;
  #last: Promise<void> = Promise.resolve();

  constructor(output: Output) {
    this.#output = output;
  }

  /** Aborted, with its words, where those to come would be refused as well, or must not be carried out. */
  get held(): AbortSignal {
    return this.#held.signal;
  }

  /** Resolves once the outcome is printed. What keeps further lines from being read counts before that: readers may be slow. */
  print(outcome: Promise<Outcome>): Promise<void> {
    const before = this.#last;
    outcome.then((known) => this.#hold(known)).catch(() => undefined);
    this.#last = Promise.all([outcome, before]).then(([settled]) => this.#write(settled));
    return this.#last;
  }

  async finish(stop: AbortSignal): Promise<ExitCode> {
    await this.#last;
    const ending = this.#endingOf(stop);
    const count = `${this.#accepted} accepted, ${this.#refused} of ${this.#accepted + this.#refused} refused`;
    this.#output.words(ending === null ? count : `${ending} ${count}`);
    if (this.held.aborted) return this.#isFolderHeld ? EXIT.held : EXIT.refused;
    return this.#refused === 0 && this.#output.closed() === null ? EXIT.done : EXIT.refused;
  }

  async #write(outcome: Outcome): Promise<void> {
    if (outcome.status === 'accepted') this.#accepted += 1;
    else this.#refused += 1;
    await this.#output.json(outcome);
  }

  #hold({ code, message }: Outcome): void {
    if (HOLDING.has(code ?? '')) this.#held.abort(message);
    this.#isFolderHeld ||= code === 'data-folder-held';
  }

  #endingOf(stop: AbortSignal): string | null {
    if (this.held.aborted) return `${String(this.held.reason)} No further line was read:`;
    if (this.#output.closed() !== null)
      return 'Nobody reads the outcomes any more, so no further line was read:';
    return stop.aborted ? 'Stopped; what was read is carried out, and no further line was read:' : null;
  }
}

function isBlank(line: Line): boolean {
  return line.ok && line.text.trim() === '';
}

export const batch: Verb = {
  usage: 'batch --data DIR',
  summary: 'Carry out one command per line, in order',
  help: [
    'Standard input: one {"type", "data", "commandId"?, "expectedVersion"?} per line.',
    'Standard output: one outcome per line in the same order, each printed once it is durable.',
    'A line that is refused does not stop those after it; the exit code is 1 if any was.',
    'On SIGTERM or SIGINT, or when nobody reads the outcomes, it finishes what it has read and ends.',
  ],
  positionals: 0,
  run: async ({ input, output, session, interruption }) => {
    const engine = await session();
    const printer = new Printer(output);
    const stop = AbortSignal.any([interruption(), printer.held]);
    const inFlight: Promise<void>[] = [];
    for await (const line of inputLines(input, stop)) {
      if (isBlank(line)) continue;
      inFlight.push(printer.print(carryOut(engine, line)));
      // Half at a time: one for one, a slow reader of the outcomes would make each command a group of its own.
      if (inFlight.length >= IN_FLIGHT) await inFlight.splice(0, IN_FLIGHT / 2).at(-1);
      if (output.closed() !== null) break;
    }
    return printer.finish(stop);
  },
};
