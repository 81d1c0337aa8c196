import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { uuidSchema } from '../../domain/kernel/ids.ts';
import { calendarDate } from '../../domain/person/fields/dates.ts';
import { line } from '../../domain/person/fields/text.ts';
import { exampleOf } from './examples.ts';
import { fieldTable } from './field-rows.ts';
import { jsonSchemaOf } from './json-schema.ts';

function rowsOf(schema: z.ZodType): string[] {
  return fieldTable(jsonSchemaOf(schema, 'input')).split('\n').slice(2);
}

describe('a table of fields', () => {
  it('says the type, its limits, and what may be left out', () => {
    const schema = z.object({ id: uuidSchema, day: calendarDate().optional(), count: z.int().min(1).max(9) });
    expect(rowsOf(schema)).toEqual([
      '| `id` | UUID |  |',
      '| `day` | date | yes |',
      '| `count` | whole number (1 to 9) |  |',
    ]);
  });

  it('gives nested fields by their path, within lists and where null is possible too', () => {
    const schema = z.object({
      hours: z.object({ from: z.number() }).nullable(),
      rows: z.array(z.object({ label: z.string() })),
    });
    expect(rowsOf(schema)).toEqual([
      '| `hours` | object or null |  |',
      '| `hours.from` | number |  |',
      '| `rows` | list of objects |  |',
      '| `rows[].label` | text |  |',
    ]);
  });

  it('keeps alternatives apart by their constants', () => {
    const value = z.union([
      z.object({ type: z.literal('date'), date: calendarDate() }),
      z.object({ type: z.literal('text'), text: line(), unit: line().optional() }),
    ]);
    expect(rowsOf(z.object({ value }))).toEqual([
      '| `value` | `{ type: "date", date }` or `{ type: "text", text, unit? }` |  |',
    ]);
  });

  it('adds what a field means where its name does not say it', () => {
    const schema = z.object({
      birthDate: line().meta({ title: 'Birth date' }),
      type: line().optional().meta({ title: 'Kind', description: 'Home, work, …' }),
    });
    expect(rowsOf(schema)).toEqual([
      '| `birthDate` | text (at most 200 characters) |  |  |',
      '| `type` | text (at most 200 characters) | yes | Kind: Home, work, … |',
    ]);
  });
});

describe('an example', () => {
  it('is the smallest that the schema accepts', () => {
    const schema = z.strictObject({
      personId: uuidSchema,
      reason: line(),
      kind: z.enum(['a', 'b']),
      tags: z.string().optional(),
    });
    expect(exampleOf('Anything', schema)).toEqual({
      personId: '0198c0de-0000-7000-8000-000000000001',
      reason: 'As the person asked',
      kind: 'a',
    });
  });

  it('that the schema would refuse is not printed', () => {
    expect(() => exampleOf('Odd', z.object({ odd: z.string().min(10) }))).toThrow(/Odd has no valid example/);
  });
});
