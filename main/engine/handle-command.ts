import type { Outcome } from '../../domain/contract/commands.ts';
import { ConsoleFailure, failure } from '../../domain/contract/errors.ts';
import type { DecisionContext } from '../../domain/kernel/command.ts';
import type { DomainEvent, Recorded } from '../../domain/kernel/event.ts';
import { streamIdOf } from '../../domain/kernel/ids.ts';
import { type Decision, refuse } from '../../domain/kernel/outcome.ts';
import type { Registry } from '../../domain/kernel/registry.ts';
import type { AppendedCommit, EventDraft, EventLog } from '../../domain/ports/event-log.ts';
import {
  type CommandEnvelope,
  type ParsedCommand,
  parseCommand,
  refusedOutcome,
} from './command-envelope.ts';
import { commitBytes, MAX_COMMIT_BYTES } from './commit-size.ts';
import { eventDrafts } from './event-drafts.ts';
import { fingerprintOf, sameFingerprint } from './fingerprint.ts';
import type { StreamState, StreamStates } from './stream-states.ts';

export interface CommandHandlerOptions {
  readonly log: EventLog;
  readonly states: StreamStates;
  readonly registry: Registry;
  /** Time-ordered ids (UUIDv7). */
  readonly newId: () => string;
}

type Decide = (command: unknown, state: unknown, context: DecisionContext) => Decision<DomainEvent>;
type Evolve = (state: unknown, event: Recorded<DomainEvent>) => unknown;

/** Decides commands and appends what they lead to. Runs inside a group; where it refuses it writes nothing. */
export class CommandHandler {
  readonly #log: EventLog;
  readonly #states: StreamStates;
  readonly #registry: Registry;
  readonly #newId: () => string;

  constructor(options: CommandHandlerOptions) {
    this.#log = options.log;
    this.#states = options.states;
    this.#registry = options.registry;
    this.#newId = options.newId;
  }

  /** Throws `command-unknown` and `command-invalid`; every other refusal is an outcome. */
  handle(envelope: CommandEnvelope): Outcome {
    const command = parseCommand(this.#registry, envelope);
    const fingerprint = fingerprintOf(envelope.type, command.data);
    const repeated = this.#repeated(envelope.commandId, fingerprint);
    if (repeated !== null) return repeated;
    const state = this.#states.load(command.streamId);
    const stale = staleOutcome(envelope, state);
    if (stale !== null) return stale;
    const decision = this.#decide(command, state);
    if (!decision.accepted) return refusedOutcome(envelope.commandId, state, decision.refusal);
    return this.#commit(command, state, fingerprint, decision.events);
  }

  #repeated(commandId: string, fingerprint: Uint8Array): Outcome | null {
    const known = this.#log.findCommand(commandId);
    if (known === null) return null;
    if (!sameFingerprint(known.fingerprint, fingerprint)) {
      return refusedOutcome(commandId, null, {
        code: 'command-id-reused',
        message:
          'Another command was already carried out under this id. Send this one under an id of its own.',
      });
    }
    const { streamId, version } = known;
    return { commandId, status: 'accepted', streamId, version, events: [...known.events], duplicate: true };
  }

