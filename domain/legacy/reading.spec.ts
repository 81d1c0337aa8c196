import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { claimOf, markedBy } from './marks.ts';
import { readCommand, type Where } from './read-command.ts';
import { readEvent } from './read-event.ts';
import { kindOfSubject } from './subjects.ts';

const ID = '550e8400-e29b-41d4-a716-446655440000';
const where: Where = { messageId: null, stream: 'PERSON_EVENTS', sequence: 7 };
const reactivated = {
  PersonReactivated: { person_id: ID, reason: 'Back', reactivated_at: '2024-01-01T00:00:00Z' },
};
const eventText = (changes: object = {}) =>
  JSON.stringify({ aggregate_id: ID, sequence: 3, event: reactivated, ...changes });
const commandText = (changes: object = {}) =>
  JSON.stringify({ command: { DeactivatePerson: { person_id: ID, reason: 'On leave' } }, ...changes });

function eventIdOf(text: string): string {
  const read = readEvent(text);
  return read.ok ? read.event.commandId : read.detail;
}

function commandIdOf(text: string, at: Where = where): string {
  const read = readCommand(text, at);
  return read.ok ? read.command.commandId : read.detail;
}

describe('an event that cannot be taken', () => {
  it.each([
    ['is no JSON', 'hello', 'legacy-unreadable'],
    ['is in no form', '{"a":1}', 'legacy-unreadable'],
    ['is about nobody', eventText({ aggregate_id: 'ada' }), 'legacy-unreadable'],
    [
      'has a key that programs reserve',
      eventText({
        event: { Sung: JSON.parse('{"__proto__":{"a":1},"created_at":"2024-01-01T00:00:00Z"}') as object },
      }),
      'legacy-unreadable',
    ],
    ['is nested deeply', `${'[{"a":'.repeat(10_000)}1${'}]'.repeat(10_000)}`, 'legacy-unreadable'],
    [
      'is far in the future',
      eventText({ event: { PersonReactivated: { reactivated_at: '9999-12-31T23:59:59-12:00' } } }),
      'legacy-unreadable',
    ],
    [
      'is of a type that nobody knows',
      eventText({ event: { Sung: { created_at: '2024-01-01T00:00:00Z' } } }),
      'legacy-unknown',
    ],
    [
      'lacks what it must have',
      eventText({ event: { BirthDateSet: { birth_date: 'soon', set_at: '2024-01-01T00:00:00Z' } } }),
      'legacy-unknown',
    ],
    [
      'is too large',
      eventText({
        event: { PersonReactivated: { ...reactivated.PersonReactivated, reason: 'x'.repeat(130_000) } },
      }),
      'legacy-too-large',
    ],
  ])('because it %s says so', (_why, text, reason) => {
    expect(readEvent(text)).toEqual({ ok: false, reason, detail: expect.any(String) as unknown });
  });
});

describe('the id under which an event is kept', () => {
  it('is its own where it has one, and otherwise follows from what it says', () => {
    expect(eventIdOf(eventText({ event_id: ID.toUpperCase() }))).toBe(ID);
    expect(eventIdOf(eventText())).toBe(eventIdOf(eventText()));
    expect(eventIdOf(eventText())).not.toBe(eventIdOf(eventText({ sequence: 4 })));
    expect(eventIdOf(eventText({ event_id: 'e1' }))).not.toBe(eventIdOf(eventText({ event_id: 'e2' })));
  });
});

describe('the id of a command', () => {
  it('is its own, or follows from that of its message, or from its place', () => {
    const identity = { message_id: '22222222-2222-4333-8444-555555555555' };
    expect(commandIdOf(commandText({ identity }))).toBe(identity.message_id);
    const sent = { ...where, messageId: 'm1' };
    expect(commandIdOf(commandText(), sent)).toBe(commandIdOf(commandText(), { ...sent, sequence: 8 }));
    expect(commandIdOf(commandText())).toBe(commandIdOf(commandText()));
    expect(commandIdOf(commandText())).not.toBe(commandIdOf(commandText(), { ...where, sequence: 8 }));
    expect(commandIdOf(commandText())).not.toBe(
      commandIdOf(commandText(), { ...where, stream: 'made anew' }),
    );
  });

  it('is needed by no command that there is not', () => {
    const unknown = readCommand('{"Sing":{"person_id":"x"}}', where);
    expect(unknown).toMatchObject({ ok: false, reason: 'legacy-unknown' });
    expect(readCommand('{"DeactivatePerson":{"reason":"x"}}', where)).toMatchObject({ ok: false });
    expect(readCommand('{"A":{},"B":{}}', where)).toMatchObject({ ok: false, reason: 'legacy-unreadable' });
  });
});

describe('subjects', () => {
  it.each([
    ['person.events.a.person_created', 'event'],
    ['person.events.a.person.created', 'event'],
    ['person.commands.a', 'command'],
    ['person.log.person-a', null],
  ])('%s: %s', (subject, kind) => {
    expect(kindOfSubject(subject)).toBe(kind);
  });
});

const anything = fc.oneof(
  fc.string(),
  fc.json(),
  fc
    .record({
      aggregate_id: fc.constantFrom(ID, 'x'),
      event: fc.dictionary(fc.constantFrom('PersonCreated', 'EmailAdded', 'x'), fc.object(), { maxKeys: 2 }),
      command: fc.dictionary(fc.constantFrom('CreatePerson', 'AddEmail', 'x'), fc.object(), { maxKeys: 2 }),
      timestamp: fc.constant('2024-01-01T00:00:00Z'),
      causation_id: fc.anything(),
    })
    .map((value) => {
      try {
        return JSON.stringify(value);
      } catch {
        return 'null';
      }
    }),
);

test.prop([anything])('whatever comes, reading it does not throw', (text) => {
  const event = readEvent(text);
  const command = readCommand(text, where);
  expect([typeof event.ok, typeof command.ok]).toEqual(['boolean', 'boolean']);
  if (event.ok) expect(event.event.data).toMatch(/^\{/u);
});

test.prop([fc.anything()])('nothing is taken for a mark that is none', (message) => {
  expect([markedBy(message), claimOf(message)]).toEqual([null, null]);
});
