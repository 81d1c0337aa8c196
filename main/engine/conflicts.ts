import type { Outcome, Submission } from '../../domain/contract/commands.ts';
import { ConsoleFailure, failure } from '../../domain/contract/errors.ts';
import { applyingRefused, type ConflictState } from '../../domain/conflict/index.ts';
import { derivedId } from '../../domain/kernel/derived-id.ts';
import { streamIdOf } from '../../domain/kernel/ids.ts';

export interface ConflictsOptions {
  readonly state: (streamId: string) => unknown;
  readonly submit: (submission: Submission, actor: string) => Promise<Outcome>;
}

export interface Application {
  readonly conflictId: string;
  /** In the place of what was asked; absent: as it was. */
  readonly data?: Readonly<Record<string, unknown>> | undefined;
  readonly expectedVersion?: number | undefined;
}

function open(conflictId: string, state: ConflictState) {
  if (!state.exists)
    throw failure('rejected', 'conflict-missing', `There is no conflict ${conflictId}. Check the id.`, {
      conflictId,
    });
  const { detected, resolution, version } = state;
  const { command } = detected;
  // Carrying it out has raised the version by one: asked again, it is the same command, and is carried out once.
  const opened = resolution.state === 'applied' ? version - 1 : version;
  if (command.type !== '') return { command, version: opened };
  const message = 'What was asked is not known any more. Make the change by hand, then drop this one.';
  throw failure('rejected', 'command-not-kept', message, { conflictId });
}

/**
 * Carries out again what is in conflict. The change and the note that closes the conflict are two commands on two streams; both
 * have ids that follow from the conflict and its version, so that doing it again after a crash does it once.
 */
export class Conflicts {
  readonly #options: ConflictsOptions;

  constructor(options: ConflictsOptions) {
    this.#options = options;
  }

  /** Answers the outcome of the change itself; the conflict stays open where that is not accepted. */
  async apply({ conflictId, data, expectedVersion }: Application, actor: string): Promise<Outcome> {
    const { submit, state } = this.#options;
    const conflict = state(streamIdOf('conflict', conflictId)) as ConflictState;
    const { command, version } = open(conflictId, conflict);
    const asked = data === undefined ? command.data : { ...data };
    const commandId = derivedId('conflict-applied', conflictId, String(version), JSON.stringify(asked));
    const refusal = applyingRefused(conflict, commandId);
    if (refusal !== null) throw new ConsoleFailure({ kind: 'rejected', ...refusal });
    const outcome = await submit(
      {
        type: command.type,
        data: asked,
        commandId,
        causationId: conflictId,
        ...(expectedVersion === undefined ? {} : { expectedVersion }),
      },
      actor,
    );
    if (outcome.status !== 'accepted') return outcome;
    const note = { conflictId, appliedCommandId: commandId, edited: data !== undefined };
    await submit(
      {
        type: 'NoteConflictApplied',
        data: note,
        commandId: derivedId('conflict-noted', commandId),
        causationId: commandId,
      },
      actor,
    );
    return outcome;
  }
}
