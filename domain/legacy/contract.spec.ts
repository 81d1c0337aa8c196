import { describe, expect, it } from 'vitest';
import type { StoredEvent } from '../kernel/event.ts';
import { idOf } from '../kernel/ids.ts';
import {
  type ExistingPerson,
  type PersonState,
  personCommands,
  personContext,
  personEvents,
} from '../person/index.ts';
import { registry } from '../registry.ts';
import commands from '../testing/fixtures/legacy/frozen/commands.json' with { type: 'json' };
import events from '../testing/fixtures/legacy/frozen/events.json' with { type: 'json' };
import published from '../testing/fixtures/legacy/frozen/published.json' with { type: 'json' };
import { claimOf, markedBy } from './marks.ts';
import { type LegacyMessage, legacyMessages } from './messages.ts';
import { readCommand } from './read-command.ts';
import { readEvent } from './read-event.ts';
import { kindOfSubject } from './subjects.ts';

interface Published {
  readonly event: StoredEvent;
  readonly messages: readonly LegacyMessage[];
}

const life: readonly Published[] = published.life;
const ends: readonly Published[] = published.ends;
const { installation } = published;
const evolve = personContext.decider.evolve as unknown as (
  state: PersonState,
  event: StoredEvent,
) => PersonState;

/** The person as each event of a life left it. */
function states(all: readonly StoredEvent[]): readonly ExistingPerson[] {
  let state = personContext.decider.initial as PersonState;
  return all.map((event) => {
    state = evolve(state, event);
    return state as ExistingPerson;
  });
}

/** Each end of a life follows on its beginning alone. */
function lives(): readonly (Published & { readonly person: ExistingPerson })[] {
  const people = states(life.map(({ event }) => event));
  const [first] = life;
  const ended = ends.map((end) => ({ ...end, person: states([first?.event ?? end.event, end.event])[1] }));
  return [...life.map((each, index) => ({ ...each, person: people[index] })), ...ended] as never;
}

describe('what the former system is sent', () => {
  it.each(lives())('$event.type of version $event.version, byte for byte', ({ event, person, messages }) => {
    expect(legacyMessages({ event, person, installation })).toStrictEqual(messages);
  });

  it('holds every event that there is', () => {
    const told = new Set(lives().map(({ event }) => event.type));
    // The former system's own, which nothing writes any more.
    expect([...told, 'EmploymentAdded'].toSorted()).toEqual(Object.keys(personEvents).toSorted());
  });

  it.each(lives())('$event.type can be read back, and is known again', ({ event, messages }) => {
    for (const { subject, body } of messages) {
      expect(kindOfSubject(subject)).toBe('event');
      const read = readEvent(body);
      if (!read.ok) throw new Error(`${read.reason}: ${read.detail}`);
      expect(read.event.streamId).toBe(event.streamId);
      const message: unknown = JSON.parse(body);
      const isSecond = subject.includes('.person.', 'person.events.'.length);
      expect(markedBy(message)).toBe(isSecond ? installation : null);
      const own = { eventId: event.metadata.eventId, personId: idOf(event.streamId), version: event.version };
      if (!isSecond) expect(claimOf(message)).toEqual(own);
    }
  });

  it('says in the second form what the event says', () => {
    const ofType = (type: string) => life.find(({ event }) => event.type === type);
    for (const type of [
      'PersonCreated',
      'NameUpdated',
      'BirthDateSet',
      'PersonSuspended',
      'IdentityLinked',
    ]) {
      const { event, messages } = ofType(type) ?? { event: null, messages: [] };
      const read = readEvent(messages.at(-1)?.body ?? '');
      if (!read.ok || event === null) throw new Error(type);
      const { data, ...rest } = read.event;
      const stored = { ...event, ...rest, data: JSON.parse(data) as unknown };
      expect(registry.upcast(stored)).toMatchObject({ known: true, event: { type, data: event.data } });
    }
  });
});

describe('what the former system sends', () => {
  it.each(events)('is taken as it was written: $body', ({ body, read }) => {
    expect(readEvent(body)).toStrictEqual(read);
  });

  it.each(commands.commands)('is carried out as one of today’s commands: $body', ({ body, read }) => {
    const found = readCommand(body, commands.where);
    expect(found).toStrictEqual(read);
    if (!found.ok) throw new Error(found.detail);
    const { type, data } = found.command;
    expect(personCommands[type as keyof typeof personCommands].schema.safeParse(data).error).toBeUndefined();
  });
});
