import { describe, expect, it } from 'vitest';
import type { SyncLog } from '../../domain/ports/sync-log.ts';
import { subjectOf, writeMessage } from '../../domain/sync/commit-message.ts';
import { uuidOf } from '../../domain/testing/recorded.ts';
import type { BrokerConnection, StoredMessage } from './broker.ts';
import { findCommonGround } from './common-ground.ts';

const MESSAGES = 200;

function messageOf(sequence: number, time: number): StoredMessage {
  const [id, streamId] = [uuidOf(1, sequence), `person-${uuidOf(2, sequence)}`];
  const body = writeMessage({
    commitId: id,
    commandId: uuidOf(3, sequence),
    streamId,
    predecessor: null,
    origin: uuidOf(4, 1),
    timestamp: '2026-01-01T00:00:00.000Z',
    actor: null,
    correlationId: uuidOf(3, sequence),
    causationId: null,
    traceparent: null,
    fingerprint: 'ab',
    events: [{ eventId: id, type: 'Made', schemaVersion: 1, data: '{}' }],
  });
  return { subject: subjectOf(streamId), body, time: String(time) };
}

/** Of 200 messages that were taken in, the broker has written those after `kept` anew. */
function bench(kept: number) {
  const read: number[] = [];
  const connection = {
    read: async (sequence: number) => {
      read.push(sequence);
      return messageOf(sequence, sequence > kept ? sequence + 1000 : sequence);
    },
  } as unknown as BrokerConnection;
  const sync = {
    position: () => MESSAGES,
    confirmedAtMost: (sequence: number) => {
      const at = Math.min(sequence, MESSAGES);
      return at < 1 ? null : { sequence: at, commitId: uuidOf(1, at), time: String(at) };
    },
  } as unknown as SyncLog;
  const log = { firstSequence: 1, lastSequence: MESSAGES, messages: MESSAGES, isAging: false };
  return { read, ground: () => findCommonGround(connection, sync, log) };
}

describe('up to where a broker has the same', () => {
  it('one look says that all is well', async () => {
    const { read, ground } = bench(MESSAGES);
    expect([await ground(), read]).toEqual([MESSAGES, [MESSAGES]]);
  });

  it.each([0, 1, 63, 64, 130, 199])(
    'goes back to %i, though the same commits stand in their old places after it',
    async (kept) => {
      const { read, ground } = bench(kept);
      expect(await ground()).toBe(kept);
      expect(read.length).toBeLessThan(20);
    },
  );
});