  #decide(command: ParsedCommand, state: StreamState): Decision<DomainEvent> {
    if (state.newer) {
      return refuse(
        'update-required',
        'This stream holds events from a newer version of the console. Update this console to change it.',
      );
    }
    const { type, commandId, timestamp, actor } = command.envelope;
    const decide = command.context.decider.decide as Decide;
    try {
      return decide({ type, data: command.data, commandId }, state.state, {
        now: timestamp,
        actor,
        reference: (id) => this.#states.load(streamIdOf('person', id)).state,
      });
    } catch (error) {
      // Nothing is written before a command is decided: what goes wrong here is its own affair, not its group's.
      throw isForeign(error) ? error : undecidable(command, error);
    }
  }

  #commit(
    command: ParsedCommand,
    state: StreamState,
    fingerprint: Uint8Array,
    events: readonly DomainEvent[],
  ): Outcome {
    const { commandId } = command.envelope;
    if (events.length === 0) {
      if (state.head !== null) this.#log.remember({ commandId, fingerprint, head: state.head });
      return { commandId, status: 'accepted', streamId: state.streamId, version: state.version, events: [] };
    }
    const drafts = eventDrafts(events, { registry: this.#registry, newId: this.#newId });
    const bytes = commitBytes({ ...command.envelope, streamId: state.streamId, events: drafts });
    if (bytes > MAX_COMMIT_BYTES) return refusedOutcome(commandId, state, tooLarge(bytes));
    const appended = this.#append(command.envelope, state, fingerprint, drafts);
    this.#states.store(evolveState(command, state, events, appended));
    const { version } = appended.head;
    return { commandId, status: 'accepted', streamId: state.streamId, version, events: [...appended.events] };
  }

  #append(
    envelope: CommandEnvelope,
    state: StreamState,
    fingerprint: Uint8Array,
    events: readonly EventDraft[],
  ): AppendedCommit {
    const { commandId, timestamp, actor, traceparent } = envelope;
    return this.#log.append({
      commitId: events[0]?.eventId ?? this.#newId(),
      commandId,
      fingerprint,
      streamId: state.streamId,
      head: state.head,
      events,
      timestamp,
      actor,
      command: JSON.stringify({ type: envelope.type, data: envelope.data }),
      correlationId: envelope.correlationId ?? commandId,
      causationId: envelope.causationId ?? null,
      ...(traceparent === undefined ? {} : { traceparent }),
    });
  }
}

/** Refusals, and what a driver throws: that has a code, and concerns the whole transaction. */
function isForeign(error: unknown): boolean {
  return error instanceof ConsoleFailure || (error instanceof Error && 'code' in error);
}

function undecidable({ envelope, streamId }: ParsedCommand, cause: unknown): ConsoleFailure {
  const failed = failure(
    'bug',
    'decision-failed',
    `${envelope.type} could not be decided on ${streamId}. Nothing was changed. Run verify; where it finds nothing, report what you did.`,
    { streamId },
  );
  failed.cause = cause;
  return failed;
}

function staleOutcome(envelope: CommandEnvelope, state: StreamState): Outcome | null {
  const expected = envelope.expectedVersion;
  if (expected === undefined || expected === state.version) return null;
  return refusedOutcome(envelope.commandId, state, {
    status: 'conflict',
    code: 'version-conflict',
    message: `You worked on version ${expected}, and it is version ${state.version} now. Look at what changed, then send it again.`,
    details: { expectedVersion: expected, actualVersion: state.version },
  });
}

function tooLarge(bytes: number) {
  return {
    code: 'commit-too-large',
    message: `This would write ${Math.ceil(bytes / 1024)} KiB at once; at most 512 KiB can be shared with other consoles. Split it up.`,
    details: { bytes, limit: MAX_COMMIT_BYTES },
  };
}

/** The state that a reader of the log would find: the same fold over the same events. */
function evolveState(
  command: ParsedCommand,
  state: StreamState,
  events: readonly DomainEvent[],
  appended: AppendedCommit,
): StreamState {
  const { commandId, timestamp, actor } = command.envelope;
  const correlationId = command.envelope.correlationId ?? commandId;
  const causationId = command.envelope.causationId ?? null;
  const evolve: Evolve = command.context.decider.evolve;
  const next = appended.events.reduce<unknown>((current, committed, index) => {
    const { eventId } = committed;
    const metadata = { eventId, correlationId, causationId, timestamp, actor, origin: '', commandId };
    const data = events[index]?.data;
    return evolve(current, { type: committed.type, data, version: committed.version, metadata });
  }, state.state);
  const { head } = appended;
  return { streamId: state.streamId, head, version: head.version, state: next, newer: state.newer };
}
