import { describe, expect, it } from 'vitest';
import type { EventDefinition, StoredEvent } from '../../kernel/event.ts';
import { createUpcast } from '../../kernel/upcast.ts';
import { personEvents } from '../events.ts';
import { personUpcasters } from '../upcasters.ts';

const upcast = createUpcast(new Map<string, EventDefinition>(Object.entries(personEvents)), personUpcasters);
const TIME = '2024-01-01T00:00:00.000Z';

function lift(key: string, data: unknown, metadata: Partial<StoredEvent['metadata']> = {}) {
  const [type = '', version = ''] = key.split('@');
  return upcast({
    streamId: 'person-550e8400-e29b-41d4-a716-446655440000',
    version: 1,
    type,
    schemaVersion: Number(version),
    data,
    metadata: {
      eventId: '0190f1e2-7a3b-7000-8000-000000000001',
      correlationId: '',
      causationId: null,
      timestamp: TIME,
      actor: null,
      origin: 'here',
      commandId: '0190f1e2-7a3b-7000-8000-000000000001',
      ...metadata,
    },
  });
}

describe('typed values of attributes', () => {
  const recorded = (attribute: object) => {
    const whole = { attribute_type: { Identifying: 'BirthPlace' }, ...attribute };
    return lift('AttributeRecorded@1', { attribute: whole });
  };
  const valueOf = (value: unknown) =>
    (recorded({ value }).event.data as { data: { value: unknown } }).data.value;

  it.each([
    [{ Text: 'x' }, { type: 'text', text: 'x' }],
    [{ Number: 1.5 }, { type: 'number', number: 1.5 }],
    [{ Integer: 3 }, { type: 'number', number: 3 }],
    [{ Boolean: false }, { type: 'boolean', boolean: false }],
    [{ DateTime: '2024-01-01T00:00:00Z' }, { type: 'text', text: '2024-01-01T00:00:00Z' }],
    [{ Date: '1980-02-29' }, { type: 'date', date: '1980-02-29' }],
    [{ Date: 'spring' }, { type: 'text', text: 'spring' }],
    [{ YearMonth: [1980, 2] }, { type: 'text', text: '1980-02' }],
    [{ Year: 1980 }, { type: 'number', number: 1980 }],
    [
      { ApproximateDate: { date: '1980-02-29', precision: 'Decade' } },
      { type: 'text', text: '1980-02-29 (decade)' },
    ],
    [{ ApproximateDate: { date: '1980-02-29' } }, { type: 'text', text: '1980-02-29' }],
    [{ Length: 1.75 }, { type: 'number', number: 1.75, unit: 'm' }],
    [{ Mass: 70 }, { type: 'number', number: 70, unit: 'kg' }],
    [{ BloodType: 'OPositive' }, { type: 'text', text: 'OPositive' }],
    [{ PersonReference: { id: 'P1' } }, { type: 'text', text: 'p1' }],
    [{ TextList: ['a', 'b'] }, { type: 'text', text: 'a, b' }],
    [{ Json: { a: [1] } }, { type: 'text', text: '{"a":[1]}' }],
  ])('%j is %j', (value, expected) => {
    expect(valueOf(value)).toEqual(expected);
  });

  it.each([{}, { Text: ' ' }, { Number: Number.NaN }, { ApproximateDate: {} }, 'plain'])(
    '%j is none',
    (value) => {
      expect(recorded({ value }).known).toBe(false);
    },
  );

  it.each([{ Astral: 'Sign' }, { Custom: {} }, 'Height'])('%j is no type of attribute', (attribute_type) => {
    expect(recorded({ attribute_type, value: { Text: 'x' } }).known).toBe(false);
  });

  it('keeps where a value comes from as far as it was told', () => {
    const provenance = {
      source: 'SelfReported',
      confidence: 'Who knows',
      trace: [{ transformation: 'trimmed' }, {}, 7],
    };
    const { data } = recorded({ value: { Text: 'x' }, provenance }).event.data as { data: object };
    expect(data).toMatchObject({ provenance: { source: 'SelfReported', transformations: ['trimmed'] } });
    expect(recorded({ value: { Text: 'x' }, provenance: { source: 7 } }).event.data).toMatchObject({
      data: { recordedAt: TIME },
    });
  });
});
