import { z } from 'zod';
import { calendarDate } from '../fields/dates.ts';
import { line, lines, paragraph, webAddress } from '../fields/text.ts';
import { defineComponentType, joined, periodOf, textIn, withDetail } from './component-type.ts';
import { inOrder, rule } from './rules.ts';

export const employmentTypeSchema = z.enum([
  'FullTime',
  'PartTime',
  'Contract',
  'Temporary',
  'Internship',
  'Volunteer',
  'SelfEmployed',
  'Elected',
  'Other',
]);

const ongoingHasNoEnd = rule<{
  readonly ongoing?: boolean | undefined;
  readonly endDate?: string | undefined;
}>((data) =>
  data.ongoing === true && data.endDate !== undefined
    ? { path: ['endDate'], message: 'What is ongoing has no end: clear one of the two' }
    : null,
);

export const employmentType = defineComponentType({
  title: 'Employment',
  description: 'A position at a company or in an office, with its term.',
  group: 'work',
  schema: z
    .strictObject({
      company: line().meta({ title: 'Company' }),
      position: line().meta({ title: 'Position' }),
      department: line().optional().meta({ title: 'Department' }),
      type: employmentTypeSchema.optional().meta({ title: 'Kind' }),
      startDate: calendarDate().optional().meta({ title: 'Start' }),
      endDate: calendarDate().optional().meta({ title: 'End', description: 'May be in the future: a term' }),
      current: z.boolean().optional().meta({ title: 'Current' }),
      location: line().optional().meta({ title: 'Place of work' }),
      manager: line().optional().meta({ title: 'Manager' }),
      url: webAddress().optional().meta({ title: 'Web address' }),
      achievements: lines(50, 2000).optional().meta({ title: 'Achievements' }),
      notes: paragraph(20_000).optional().meta({ title: 'Notes', multiline: true }),
    })
    .superRefine(inOrder('startDate', 'endDate', 'The end')),
  label: (data) => withDetail(joined([textIn(data, 'position'), textIn(data, 'company')]), periodOf(data)),
  example: {
    company: 'Analytical Engines Ltd',
    position: 'Chief programmer',
    department: 'Research',
    type: 'FullTime',
    startDate: '2015-03-01',
    current: true,
    achievements: ['First published program'],
  },
});

export const affiliationType = defineComponentType({
  title: 'Affiliation',
  description: 'Membership of an organisation, a party or a committee.',
  group: 'work',
  schema: z
    .strictObject({
      organization: line().meta({ title: 'Organisation' }),
      role: line().optional().meta({ title: 'Role' }),
      membershipId: line().optional().meta({ title: 'Membership id' }),
      startDate: calendarDate().optional().meta({ title: 'Start' }),
      endDate: calendarDate().optional().meta({ title: 'End' }),
      ongoing: z.boolean().optional().meta({ title: 'Ongoing' }),
      notes: paragraph(20_000).optional().meta({ title: 'Notes', multiline: true }),
    })
    .superRefine(inOrder('startDate', 'endDate', 'The end'))
    .superRefine(ongoingHasNoEnd),
  label: (data) => withDetail(joined([textIn(data, 'role'), textIn(data, 'organization')]), periodOf(data)),
  example: {
    organization: 'Royal Society',
    role: 'Fellow',
    membershipId: 'RS-77',
    startDate: '2020-01-01',
    ongoing: true,
  },
});

export const projectType = defineComponentType({
  title: 'Project',
  description: 'A project that the person took part in.',
  group: 'work',
  schema: z
    .strictObject({
      name: line().meta({ title: 'Project' }),
      role: line().optional().meta({ title: 'Role' }),
      description: paragraph().optional().meta({ title: 'Description', multiline: true }),
      technologies: lines().optional().meta({ title: 'Technologies' }),
      outcomes: lines(50, 2000).optional().meta({ title: 'Outcomes' }),
      startDate: calendarDate().optional().meta({ title: 'Start' }),
      endDate: calendarDate().optional().meta({ title: 'End' }),
      ongoing: z.boolean().optional().meta({ title: 'Ongoing' }),
      url: webAddress().optional().meta({ title: 'Web address' }),
    })
    .superRefine(inOrder('startDate', 'endDate', 'The end'))
    .superRefine(ongoingHasNoEnd),
  label: (data) => withDetail(joined([textIn(data, 'name'), textIn(data, 'role')]), periodOf(data)),
  example: {
    name: 'Difference engine',
    role: 'Lead',
    technologies: ['Brass', 'Punched cards'],
    outcomes: ['A working mill'],
    startDate: '2018-02-01',
    endDate: '2019-08-31',
  },
});
