import { z } from 'zod';
import { number } from '../fields/number.ts';
import { uuidSchema } from '../../kernel/ids.ts';
import { calendarDate } from '../fields/dates.ts';
import { line, paragraph } from '../fields/text.ts';
import { defineComponentType, joined, periodOf, textIn, withDetail } from './component-type.ts';
import { inOrder } from './rules.ts';

const count = number().int().min(0, 'Must not be negative').max(1_000_000_000, 'Must be at most 1000000000');
const period = {
  startDate: calendarDate().optional().meta({ title: 'Start' }),
  endDate: calendarDate().optional().meta({ title: 'End' }),
};
const notes = paragraph(20_000).optional().meta({ title: 'Notes', multiline: true });

/** Between persons, private or professional: strength and counts serve the network's measures. */
export const relationshipType = defineComponentType({
  title: 'Relationship',
  description: 'How the person stands to another one.',
  group: 'relation',
  schema: z
    .strictObject({
      otherPersonId: uuidSchema.meta({ title: 'Other person', reference: 'person' }),
      relationshipType: line(100).meta({
        title: 'Relationship',
        description: 'Colleague, manager, mentor, parent, spouse, …',
      }),
      role: line().optional().meta({ title: 'Role' }),
      ...period,
      strength: number()
        .min(0, 'Must be 0 to 1')
        .max(1, 'Must be 0 to 1')
        .optional()
        .meta({ title: 'Strength', description: '0 (barely) to 1 (very close)' }),
      interactions: count.optional().meta({ title: 'Interactions' }),
      mutualConnections: count.optional().meta({ title: 'Mutual connections' }),
      lastContact: calendarDate().optional().meta({ title: 'Last contact' }),
      notes,
    })
    .superRefine(inOrder('startDate', 'endDate', 'The end')),
  label: (data) =>
    withDetail(joined([textIn(data, 'relationshipType'), textIn(data, 'role')]), periodOf(data)),
  example: {
    otherPersonId: '0198c0de-0000-7000-8000-000000000002',
    relationshipType: 'Mentor',
    startDate: '2012-06-05',
    strength: 0.8,
    interactions: 120,
  },
});

export const organizationRelationSchema = z.enum([
  'Employee',
  'Contractor',
  'Consultant',
  'Founder',
  'Investor',
  'Advisor',
  'Member',
  'Other',
]);

export const organizationRelationshipType = defineComponentType({
  title: 'Relation to an organisation',
  description: 'How the person stands to an organisation, besides employments and memberships.',
  group: 'relation',
  schema: z
    .strictObject({
      organization: line().meta({ title: 'Organisation' }),
      organizationId: line(100).optional().meta({ title: 'Organisation id' }),
      relation: organizationRelationSchema.meta({ title: 'Relation' }),
      role: line().optional().meta({ title: 'Role' }),
      ...period,
      notes,
    })
    .superRefine(inOrder('startDate', 'endDate', 'The end')),
  label: (data) =>
    withDetail(
      joined([textIn(data, 'role') ?? textIn(data, 'relation'), textIn(data, 'organization')]),
      periodOf(data),
    ),
  example: {
    organization: 'Royal Society',
    relation: 'Advisor',
    role: 'Adviser to the president',
    startDate: '2021-01-01',
  },
});

export const locationRelationSchema = z.enum([
  'Residence',
  'Workplace',
  'Birthplace',
  'Origin',
  'Visited',
  'Mailing',
  'Other',
]);

export const locationRelationshipType = defineComponentType({
  title: 'Relation to a place',
  description: 'How the person stands to a place that other systems know.',
  group: 'relation',
  schema: z
    .strictObject({
      location: line().meta({ title: 'Place' }),
      locationId: line(100).optional().meta({ title: 'Place id' }),
      relation: locationRelationSchema.meta({ title: 'Relation' }),
      ...period,
      notes,
    })
    .superRefine(inOrder('startDate', 'endDate', 'The end')),
  label: (data) => withDetail(joined([textIn(data, 'relation'), textIn(data, 'location')]), periodOf(data)),
  example: { location: 'London', locationId: 'geo-2643743', relation: 'Birthplace' },
});
