import { z } from 'zod';
import { number } from '../fields/number.ts';
import { calendarDate, instant } from '../fields/dates.ts';
import { isJsonObject, type JsonObject } from '../fields/json.ts';
import { line, lines, paragraph } from '../fields/text.ts';
import { defineComponentType, joined, textIn } from './component-type.ts';
import { inOrder } from './rules.ts';

export const attributeCategorySchema = z.enum([
  'Identifying',
  'Physical',
  'Healthcare',
  'Demographic',
  'Custom',
]);

export const attributeValueSchema = z.discriminatedUnion('type', [
  z
    .strictObject({ type: z.literal('text'), text: paragraph(20_000).meta({ title: 'Text' }) })
    .meta({ title: 'Text' }),
  z
    .strictObject({
      type: z.literal('number'),
      number: number().meta({ title: 'Number' }),
      unit: line(50).optional().meta({ title: 'Unit' }),
    })
    .meta({ title: 'Number' }),
  z
    .strictObject({ type: z.literal('boolean'), boolean: z.boolean().meta({ title: 'Yes or no' }) })
    .meta({ title: 'Yes or no' }),
  z
    .strictObject({ type: z.literal('date'), date: calendarDate().meta({ title: 'Date' }) })
    .meta({ title: 'Date' }),
]);

export const provenanceSchema = z.strictObject({
  source: line().meta({ title: 'Source' }),
  confidence: number()
    .min(0, 'Must be 0 to 1')
    .max(1, 'Must be 0 to 1')
    .optional()
    .meta({ title: 'Confidence', description: '0 (a guess) to 1 (certain)' }),
  recordedBy: line().optional().meta({ title: 'Recorded by' }),
  transformations: lines(50, 2000)
    .optional()
    .meta({ title: 'Transformations', description: 'What was done to the value on its way here' }),
});

export const invalidationSchema = z.strictObject({
  at: instant().meta({ title: 'Invalidated at' }),
  reason: paragraph().optional().meta({ title: 'Reason', multiline: true }),
});

export const attributeType = defineComponentType({
  title: 'Attribute',
  description: 'A typed fact with the time it is valid for and where it comes from.',
  group: 'other',
  schema: z
    .strictObject({
      category: attributeCategorySchema.meta({ title: 'Category' }),
      name: line(100).meta({ title: 'Name' }),
      value: attributeValueSchema.meta({ title: 'Value' }),
      recordedAt: instant().meta({ title: 'Recorded at' }),
      validFrom: instant().optional().meta({ title: 'Valid from' }),
      validUntil: instant().optional().meta({ title: 'Valid until' }),
      provenance: provenanceSchema.optional().meta({ title: 'Provenance' }),
      invalidated: invalidationSchema
        .optional()
        .meta({ title: 'Invalidated', derived: true, recordedBy: 'InvalidateAttribute' }),
    })
    .superRefine(inOrder('validFrom', 'validUntil', 'The end of validity')),
  label: (data) => joined([textIn(data, 'name'), valueText(data.value)], ': '),
  example: {
    category: 'Physical',
    name: 'Height',
    value: { type: 'number', number: 168, unit: 'cm' },
    recordedAt: '2024-03-01T10:00:00.000Z',
    validFrom: '2024-01-01T00:00:00.000Z',
    provenance: { source: 'Self-reported', confidence: 0.7 },
  },
});

function valueText(value: unknown): string {
  if (!isJsonObject(value)) return '';
  if (typeof value.boolean === 'boolean') return value.boolean ? 'yes' : 'no';
  return joined(
    ['text', 'date', 'number', 'unit'].map((field) => textIn(value, field)),
    ' ',
  );
}

/** True where the attribute holds at an instant (ISO 8601 in UTC): not before it begins, not after it ends. */
export function isValidAt(data: JsonObject, at: string): boolean {
  const from = textIn(data, 'validFrom');
  const until = textIn(data, 'validUntil');
  return (from === undefined || from <= at) && (until === undefined || at < until);
}
