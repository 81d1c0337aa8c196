import type { ConflictDetection } from '../../domain/conflict/index.ts';
import { derivedId } from '../../domain/kernel/derived-id.ts';
import { categoryOf, streamIdOf } from '../../domain/kernel/ids.ts';
import type { StoredEvent } from '../../domain/kernel/event.ts';
import type { Context, Registry } from '../../domain/kernel/registry.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { EventLog, StreamHead } from '../../domain/ports/event-log.ts';
import type { PendingInStream, SyncLog } from '../../domain/ports/sync-log.ts';
import type { TakenIn } from '../../domain/ports/take-in.ts';
import type { CommitMessage } from '../../domain/sync/commit-message.ts';
import type { Known } from '../../domain/sync/judge.ts';
import { rebase, type RebaseInput, type RebaseStep } from '../../domain/sync/rebase.ts';
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

  join(commit: CommitMessage, sequence: number, known: Known, taken: TakenIn): void {
    const { states } = this.#options;
    const { streamId } = commit;
    taken.applied += 1;
    taken.changed.add(streamId);
    this.#giveWay(commit, known, taken);
    if (known.isWaiting) {
      this.#replace(commit, sequence, known, taken);
      return states.forget(streamId);
    }
    const head = this.#append(commit, sequence, known);
    states.follow(streamId, head, () => storedEvents(commit, head.version));
  }

  /**
   * Somebody has carried out another command, on another stream, under the id of one that is pending here, or made events
   * under ids of ours. An id stands for one thing in the whole installation: ours goes on under an id of its own.
   */
  #giveWay(commit: CommitMessage, { isIdHeld }: Known, taken: TakenIn): void {
    const { sync } = this.#options;
    const ofCommand = sync.pendingStreamOf(commit.commandId);
    const streams = new Set(isIdHeld ? sync.waitingWithIdsOf(commit) : []);
    if (ofCommand !== null && ofCommand !== commit.streamId) streams.add(ofCommand);
    for (const streamId of streams) this.#decideElsewhere(commit, streamId, taken);
  }

  #decideElsewhere(commit: CommitMessage, streamId: string, taken: TakenIn): void {
    const { sync, states, log } = this.#options;
    const { commandId, commitId } = commit;
    const base = this.#stateAt(streamId, sync.confirmedHead(streamId));
    const pending = this.#putAside(streamId, taken).map((each) =>
      each.commandId === commandId
        ? { ...each, commandId: derivedId('id-taken', commandId, commitId) }
        : each,
    );
    const version = log.streamHead(streamId)?.version ?? 0;
    const steps = this.#decideAgain(commit, { streamId, base, theirs: base, version, events: [], pending });
    this.#carryOutAll(steps, pending, streamId, taken);
    taken.changed.add(streamId);
    states.forget(streamId);
  }

  /** Answers those commits of it that are ours to decide again. */
  #putAside(streamId: string, taken: TakenIn): readonly PendingInStream[] {
    const { sync, states, origin } = this.#options;
    const waiting = sync.pendingIn(streamId);
    sync.supersede(streamId);
    states.forget(streamId);
    const pending = waiting.filter((each) => each.origin === origin);
    taken.lost += waiting.length - pending.length;
    taken.settledStreams.add(streamId);
    return pending;
  }

  #replace(commit: CommitMessage, sequence: number, known: Known, taken: TakenIn): void {
    const { sync } = this.#options;
    const { streamId } = commit;
    const base = this.#stateAt(streamId, sync.confirmedHead(streamId));
    const pending = this.#putAside(streamId, taken);
    const head = this.#append(commit, sequence, known);
    const steps = this.#decideAgain(commit, {
      streamId,
      base,
      theirs: this.#stateAt(streamId, head),
      version: head.version,
      events: storedEvents(commit, head.version),
      pending,
    });
    this.#carryOutAll(steps, pending, streamId, taken);
  }

  #carryOutAll(
    steps: readonly RebaseStep[],
    pending: readonly PendingInStream[],
    streamId: string,
    taken: TakenIn,
  ): void {
    for (const [index, step] of steps.entries()) {
      const before = pending[index];
      if (before !== undefined) this.#carryOut(step, before, streamId, taken);
    }
  }

  #decideAgain(
    commit: CommitMessage,
    on: Pick<RebaseInput, 'streamId' | 'base' | 'theirs' | 'version'> & {
      readonly events: readonly StoredEvent[];
      readonly pending: readonly PendingInStream[];
    },
  ): readonly RebaseStep[] {
    const { states, registry } = this.#options;
    const { commitId, actor, timestamp, origin } = commit;
    const { streamId, base, theirs, version, events: othersEvents } = on;
    return rebase({
      registry,
      context: this.#contextOf(streamId),
      streamId,
      base,
      theirs,
      version,
      others: { commitId, actor, timestamp, origin },
      othersCommandId: commit.commandId,
      othersEvents,
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

  /** What waited in the stream was put aside: it is at the end of what is confirmed, or has only its key. */
  #append(commit: CommitMessage, sequence: number, { isIdHeld, head }: Known): StreamHead {
    const { log, sync } = this.#options;
    if (isIdHeld) sync.giveUpIds(commit);
    return log.append(othersDraft(commit, head ?? log.streamHead(commit.streamId), sequence)).head;
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
