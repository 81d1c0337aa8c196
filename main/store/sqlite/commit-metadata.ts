import type { CommitDraft } from '../../../domain/ports/event-log.ts';
import { parseStored } from './sqlite-errors.ts';

/** What the events of a commit share besides actor and time, where it is not as for most: by name, as JSON. */
interface Kept {
  readonly correlationId?: string;
  readonly causationId?: string;
  readonly traceparent?: string;
}

export interface CommitMetadata {
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly traceparent: string | null;
}

/** Envelope fields that most events leave empty are kept together, and not at all where all are empty. */
export function writeMetadata(commit: CommitDraft): string | null {
  const rest: Record<string, string> = {};
  if (commit.correlationId !== commit.commandId) rest['correlationId'] = commit.correlationId;
  if (commit.causationId !== null) rest['causationId'] = commit.causationId;
  if (commit.traceparent !== undefined) rest['traceparent'] = commit.traceparent;
  return Object.keys(rest).length === 0 ? null : JSON.stringify(rest);
}

export function readMetadata(text: string | null, commandId: string, file: string): CommitMetadata {
  const kept = text === null ? {} : (parseStored(text, file) as Kept);
  return {
    correlationId: kept.correlationId ?? commandId,
    causationId: kept.causationId ?? null,
    traceparent: kept.traceparent ?? null,
  };
}

/** Id of the commit before it in its stream; null for the first one. */
export function predecessorOf({ head }: CommitDraft): string | null {
  return head === null || head.version === 0 ? null : head.commitId;
}
