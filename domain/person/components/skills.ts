import { z } from 'zod';
import { number } from '../fields/number.ts';
import { calendarDate, instant } from '../fields/dates.ts';
import { textRecord } from '../fields/json.ts';
import { line, lines, paragraph, webAddress } from '../fields/text.ts';
import { defineComponentType, joined, periodOf, textIn, withDetail } from './component-type.ts';
import { inOrder } from './rules.ts';

/** Ascending. */
export const proficiencySchema = z.enum(['Beginner', 'Intermediate', 'Advanced', 'Expert']);

export const endorsementSchema = z.strictObject({
  endorserName: line().meta({ title: 'Endorsed by' }),
  endorserId: line(100).optional().meta({ title: 'Endorser id' }),
  comment: paragraph().optional().meta({ title: 'Comment', multiline: true }),
  endorsedAt: instant().meta({ title: 'Endorsed at' }),
});

export const skillType = defineComponentType({
  title: 'Skill',
  description: 'What the person can do, and how well.',
  group: 'skill',
  schema: z.strictObject({
    name: line().meta({ title: 'Skill' }),
    category: line().optional().meta({ title: 'Category' }),
    proficiency: proficiencySchema.optional().meta({ title: 'Proficiency' }),
    yearsOfExperience: number()
      .min(0, 'Must not be negative')
      .max(120, 'Must be at most 120')
      .optional()
      .meta({ title: 'Years of experience' }),
    lastUsed: calendarDate().optional().meta({ title: 'Last used' }),
    certifications: lines().optional().meta({ title: 'Certifications' }),
    endorsements: textRecord(endorsementSchema).optional().meta({
      title: 'Endorsements',
      description: 'By the id of the command that recorded each',
      derived: true,
      recordedBy: 'EndorseSkill',
    }),
  }),
  label: (data) => withDetail(textIn(data, 'name'), textIn(data, 'proficiency')?.toLowerCase()),
  example: {
    name: 'Analytical engines',
    category: 'Computing',
    proficiency: 'Expert',
    yearsOfExperience: 12,
    lastUsed: '2024-11-30',
    certifications: ['Note G'],
  },
});

export const certificationType = defineComponentType({
  title: 'Certification',
  description: 'A certificate, with who issued it and how long it is valid.',
  group: 'skill',
  schema: z
    .strictObject({
      name: line().meta({ title: 'Name' }),
      issuer: line().meta({ title: 'Issued by' }),
      issuedOn: calendarDate().optional().meta({ title: 'Issued on' }),
      expiresOn: calendarDate().optional().meta({ title: 'Expires on' }),
      credentialId: line().optional().meta({ title: 'Credential id' }),
      url: webAddress().optional().meta({ title: 'Web address' }),
    })
    .superRefine(inOrder('issuedOn', 'expiresOn', 'The expiry')),
  label: (data) => withDetail(textIn(data, 'name'), textIn(data, 'issuer')),
  example: {
    name: 'Chartered engineer',
    issuer: 'Engineering Council',
    issuedOn: '2019-05-01',
    expiresOn: '2029-04-30',
    credentialId: 'EC-1815',
    url: 'https://example.org/credentials/EC-1815',
  },
});

export const educationType = defineComponentType({
  title: 'Education',
  description: 'Studies at an institution.',
  group: 'skill',
  schema: z
    .strictObject({
      institution: line().meta({ title: 'Institution' }),
      degree: line().optional().meta({ title: 'Degree' }),
      field: line().optional().meta({ title: 'Field of study' }),
      startDate: calendarDate().optional().meta({ title: 'Start' }),
      endDate: calendarDate().optional().meta({ title: 'End' }),
      grade: line().optional().meta({ title: 'Grade' }),
      notes: paragraph(20_000).optional().meta({ title: 'Notes', multiline: true }),
    })
    .superRefine(inOrder('startDate', 'endDate', 'The end')),
  label: (data) =>
    withDetail(
      joined([joined([textIn(data, 'degree'), textIn(data, 'field')], ' '), textIn(data, 'institution')]),
      periodOf(data),
    ),
  example: {
    institution: 'University of London',
    degree: 'BSc',
    field: 'Mathematics',
    startDate: '2004-09-01',
    endDate: '2007-06-30',
  },
});

export const titleType = defineComponentType({
  title: 'Title',
  description: 'What the person may be called by, who awarded it, and until when it holds.',
  group: 'skill',
  schema: z
    .strictObject({
      title: line().meta({ title: 'Title' }),
      issuer: line().optional().meta({ title: 'Awarded by' }),
      awardedOn: calendarDate().optional().meta({ title: 'Awarded on' }),
      expiresOn: calendarDate().optional().meta({ title: 'Expires on' }),
      revokedOn: calendarDate().optional().meta({ title: 'Revoked on' }),
    })
    .superRefine(inOrder('awardedOn', 'expiresOn', 'The expiry'))
    .superRefine(inOrder('awardedOn', 'revokedOn', 'The revocation')),
  label: (data) =>
    withDetail(
      joined([textIn(data, 'title'), textIn(data, 'issuer')]),
      periodOf(data, 'awardedOn', textIn(data, 'revokedOn') === undefined ? 'expiresOn' : 'revokedOn'),
    ),
  example: {
    title: 'Dr.',
    issuer: 'University of London',
    awardedOn: '2012-07-01',
    expiresOn: '2032-06-30',
  },
});
