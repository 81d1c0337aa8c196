import { isFormer } from '../../domain/legacy/former-mark.ts';
import type { DomainEvent, StoredEvent } from '../../domain/kernel/event.ts';
import type { CommitDraft, EventDraft, StreamHead } from '../../domain/ports/event-log.ts';
import type { PendingInStream } from '../../domain/ports/sync-log.ts';
import type { CommitMessage } from '../../domain/sync/commit-message.ts';
import type { PendingCommit } from '../../domain/sync/rebase.ts';
import { type Drafting, eventDrafts } from './event-drafts.ts';

/** A commit of somebody else, as it is appended here. */
export function othersDraft(commit: CommitMessage, head: StreamHead | null, sequence: number): CommitDraft {
  const { commitId, commandId, streamId, events, timestamp, actor, correlationId, causationId } = commit;
  return {
    commitId,
    commandId,
    fingerprint: Buffer.from(commit.fingerprint, 'hex'),
    streamId,
    head,
    events,
    timestamp,
    actor,
    correlationId,
    causationId,
    ...(commit.traceparent === null ? {} : { traceparent: commit.traceparent }),
    remote: { origin: commit.origin, sequence },
  };
}

interface Carried {
  readonly streamId: string;
  readonly head: StreamHead | null;
  readonly events: readonly DomainEvent[];
}

/** The same command, time and actor; new events under a new commit. */
export function carriedDraft(
  before: PendingInStream,
  { streamId, head, events }: Carried,
  drafting: Drafting,
): CommitDraft {
  const { commandId, fingerprint, timestamp, actor, correlationId, causationId, traceparent, command } =
    before;
  const drafts = isFormer(fingerprint)
    ? formerDrafts(before.events, drafting)
    : eventDrafts(events, drafting);
  return {
    commitId: drafts[0]?.eventId ?? drafting.newId(),
    commandId,
    fingerprint,
    streamId,
    head,
    events: drafts,
    timestamp,
    actor,
    correlationId,
    causationId,
    ...(traceparent === null ? {} : { traceparent }),
    ...(command === null ? {} : { command }),
  };
}

/** What happened in the former system stays written as it was. */
function formerDrafts(events: readonly StoredEvent[], { newId }: Drafting): readonly EventDraft[] {
  return events.map(({ type, schemaVersion, data }) => ({
    eventId: newId(),
    type,
    schemaVersion,
    data: JSON.stringify(data),
  }));
}

/** What was pending, with what was asked. */
export function pendingCommit(pending: PendingInStream): PendingCommit {
  const { commitId, commandId, command, actor, timestamp, origin, events, fingerprint } = pending;
  const asked = command === null ? null : (JSON.parse(command) as NonNullable<PendingCommit['command']>);
  const former = isFormer(fingerprint);
  return { commitId, commandId, command: asked, actor, timestamp, origin, events, isFormer: former };
}

/** The events of a commit that has led its stream to `version`. */
export function storedEvents(commit: CommitMessage, version: number): readonly StoredEvent[] {
  const { streamId, correlationId, causationId, timestamp, actor, origin, commandId, events } = commit;
  const first = version - events.length + 1;
  return events.map(({ eventId, type, schemaVersion, data }, index) => ({
    streamId,
    version: first + index,
    type,
    schemaVersion,
    data: JSON.parse(data) as unknown,
    metadata: { eventId, correlationId, causationId, timestamp, actor, origin, commandId },
  }));
}
