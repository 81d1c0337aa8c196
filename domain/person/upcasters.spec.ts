import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { EventDefinition, StoredEvent } from '../kernel/event.ts';
import { createUpcast } from '../kernel/upcast.ts';
import manifest from '../testing/fixtures/manifest.json' with { type: 'json' };
import { definitionOf } from './components/index.ts';
import { personEvents } from './events.ts';
import { evolve } from './evolve.ts';
import { unknownPerson } from './state.ts';
import { fromLegacyEnvelope } from './upcasters/envelope.ts';
import { personUpcasters } from './upcasters.ts';

declare global {
  interface ImportMeta {
    glob(pattern: string, options: object): Record<string, string>;
  }
}
declare const crypto: { readonly subtle: { digest(name: string, data: Uint8Array): Promise<ArrayBuffer> } };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

interface Fixture {
  readonly message?: unknown;
  readonly stored: StoredEvent;
  readonly today: StoredEvent;
}

const files = import.meta.glob('../testing/fixtures/*/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const fixtures = Object.entries(files).map(([path, raw]) => ({
  file: path.replace('../testing/fixtures/', ''),
  fixture: JSON.parse(raw) as Fixture,
}));
const events = fixtures.filter(({ file }) => file.startsWith('events/'));
const envelopes = fixtures.filter(({ file }) => file.startsWith('envelopes/'));

const definitions = new Map<string, EventDefinition>(Object.entries(personEvents));
const upcast = createUpcast(definitions, personUpcasters);
const keyOf = (event: StoredEvent) => `${event.type}@${event.schemaVersion}`;

describe('frozen fixtures of every version that ever existed', () => {
  it.each(fixtures)('$file is lifted to the event it stands for today', ({ fixture }) => {
    expect(upcast(fixture.stored)).toStrictEqual({ known: true, event: fixture.today });
  });

  it.each(fixtures)('$file is lifted into the form that events have today', ({ fixture: { today } }) => {
    expect(keyOf(today)).toBe(`${today.type}@${definitions.get(today.type)?.schemaVersion}`);
    expect(definitions.get(today.type)?.schema.safeParse(today.data).error).toBeUndefined();
  });

  it.each(fixtures)('$file keeps its place on the log', ({ fixture: { stored, today } }) => {
    const { streamId, version, metadata } = stored;
    expect(today).toMatchObject({ streamId, version });
    expect(today.metadata).toMatchObject({ eventId: metadata.eventId, origin: metadata.origin });
  });

  it.each(envelopes)('$file is stored as the event it carries', ({ fixture: { message, stored } }) => {
    const { version, metadata } = stored;
    expect(fromLegacyEnvelope(message, { version, origin: metadata.origin })).toStrictEqual(stored);
  });

  it('exist for every step of every chain and for the versions of today', () => {
    const frozen = new Set(events.map(({ fixture }) => keyOf(fixture.stored)));
    const today = [...definitions.values()].map(({ type, schemaVersion }) => `${type}@${schemaVersion}`);
    expect([...Object.keys(personUpcasters), ...today].filter((key) => !frozen.has(key))).toEqual([]);
  });

  it('are named after what they hold', () => {
    for (const { file, fixture } of events) {
      const { type, schemaVersion } = fixture.stored;
      expect(`${file.replace(/^events\//, '').replace(/\.json$/, '')}.`).toContain(
        `${type}.v${schemaVersion}.`,
      );
    }
  });

  it('are frozen: whoever changes one rewrites history', async () => {
    const digests = fixtures.map(async ({ file, fixture }) => [file, await sha256(JSON.stringify(fixture))]);
    expect(Object.fromEntries(await Promise.all(digests))).toEqual(manifest);
  });
});

async function sha256(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

describe('components that history held', () => {
  const added = events.filter(({ fixture }) => fixture.today.type === 'ComponentAdded');
  const withData = added.filter(({ file }) => !/Registered|v2\.phone/.test(file));

  it.each(withData)('$file has data that could be entered today', ({ fixture }) => {
    const { componentType, data } = fixture.today.data as { componentType: string; data: unknown };
    expect(definitionOf(componentType)?.schema.safeParse(data).error).toBeUndefined();
  });
});

const anyData = fc.oneof(
  fc.anything(),
  fc.jsonValue(),
  fc.record(
    {
      person_id: fc.anything(),
      name: fc.anything(),
      new_name: fc.oneof(fc.anything(), fc.record({ given_name: fc.string() })),
      birth_date: fc.oneof(fc.string(), fc.constantFrom('2024-02-30', '0000-01-01', '1980-02-29')),
      date_of_death: fc.anything(),
      component_id: fc.oneof(fc.uuid(), fc.anything()),
      component_type: fc.oneof(fc.constantFrom('Skill', 'Custom', '__proto__', 'toString'), fc.anything()),
      component_data: fc.anything(),
      changes: fc.dictionary(fc.string(), fc.anything()),
      data: fc.anything(),
      email: fc.oneof(fc.string(), fc.anything()),
      preferences: fc.dictionary(
        fc.constantFrom('timezone', 'preferred_channels', '__proto__'),
        fc.anything(),
      ),
      attribute: fc.anything(),
      metadata: fc.dictionary(fc.constantFrom('timestamp', 'actor', 'context'), fc.anything()),
      timestamp: fc.anything(),
    },
    { requiredKeys: [] },
  ),
);
const keys = Object.keys(personUpcasters);

const anyStored = fc.tuple(fc.constantFrom(...keys), anyData).map(([key, data]): StoredEvent => {
  const [type = '', version = ''] = key.split('@');
  return {
    streamId: 'person-550e8400-e29b-41d4-a716-446655440000',
    version: 2,
    type,
    schemaVersion: Number(version),
    data,
    metadata: {
      eventId: '0190f1e2-7a3b-7000-8000-000000000001',
      correlationId: '',
      causationId: null,
      timestamp: '2024-01-01T00:00:00.000Z',
      actor: null,
      origin: 'here',
      commandId: '0190f1e2-7a3b-7000-8000-000000000002',
    },
  };
});

describe('upcasting, whatever the data', () => {
  test.prop([anyStored])(
    'never throws, and either lifts into today’s form or keeps what is stored',
    (stored) => {
      const { known, event } = upcast(stored);
      if (!known) expect(event).toBe(stored);
      else expect(definitions.get(event.type)?.schema.safeParse(event.data).error).toBeUndefined();
    },
  );

  test.prop([anyStored])('gives the same result every time', (stored) => {
    expect(upcast(stored)).toEqual(upcast(stored));
  });

  test.prop([anyStored])('changes nothing in an event that was lifted', (stored) => {
    const { known, event } = upcast(stored);
    if (known) expect(upcast(event)).toEqual({ known, event });
  });

  test.prop([anyStored])('gives events that a person can be folded from', (stored) => {
    const created = fixtures.find(({ file }) => file === 'events/PersonCreated.v1.json');
    const first = upcast((created?.fixture ?? { stored }).stored);
    const { known, event } = upcast(stored);
    if (!known) return;
    const person = evolve(unknownPerson, first.event as Parameters<typeof evolve>[1]);
    expect(evolve(person, event as Parameters<typeof evolve>[1])).toMatchObject({ exists: true });
  });
});
