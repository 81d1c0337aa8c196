/** Version of the messages that carry commits between consoles. */
export const PROTOCOL_VERSION = 1;

/** Subjects of the log's messages: one a stream. */
export const LOG_SUBJECTS = 'person.log.>';

export function subjectOf(streamId: string): string {
  return `person.log.${streamId}`;
}

/** Null for a subject that is none of the log. */
export function streamOfSubject(subject: string): string | null {
  const prefix = subjectOf('');
  return subject.startsWith(prefix) ? subject.slice(prefix.length) : null;
}

export interface MessageEvent {
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** JSON text, as the origin wrote it. */
  readonly data: string;
}

/** A commit as it travels: everything that all holders agree on, nothing that belongs to one of them. */
export interface CommitMessage {
  readonly commitId: string;
  readonly commandId: string;
  readonly streamId: string;
  /** Id of the commit before it in its stream; null for the first one. */
  readonly predecessor: string | null;
  /** The data folder that made it. */
  readonly origin: string;
  /** ISO 8601 in UTC, of all its events. */
  readonly timestamp: string;
  readonly actor: string | null;
  readonly correlationId: string;
  readonly causationId: string | null;
  readonly traceparent: string | null;
  /** Tells a repeated command from another one under the same id; hexadecimal. */
  readonly fingerprint: string;
  readonly events: readonly MessageEvent[];
}

function eventText({ eventId, type, schemaVersion, data }: MessageEvent): string {
  return `{"eventId":"${eventId}","type":${JSON.stringify(type)},"schemaVersion":${schemaVersion},"data":${data}}`;
}

/** The one way to write a commit: the same commit is the same bytes, whoever publishes it and however often. */
export function writeMessage(commit: CommitMessage): string {
  const quoted = (text: string | null) => (text === null ? 'null' : JSON.stringify(text));
  return (
    `{"protocol":${PROTOCOL_VERSION},"commitId":"${commit.commitId}","commandId":"${commit.commandId}",` +
    `"streamId":"${commit.streamId}","predecessor":${quoted(commit.predecessor)},"origin":"${commit.origin}",` +
    `"timestamp":"${commit.timestamp}","actor":${quoted(commit.actor)},` +
    `"correlationId":"${commit.correlationId}","causationId":${quoted(commit.causationId)},` +
    `"traceparent":${quoted(commit.traceparent)},"fingerprint":"${commit.fingerprint}",` +
    `"events":[${commit.events.map(eventText).join(',')}]}`
  );
}

const COMMIT_ID_AT = `{"protocol":${PROTOCOL_VERSION},"commitId":"`.length;
const ID_LENGTH = 36;

/** Where the id of the commit stands in a text that `writeMessage` has written; in any other text it is anything. */
export function commitIdIn(text: string): string {
  return text.slice(COMMIT_ID_AT, COMMIT_ID_AT + ID_LENGTH);
}
