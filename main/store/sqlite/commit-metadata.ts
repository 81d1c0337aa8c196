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

/** Envelope fields that most commits leave empty are kept together, and not at all where all are empty. */
export function readMetadata(text: string | null, commandId: string): CommitMetadata {
  const kept = text === null ? {} : (JSON.parse(text) as Kept);
  return {
    correlationId: kept.correlationId ?? commandId,
    causationId: kept.causationId ?? null,
    traceparent: kept.traceparent ?? null,
  };
}
