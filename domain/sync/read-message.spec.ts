import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { uuidOf } from '../testing/recorded.ts';
import { readCheckedMessage } from './checked-message.ts';
import { type CommitMessage, streamOfSubject, subjectOf, writeMessage } from './commit-message.ts';
import { readPlainMessage } from './plain-message.ts';
import { readMessage } from './read-message.ts';

const commit: CommitMessage = {
  commitId: uuidOf(0xe, 1),
  commandId: uuidOf(0xc, 1),
  streamId: `person-${uuidOf(0, 1)}`,
  predecessor: null,
  origin: uuidOf(0, 9),
  timestamp: '2024-06-01T12:00:00.000Z',
  actor: 'user:grace',
  correlationId: uuidOf(0xc, 1),
  causationId: null,
  traceparent: null,
  fingerprint: '0a0b0c0d',
  events: [{ eventId: uuidOf(0xe, 1), type: 'PersonCreated', schemaVersion: 4, data: '{"name":"Ada"}' }],
};
const subject = subjectOf(commit.streamId);
const text = writeMessage(commit);

function reasonOf(changed: string, on = subject): string {
  const read = readMessage(changed, on);
  return read.ok ? 'ok' : read.reason;
}

describe('a commit as a message', () => {
  it('is read as it was written', () => {
    expect(readMessage(text, subject)).toEqual({ ok: true, commit });
    expect(streamOfSubject(subject)).toBe(commit.streamId);
    expect(streamOfSubject('person.events.x')).toBeNull();
  });

  test.prop([
    fc.array(
      fc.dictionary(
        fc.string().filter((key) => key !== '__proto__'),
        fc.jsonValue(),
      ),
      { minLength: 1, maxLength: 3 },
    ),
    fc.option(fc.string({ minLength: 1, maxLength: 50 })),
  ])('keeps every byte of its data', (data, actor) => {
    const events = data.map((each, index) => ({
      eventId: uuidOf(0xe, index + 1),
      type: 'Anything',
      schemaVersion: 1,
      data: JSON.stringify(JSON.parse(JSON.stringify(each))),
    }));
    const whole = { ...commit, actor, events };
    const read = readMessage(writeMessage(whole), subject);
    // Keys that no record may have are refused, whatever else there is.
    if (read.ok) expect(read.commit).toEqual(whole);
    else expect(read.reason).toMatch(/key that no record may have/);
  });

  it.each([
    ['another form of the same JSON', text.replace('"protocol":1', '"protocol": 1'), 'one way'],
    ['a field too many', text.replace('{"protocol":1', '{"more":1,"protocol":1'), 'more'],
    ['an id in capitals', text.replace(commit.origin, commit.origin.toUpperCase()), 'one way'],
    ['a number written otherwise', text.replace('"Ada"', '1.0'), 'one way'],
    ['a reserved key', text.replace('"name":"Ada"', '"constructor":{}'), 'key that no record may have'],
    ['another first event', text.replace(uuidOf(0xe, 1), uuidOf(0xe, 2)), 'commitId'],
    ['no events', text.replace(/"events":.*$/u, '"events":[]}'), 'events'],
    ['nothing', '', 'Invalid input'],
    ['text', 'hello', 'Invalid input'],
    ['an endless list', '['.repeat(200_000), ''],
  ])('is refused with %s', (_what, changed, reason) => {
    expect(reasonOf(changed)).toContain(reason);
    expect(reasonOf(changed)).not.toBe('ok');
  });

  it('is refused on the subject of another stream', () => {
    expect(reasonOf(text, subjectOf(`person-${uuidOf(0, 2)}`))).toContain('streamId');
  });

  it('of a later protocol is for a newer program, whatever it says', () => {
    expect(readMessage('{"protocol":2,"anything":true}', subject)).toMatchObject({ ok: false, newer: true });
  });
});

function mostly<T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 9, arbitrary: fc.constant(usual) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );
}

const uuid = fc.uuid();
const line = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  fc.constantFrom('user:grace', 'a"b', 'back\\slash', 'Zoë', ' ', 'x'.repeat(301)),
);
const hostile = fc.constantFrom('__proto__', 'constructor', 'prototype', 'given');
const anyCommit: fc.Arbitrary<CommitMessage> = fc
  .record({
    commandId: uuid,
    stream: uuid,
    predecessor: fc.option(uuid),
    origin: uuid,
    timestamp: mostly('2024-02-29T23:59:59.999Z', '2023-02-29T00:00:00.000Z', '2024-06-01T12:00:00Z', ''),
    actor: fc.option(line),
    correlationId: uuid,
    causationId: fc.option(uuid),
    traceparent: fc.option(line),
    fingerprint: mostly('0a', '0a0', '', 'ab'.repeat(32), 'ab'.repeat(33)),
    ids: fc.array(uuid, { minLength: 1, maxLength: 2 }),
    type: fc.oneof({ weight: 9, arbitrary: fc.constant('PersonCreated') }, { weight: 1, arbitrary: line }),
    schemaVersion: mostly(1, 4, 0, 1_000_000, 1.5),
    data: fc.oneof(fc.constant({ name: 'Ada' }), fc.dictionary(hostile, fc.jsonValue()), fc.jsonValue()),
  })
  .map(({ ids, type, schemaVersion, data, stream, ...rest }) => ({
    ...rest,
    commitId: ids[0] ?? '',
    streamId: `person-${stream}`,
    events: ids.map((eventId) => ({ eventId, type, schemaVersion, data: JSON.stringify(data) })),
  }));

describe('a plain message', () => {
  test.prop([anyCommit, fc.nat(700), fc.constantFrom('', ' ', '"', '}', '9', 'A', '\u0000')], {
    numRuns: 2000,
  })('is read as its schema reads it, however it is spoilt', (given, at, odd) => {
    const written = writeMessage(given);
    const spoilt = written.slice(0, at) + odd + written.slice(at + 1);
    for (const each of [written, spoilt, written + odd]) {
      const plain = readPlainMessage(each);
      if (plain !== null)
        expect(readCheckedMessage(each, subjectOf(plain.streamId))).toEqual({ ok: true, commit: plain });
    }
  });

  it('is what commits of one event are', () => {
    expect(readPlainMessage(text)).toEqual(commit);
    const written = writeMessage({ ...commit, predecessor: uuidOf(0xe, 9), causationId: uuidOf(0xc, 8) });
    expect(readPlainMessage(written)).toMatchObject({
      predecessor: uuidOf(0xe, 9),
      causationId: uuidOf(0xc, 8),
    });
  });

  it('is none where it may be nested so deep that its schema refuses it', () => {
    const nested = (depth: number) => `{"name":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    const written = (depth: number) =>
      writeMessage({ ...commit, events: commit.events.map((event) => ({ ...event, data: nested(depth) })) });
    for (const depth of [50, 900, 1500, 3000, 4400]) {
      const plain = readPlainMessage(written(depth));
      expect(plain === null).toBe(depth > 1000);
      if (plain !== null) expect(readCheckedMessage(written(depth), subject)).toMatchObject({ ok: true });
    }
  });

  it('is none where a field is not plain, which its schema reads', () => {
    const zoe = writeMessage({ ...commit, actor: 'user:Zoë' });
    expect(readPlainMessage(zoe)).toBeNull();
    expect(readMessage(zoe, subject)).toMatchObject({ ok: true, commit: { actor: 'user:Zoë' } });
  });
});
