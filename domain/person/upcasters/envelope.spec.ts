import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { fromLegacyEnvelope } from './envelope.ts';

const place = { version: 7, origin: 'legacy' };
const TIME = '2024-01-01T00:00:00Z';
const reactivated = { PersonReactivated: { person_id: { id: 'P1' }, reason: 'Back', reactivated_at: TIME } };

describe('a message of the former system', () => {
  it.each([
    ['no object', 'message'],
    ['no event', { aggregate_id: 'p1', timestamp: TIME }],
    ['an event of two kinds', { aggregate_id: 'p1', timestamp: TIME, event: { ...reactivated, Other: {} } }],
    ['an event without content', { aggregate_id: 'p1', timestamp: TIME, event: { PersonReactivated: 7 } }],
    ['nobody it is about', { timestamp: TIME, event: { PersonReactivated: { reason: 'Back' } } }],
    ['no time', { aggregate_id: 'p1', event: { PersonReactivated: { reason: 'Back' } } }],
  ])('with %s is none', (_what, message) => {
    expect(fromLegacyEnvelope(message, place)).toBeNull();
  });

  it('comes to stand where it is put', () => {
    const stored = fromLegacyEnvelope({ aggregate_id: { id: 'P1' }, event: reactivated }, place);
    expect(stored).toMatchObject({ streamId: 'person-p1', version: 7, metadata: { origin: 'legacy' } });
  });

  it('is about the person that its event names where the envelope names nobody', () => {
    expect(fromLegacyEnvelope({ event: reactivated }, place)?.streamId).toBe('person-p1');
    const merged = { source_person_id: { id: 'S1' }, merged_into_id: { id: 'T1' }, merged_at: TIME };
    expect(fromLegacyEnvelope({ event: { PersonMergedInto: merged } }, place)?.streamId).toBe('person-s1');
  });

  it('takes the envelope’s time where the event has none', () => {
    const message = { aggregate_id: 'p1', timestamp: TIME, event: { PersonReactivated: { reason: 'Back' } } };
    expect(fromLegacyEnvelope(message, place)?.metadata.timestamp).toBe('2024-01-01T00:00:00.000Z');
  });

  it('has an id of its own for each event, the same at each reading', () => {
    const id = (message: object) => fromLegacyEnvelope(message, place)?.metadata.eventId;
    const first = { aggregate_id: 'p1', sequence: 1, event: reactivated };
    expect(id(first)).toBe(id({ ...first }));
    expect(id(first)).not.toBe(id({ ...first, sequence: 2 }));
    expect(id({ ...first, event_id: 'E1' })).toBe('e1');
  });

  it('is of the second version where it names its type and no version', () => {
    const event = { event_type: 'Activated', data: { person_id: 'p1', metadata: { timestamp: TIME } } };
    expect(fromLegacyEnvelope({ event }, place)).toMatchObject({ type: 'Activated', schemaVersion: 2 });
  });

  it.each([
    [1, 'NameUpdated', 1],
    ['1', 'NameUpdated', 1],
    ['v1.0', 'NameUpdated', 1],
    ['V2', 'NameUpdated', 2],
    [3, 'PersonCreated', 3],
    [undefined, 'NameUpdated', 2],
    ['latest', 'NameUpdated', 2],
    [undefined, 'EmailAdded', 1],
    ['latest', 'EmailAdded', 1],
    [undefined, 'Sung', 2],
    [7, 'Sung', 7],
  ])('that says version %j of %s is of version %i', (version, event_type, schemaVersion) => {
    const data = { person_id: 'p1', metadata: { timestamp: TIME } };
    expect(fromLegacyEnvelope({ event_type, version, data }, place)).toMatchObject({ schemaVersion });
  });

  test.prop([
    fc.oneof(
      fc.anything(),
      fc.record({
        aggregate_id: fc.string(),
        event: fc.anything(),
        timestamp: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      }),
    ),
  ])('never throws, whatever it is', (message) => {
    const stored = fromLegacyEnvelope(message, place);
    if (stored !== null) expect(stored.metadata.timestamp).toMatch(/Z$/);
  });
});
