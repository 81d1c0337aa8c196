import { z } from 'zod';
import { number } from '../fields/number.ts';
import { calendarDate, instant } from '../fields/dates.ts';
import { textRecord } from '../fields/json.ts';
import { line, paragraph } from '../fields/text.ts';
import { defineComponentType, joined, textIn, withDetail } from './component-type.ts';

const finite = number().min(-1e15, 'Must not be that small').max(1e15, 'Must not be that large');
const source = line().optional().meta({ title: 'Source' });

export const customerSegmentType = defineComponentType({
  title: 'Customer segment',
  description: 'A group that the person belongs to as a customer.',
  group: 'other',
  schema: z.strictObject({
    segment: line().meta({ title: 'Segment' }),
    score: finite.optional().meta({ title: 'Score' }),
    since: calendarDate().optional().meta({ title: 'Since' }),
    source,
  }),
  label: (data) => withDetail(textIn(data, 'segment'), textIn(data, 'score')),
  example: { segment: 'Early adopters', score: 0.9, since: '2023-01-01', source: 'CRM' },
});

export const behavioralDataType = defineComponentType({
  title: 'Behavioural data',
  description: 'One observed measure.',
  group: 'other',
  schema: z.strictObject({
    metric: line().meta({ title: 'Measure' }),
    value: finite.meta({ title: 'Value' }),
    unit: line(50).optional().meta({ title: 'Unit' }),
    observedAt: instant().optional().meta({ title: 'Observed at' }),
    source,
  }),
  label: (data) =>
    joined([textIn(data, 'metric'), joined([textIn(data, 'value'), textIn(data, 'unit')], ' ')], ': '),
  example: { metric: 'Visits', value: 12, unit: 'per month', observedAt: '2024-06-01T00:00:00.000Z' },
});

export const tagType = defineComponentType({
  title: 'Tag',
  description: 'A word to find persons by.',
  group: 'other',
  schema: z.strictObject({
    name: line(100).meta({ title: 'Tag' }),
    category: line(100).optional().meta({ title: 'Category' }),
  }),
  label: (data) => withDetail(textIn(data, 'name'), textIn(data, 'category')),
  example: { name: 'board', category: 'Governance' },
});

export const customAttributeType = defineComponentType({
  title: 'Custom attribute',
  description: 'One value under a name of your own.',
  group: 'other',
  schema: z.strictObject({
    name: line(100).meta({ title: 'Name' }),
    value: paragraph(20_000).meta({ title: 'Value', multiline: true }),
  }),
  label: (data) => joined([textIn(data, 'name'), textIn(data, 'value')], ': '),
  example: { name: 'Badge', value: 'B-1843' },
});

const scalar = z.union([paragraph(20_000), finite, z.boolean()]);

export const customType = defineComponentType({
  title: 'Custom component',
  description: 'A component of a kind of your own: a name, and fields.',
  group: 'other',
  schema: z.strictObject({
    name: line(100).meta({ title: 'Kind' }),
    fields: textRecord(scalar).optional().meta({ title: 'Fields' }),
  }),
  label: (data) =>
    withDetail(
      textIn(data, 'name'),
      typeof data.fields === 'object' && data.fields !== null
        ? Object.keys(data.fields).join(', ')
        : undefined,
    ),
  example: { name: 'Locker', fields: { number: 42, floor: 'Ground', shared: false } },
});
