import type { Clock } from '../../../domain/ports/clock.ts';
import type { RequestRecord, RequestRecords } from '../../../domain/ports/request-records.ts';
import type { WritableDb } from './open-database.ts';
import { toBlob } from './uuid-blob.ts';

const KEEP = `INSERT INTO refused_requests(sequence, sent_at, subject, reason, code, message, command_id, type, actor,
    deliveries, recorded_at, body)
  VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT(sequence, sent_at) DO UPDATE SET reason = excluded.reason, code = excluded.code,
    message = excluded.message, deliveries = excluded.deliveries`;

/** Of the newest, as anybody may ask for anything: numbers have no gaps. */
export const MAX_REFUSED_REQUESTS = 10_000;
const PRUNE = `DELETE FROM refused_requests
  WHERE number <= (SELECT max(number) FROM refused_requests) - ${MAX_REFUSED_REQUESTS}`;

/** What is kept of a message: more than anything that can be carried out. */
const MAX_BODY = 512 * 1024;

export function createRequestRecords(db: WritableDb, clock: Clock): RequestRecords {
  const keep = db.prepare(KEEP);
  const prune = db.prepare(PRUNE);
  return {
    keep: db.transaction((record: RequestRecord) => {
      const { sequence, sentAt, subject, reason, code, message, commandId, type, actor, deliveries } = record;
      const id = commandId === null ? null : toBlob(commandId);
      const body = record.body.slice(0, MAX_BODY);
      // biome-ignore format: two lines read better than twelve
      keep.run(sequence, sentAt, subject, reason, code, message, id, type, actor,
        deliveries, clock.now(), body);
      prune.run();
    }),
  };
}
