import type { ConflictDetection } from '../../domain/conflict/index.ts';
import { derivedId } from '../../domain/kernel/derived-id.ts';
import { categoryOf, streamIdOf } from '../../domain/kernel/ids.ts';
import type { Context, Registry } from '../../domain/kernel/registry.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { EventLog, StreamHead } from '../../domain/ports/event-log.ts';
import type { PendingInStream, SyncLog } from '../../domain/ports/sync-log.ts';
import type { TakenIn } from '../../domain/ports/take-in.ts';
import type { CommitMessage } from '../../domain/sync/commit-message.ts';
import { rebase, type RebaseStep } from '../../domain/sync/rebase.ts';
import { fingerprintOf } from './fingerprint.ts';
import { foldStream } from './fold.ts';
import { carriedDraft, othersDraft, pendingCommit, storedEvents } from './sync-drafts.ts';
import type { StreamStates } from './stream-states.ts';

export interface TakeInOptions {
  readonly log: EventLog;
  readonly sync: SyncLog;
  readonly states: StreamStates;
  readonly registry: Registry;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Id of this data folder. */
  readonly origin: string;
}

const DETECTOR = 'system:sync';

/** Appends what others did, and decides again what was pending on top of what they found. */
export class JoinOthers {
  readonly #options: TakeInOptions;

  constructor(options: TakeInOptions) {
    this.#options = options;
  }

  /** `isPending`: something of ours is pending in its stream. */
  join(commit: CommitMessage, sequence: number, isPending: boolean, taken: TakenIn): void {
    const { states } = this.#options;
    const { streamId } = commit;
    taken.applied += 1;
    taken.changed.add(streamId);
    if (isPending) this.#replace(commit, sequence, taken);
    else this.#append(commit, sequence);
    states.forget(streamId);
  }

  #replace(commit: CommitMessage, sequence: number, taken: TakenIn): void {
    const { sync, origin } = this.#options;
    const { streamId } = commit;
    const waiting = sync.pendingIn(streamId);
    const base = this.#stateAt(streamId, sync.confirmedHead(streamId));
    sync.supersede(streamId);
    this.#options.states.forget(streamId);
    const head = this.#append(commit, sequence);
    const pending = waiting.filter((each) => each.origin === origin);
    taken.lost += waiting.length - pending.length;
    taken.settledStreams.add(streamId);
    const steps = this.#decideAgain(commit, { base, head, pending });
    for (const [index, step] of steps.entries()) {
      const before = pending[index];
      if (before !== undefined) this.#carryOut(step, before, streamId, taken);
    }
  }

  #decideAgain(
    commit: CommitMessage,
    on: { readonly base: unknown; readonly head: StreamHead; readonly pending: readonly PendingInStream[] },
  ): readonly RebaseStep[] {
    const { states, registry } = this.#options;
    const { streamId, commitId, actor, timestamp, origin } = commit;
    return rebase({
      registry,
      context: this.#contextOf(streamId),
      streamId,
      base: on.base,
      theirs: this.#stateAt(streamId, on.head),
      version: on.head.version,
      others: { commitId, actor, timestamp, origin },
      othersCommandId: commit.commandId,
      othersEvents: storedEvents(commit, on.head.version),
      pending: on.pending.map(pendingCommit),
      reference: (id) => states.load(streamIdOf('person', id)).state,
    });
  }

  #carryOut(step: RebaseStep, before: PendingInStream, streamId: string, taken: TakenIn): void {
    const { log } = this.#options;
    const head = log.streamHead(streamId);
    switch (step.kind) {
      case 'carried':
        log.append(carriedDraft(before, { streamId, head, events: step.events }, this.#options));
        taken.rebased += 1;
        return;
      case 'dropped':
        taken.dropped += 1;
        if (step.because === 'said') this.#remember(before, head);
        return;
      case 'conflict':
        taken.conflicts += 1;
        this.#remember(before, head);
        this.#detected(step.detection, before, taken);
    }
  }

  /** Sent again under its id, it must change nothing: it is in a conflict, or what it says is so already. */
  #remember({ commandId, fingerprint }: PendingInStream, head: StreamHead | null): void {
    if (head !== null) this.#options.log.remember({ commandId, fingerprint, head });
  }

  /** A conflict is a stream of its own, which everybody gets. */
  #detected(detection: ConflictDetection, before: PendingInStream, taken: TakenIn): void {
    const { log, newId, clock, states } = this.#options;
    const streamId = streamIdOf('conflict', before.commandId);
    const head = log.streamHead(streamId);
    const attempt = String(head?.version ?? 0);
    const eventId = newId();
    log.append({
      commitId: eventId,
      commandId: derivedId('conflict-detected', before.commandId, attempt),
      fingerprint: fingerprintOf('ConflictDetected', { commandId: before.commandId, attempt }),
      streamId,
      head,
      events: [{ eventId, type: 'ConflictDetected', schemaVersion: 1, data: JSON.stringify(detection) }],
      timestamp: new Date(clock.now()).toISOString(),
      actor: DETECTOR,
      correlationId: before.correlationId,
      causationId: before.commandId,
    });
    states.forget(streamId);
    taken.changed.add(streamId);
  }

  #append(commit: CommitMessage, sequence: number): StreamHead {
    const { log } = this.#options;
    return log.append(othersDraft(commit, log.streamHead(commit.streamId), sequence)).head;
  }

  #contextOf(streamId: string): Context {
    const context = this.#options.registry.contexts.get(categoryOf(streamId));
    // Nobody here can have decided anything on a kind of stream that this program does not know.
    if (context === undefined) throw new Error(`No context decides ${streamId}`);
    return context;
  }

  #stateAt(streamId: string, head: StreamHead | null): unknown {
    const { log, registry } = this.#options;
    const context = this.#contextOf(streamId);
    if (head === null || head.version === 0) return context.decider.initial;
    return foldStream(registry, context, log.readStream(streamId, head)).state;
  }
}
