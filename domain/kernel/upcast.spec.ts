import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineEvent, type EventDefinition, type StoredEvent } from './event.ts';
import { createUpcast, type UpcasterChain } from './upcast.ts';

const renamed: EventDefinition = defineEvent({
  type: 'Renamed',
  schemaVersion: 3,
  schema: z.object({ name: z.string() }),
  title: 'Renamed',
  description: 'A name changed.',
});
const definitions = new Map([[renamed.type, renamed]]);

const stored = (type: string, schemaVersion: number, data: unknown = {}): StoredEvent => ({
  streamId: 'person-1',
  version: 1,
  type,
  schemaVersion,
  data,
  metadata: {
    eventId: 'e1',
    correlationId: 'e1',
    causationId: null,
    timestamp: '2024-01-01T00:00:00.000Z',
    actor: null,
    origin: 'here',
    commandId: 'c1',
  },
});

const chain: UpcasterChain = {
  'NameChanged@1': (event) => ({ ...event, type: 'Renamed', schemaVersion: 2 }),
  'Renamed@2': (event) => ({ ...event, schemaVersion: 3, data: { name: 'lifted' } }),
  'Blank@1': () => null,
  'HalfWay@1': (event) => ({ ...event, schemaVersion: 2 }),
  'HalfWay@2': () => null,
  'Endless@1': (event) => event,
};
const upcast = createUpcast(definitions, chain);

describe('lifting a stored event', () => {
  it('leaves an event of today as it is', () => {
    const event = stored('Renamed', 3, { name: 'x' });
    expect(upcast(event)).toEqual({ known: true, event });
  });

  it('goes step by step to the version of today, also under another type', () => {
    expect(upcast(stored('NameChanged', 1))).toEqual({
      known: true,
      event: stored('Renamed', 3, { name: 'lifted' }),
    });
  });

  it.each([
    ['a type that nobody declared', stored('Sung', 1)],
    ['a version newer than this program', stored('Renamed', 4)],
    ['a version that never was', stored('Renamed', 0)],
    ['an event that an upcaster cannot lift', stored('Blank', 1)],
    ['an event that gets stuck half way', stored('HalfWay', 1)],
  ])('keeps %s as it was stored', (_what, event) => {
    const result = upcast(event);
    expect(result.known).toBe(false);
    expect(result.event).toBe(event);
  });

  it('reports a chain without end as the mistake that it is', () => {
    expect(() => upcast(stored('Endless', 1))).toThrow(/never reach/);
  });
});
