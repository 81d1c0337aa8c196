import { expect, it } from 'vitest';
import type { EventDefinition, StoredEvent } from '../../kernel/event.ts';
import { createUpcast } from '../../kernel/upcast.ts';
import { created } from '../../testing/persons.ts';
import { record, uuidOf } from '../../testing/recorded.ts';
import { personEvents } from '../events.ts';
import { evolve } from '../evolve.ts';
import { type PersonState, unknownPerson } from '../state.ts';
import { personUpcasters } from '../upcasters.ts';

const upcast = createUpcast(new Map<string, EventDefinition>(Object.entries(personEvents)), personUpcasters);

/** The components that events of the former system, all of its first version, leave. */
function componentsAfter(...events: readonly (readonly [type: string, data: object])[]) {
  const first = evolve(unknownPerson, record(created(), { version: 1, commandId: uuidOf(0xc, 1) }));
  const state = events.reduce<PersonState>((person, [type, data], index) => {
    const stamped = record({ type, data }, { version: index + 2, commandId: uuidOf(0xc, index + 2) });
    const stored: StoredEvent = { ...stamped, streamId: `person-${uuidOf(1, 1)}`, schemaVersion: 1 };
    return evolve(person, upcast(stored).event as Parameters<typeof evolve>[1]);
  }, first);
  return state.exists ? [...state.components] : [];
}

it('knows an address again in any case', () => {
  const added = ['EmailAdded', { email: { address: 'Ada@B.org' } }] as const;
  expect(componentsAfter(added)).toMatchObject([{ data: { address: 'Ada@B.org' } }]);
  expect(componentsAfter(added, ['EmailRemoved', { email: 'ada@b.org' }])).toEqual([]);
});

it('keeps a consent when privacy preferences are set, whichever came first', () => {
  const consent = ['ConsentRecorded', { consent_type: 'mail', granted: true, version: '1' }] as const;
  const preferences = ['PrivacyPreferencesSet', { preferences: { third_party_sharing: false } }] as const;
  for (const events of [
    [consent, preferences],
    [preferences, consent],
  ]) {
    expect(componentsAfter(...events)).toMatchObject([
      { type: 'PrivacyPreferences', data: { dataSharing: false, consents: { mail: { granted: true } } } },
    ]);
  }
});
