/** An event with the commit that it names, as the walk over the log reads them. */
export interface EventRow {
  readonly position: number;
  readonly stream: number;
  readonly version: number;
  readonly previous: number;
  readonly commitNumber: number;
  readonly superseded: number;
  readonly redacted: number;
  readonly eventId: Buffer;
  readonly type: number;
  readonly actor: number | null;
  readonly empty: number;
  readonly readable: number;
  /** Of the commit that the event names; null where there is none. */
  readonly commitStream: number | null;
  readonly firstEvent: number | null;
  readonly eventCount: number | null;
  readonly status: number | null;
  readonly predecessor: Buffer | null;
}

export const EVENTS_SQL = `SELECT e.position, e.stream, e.version, e.previous, e.commit_number AS commitNumber, e.superseded,
    e.redacted, e.event_id AS eventId, e.type, e.actor, e.data IS NULL AS empty,
    coalesce(json_valid(e.data), 1) AND coalesce(json_valid(e.metadata), 1) AS readable,
    c.stream AS commitStream, c.first_event AS firstEvent, c.event_count AS eventCount, c.status,
    c.predecessor
  FROM events e LEFT JOIN commits c ON c.number = e.commit_number
  WHERE e.position > ? ORDER BY e.position LIMIT 1000`;

/** What is wrong with an event by itself: a code and words; null for nothing. */
export function faultOf({
  redacted,
  empty,
  readable,
}: EventRow): readonly [code: string, words: string] | null {
  if (readable === 0) return ['event-data-unreadable', 'has data that is no JSON'];
  if (redacted === 1)
    return empty === 1 ? null : ['redaction-incomplete', 'is redacted and still has its data'];
  return empty === 0 ? null : ['event-data-missing', 'has lost its data'];
}
