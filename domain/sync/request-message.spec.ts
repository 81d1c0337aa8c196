import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { uuidOf } from '../testing/recorded.ts';
import { isReplyAddress, readRequest, systemOfSubject, writeReply } from './request-message.ts';

const SUBJECT = 'person.commands.hr';
const asked = {
  protocol: 1,
  id: uuidOf(0xc, 1),
  type: 'UpdateName',
  data: { personId: uuidOf(1, 1) },
  actor: 'jane.doe',
  issuedAt: '2026-01-05T08:00:00Z',
};

function read(value: unknown, subject = SUBJECT) {
  const text = JSON.stringify(value);
  return readRequest(text, text.length, subject);
}

describe('a command of another system', () => {
  it('is read with the system that its subject names', () => {
    expect(read({ ...asked, expectedVersion: 3 }, `${SUBJECT}.people`)).toEqual({
      ok: true,
      request: {
        commandId: asked.id,
        type: asked.type,
        data: asked.data,
        expectedVersion: 3,
        actor: 'external:hr:jane.doe',
        issuedAt: asked.issuedAt,
      },
    });
  });

  it.each([
    ['a field too many', { ...asked, follow: true }, /follow/u],
    ['no actor', { ...asked, actor: ' ' }, /actor/u],
    ['another kind of id', { ...asked, id: 'one' }, /id/u],
    ['a reserved key', { ...asked, data: { constructor: {} } }, /reserved/u],
  ])('is not read with %s', (_name, value, reason) => {
    expect(read(value)).toMatchObject({
      ok: false,
      code: 'request-unreadable',
      reason: expect.stringMatching(reason) as unknown,
    });
  });

  it('of a newer protocol is said to be so, and its id is answered', () => {
    const answer = { ok: false, code: 'request-newer', commandId: asked.id };
    expect(read({ ...asked, protocol: 2 })).toMatchObject(answer);
  });

  test.prop([fc.string(), fc.string()])('whatever comes is read or refused', (text, subject) => {
    expect(readRequest(text, text.length, `person.commands.${subject}`).ok).toBe(false);
  });

  it.each(['person.commands', 'person.commands.', 'person.commands.a b', 'person.log.hr'])(
    '%s names no system',
    (subject) => {
      expect(systemOfSubject(subject)).toBeNull();
    },
  );
});

describe('an answer', () => {
  it.each(['_INBOX.AB12', '_INBOX.AB12.7', 'person.replies.hr.1'])('may go to %s', (address) => {
    expect(isReplyAddress(address)).toBe(true);
  });

  it.each([
    'person.log.x',
    '$JS.API.INFO',
    '_INBOX',
    '_INBOX.*',
    '_INBOX.>',
    '_INBOX.a b',
    'person.replies',
    '',
  ])('does not go to "%s"', (address) => {
    expect(isReplyAddress(address)).toBe(false);
  });

  it('leaves out positions, and details that would not fit', () => {
    const event = { eventId: uuidOf(2, 1), type: 'NameUpdated', version: 4, position: 77 };
    const details = { long: 'x'.repeat(300 * 1024) };
    const outcome = { commandId: asked.id, status: 'accepted', streamId: null, version: 4, details } as const;
    expect(JSON.parse(writeReply({ ...outcome, events: [event] }))).toEqual({
      protocol: 1,
      id: asked.id,
      status: 'accepted',
      streamId: null,
      version: 4,
      events: [{ eventId: event.eventId, type: 'NameUpdated', version: 4 }],
    });
  });
});
