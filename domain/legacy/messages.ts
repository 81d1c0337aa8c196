/** What a bridge publishes of an event of ours: its messages in both forms, each under the subject of its form. */
import { derivedId } from '../kernel/derived-id.ts';
import type { StoredEvent } from '../kernel/event.ts';
import { idOf } from '../kernel/ids.ts';
import type { ExistingPerson, PersonEvent } from '../person/index.ts';
import { firstForm } from './first-form.ts';
import { markOf } from './marks.ts';
import type { OldEvent } from './old-event.ts';
import { entityId, oldInstant } from './old-values.ts';
import { secondForm } from './second-form.ts';
import { firstSubject, secondSubject } from './subjects.ts';

export interface LegacyMessage {
  readonly subject: string;
  /** The same for the same event, whoever publishes it and however often. */
  readonly messageId: string;
  readonly body: string;
}

export interface LegacyMessagesInput {
  /** Of a person's stream, in today's schema. */
  readonly event: StoredEvent;
  /** As the event left the person. */
  readonly person: ExistingPerson;
  readonly installation: string;
}

/** In the order in which they are published. None where the former system could not say it at all. */
export function legacyMessages(input: LegacyMessagesInput): readonly LegacyMessage[] {
  const { event, person } = input;
  const told = {
    event: { type: event.type, data: event.data } as PersonEvent,
    personId: idOf(event.streamId),
    timestamp: event.metadata.timestamp,
    actor: event.metadata.actor,
    person,
  };
  return [
    ...firstForm(told).map((old, index) => firstMessage(old, event, index)),
    ...secondForm(told).map((old, index) => secondMessage(old, input, index)),
  ];
}

/**
 * Its correlation and cause were drawn anew for each event and meant nothing. The cause is the event of ours, by which a
 * message that lost its headers is known again.
 */
function firstMessage({ type, data }: OldEvent, event: StoredEvent, index: number): LegacyMessage {
  const personId = idOf(event.streamId);
  const { eventId, timestamp, correlationId } = event.metadata;
  return {
    subject: firstSubject(personId, type),
    messageId: `${eventId}-first-${index}`,
    body: JSON.stringify({
      aggregate_id: entityId(personId),
      sequence: event.version,
      event: { [type]: data },
      timestamp: oldInstant(timestamp),
      correlation_id: correlationId,
      causation_id: eventId,
    }),
  };
}

function secondMessage(
  { type, data }: OldEvent,
  { event, installation }: LegacyMessagesInput,
  index: number,
): LegacyMessage {
  const personId = idOf(event.streamId);
  const { eventId, timestamp, correlationId, causationId, actor } = event.metadata;
  const metadata = {
    version: '1.0',
    correlation_id: correlationId,
    causation_id: causationId,
    timestamp: oldInstant(timestamp),
    actor,
    context: markOf(installation),
  };
  return {
    subject: secondSubject(personId, type),
    messageId: `${eventId}-second-${index}`,
    body: JSON.stringify({
      // Each message of the former system had an id of its own.
      event_id: index === 0 ? eventId : derivedId(eventId, String(index)),
      aggregate_id: entityId(personId),
      sequence: event.version,
      event: { event_type: type, data: { ...data, metadata } },
      stream_position: null,
    }),
  };
}
