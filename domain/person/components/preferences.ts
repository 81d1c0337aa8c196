import { z } from 'zod';
import { number } from '../fields/number.ts';
import { instant } from '../fields/dates.ts';
import { textRecord } from '../fields/json.ts';
import { languageTag, letterCode, line } from '../fields/text.ts';
import { defineComponentType, joined, textIn } from './component-type.ts';
import { quietHoursSchema } from './contact.ts';

export const channelSchema = z.enum(['Email', 'Phone', 'Sms', 'Messaging', 'Post']);
export const frequencySchema = z.enum(['Immediate', 'Daily', 'Weekly', 'Monthly', 'Never']);
export const visibilitySchema = z.enum(['Public', 'Contacts', 'Organization', 'Private']);

export const communicationPreferencesType = defineComponentType({
  title: 'Communication preferences',
  description: 'How the person wants to be reached, and when not.',
  group: 'preference',
  single: true,
  schema: z.strictObject({
    language: languageTag().optional().meta({ title: 'Language' }),
    channels: z
      .array(channelSchema)
      .max(5, 'Must be at most 5 entries')
      .overwrite((channels) => [...new Set(channels)])
      .optional()
      .meta({ title: 'Channels' }),
    frequency: frequencySchema.optional().meta({ title: 'At most' }),
    doNotContact: z.boolean().optional().meta({ title: 'Do not contact' }),
    doNotDisturb: quietHoursSchema
      .optional()
      .meta({ title: 'Do not disturb', description: 'Hours of the day, over midnight too' }),
    timeZone: line(100).optional().meta({ title: 'Time zone' }),
  }),
  label: (data) =>
    joined([
      data.doNotContact === true ? 'do not contact' : undefined,
      textIn(data, 'language'),
      Array.isArray(data.channels) ? data.channels.join(' ') : undefined,
      textIn(data, 'frequency')?.toLowerCase(),
    ]),
  example: {
    language: 'en-GB',
    channels: ['Email', 'Post'],
    frequency: 'Weekly',
    doNotContact: false,
    doNotDisturb: { from: 22, to: 7 },
    timeZone: 'Europe/London',
  },
});

export const consentSchema = z.strictObject({
  granted: z.boolean().meta({ title: 'Granted' }),
  consentVersion: line(100).meta({ title: 'Version of the text' }),
  recordedAt: instant().meta({ title: 'Recorded at' }),
  ip: line(100).optional().meta({ title: 'IP address' }),
});

export const privacyPreferencesType = defineComponentType({
  title: 'Privacy preferences',
  description: 'What may be shared, who may see it, and the consents given or withdrawn.',
  group: 'preference',
  single: true,
  schema: z.strictObject({
    dataSharing: z.boolean().optional().meta({ title: 'Data may be shared' }),
    visibility: visibilitySchema.optional().meta({ title: 'Visible to' }),
    retentionDays: number()
      .int()
      .min(1, 'Must be at least 1')
      .max(36_500, 'Must be at most 36500')
      .optional()
      .meta({ title: 'Keep for (days)' }),
    consents: textRecord(consentSchema).optional().meta({
      title: 'Consents',
      description: 'By type of consent',
      derived: true,
      recordedBy: 'RecordConsent',
    }),
  }),
  label: (data) =>
    joined([
      textIn(data, 'visibility')?.toLowerCase(),
      typeof data.dataSharing === 'boolean' ? sharingText(data.dataSharing) : undefined,
      typeof data.consents === 'object' && data.consents !== null
        ? consentText(Object.keys(data.consents).length)
        : undefined,
    ]),
  example: {
    dataSharing: false,
    visibility: 'Contacts',
    retentionDays: 3650,
    consents: {
      newsletter: { granted: true, consentVersion: '2024-1', recordedAt: '2024-02-03T04:05:06.000Z' },
    },
  },
});

function consentText(count: number): string {
  return count === 1 ? '1 consent' : `${count} consents`;
}

function sharingText(allowed: boolean): string {
  return allowed ? 'sharing allowed' : 'no sharing';
}

export const generalPreferencesType = defineComponentType({
  title: 'General preferences',
  description: 'How things are shown to the person.',
  group: 'preference',
  single: true,
  schema: z.strictObject({
    theme: z.enum(['Light', 'Dark', 'System']).optional().meta({ title: 'Theme' }),
    currency: letterCode(3, 'Must be a currency code of three letters, like CHF')
      .optional()
      .meta({ title: 'Currency' }),
    units: z.enum(['Metric', 'Imperial']).optional().meta({ title: 'Units' }),
    language: languageTag().optional().meta({ title: 'Language' }),
    dateFormat: line(50).optional().meta({ title: 'Date format' }),
  }),
  label: (data) =>
    joined(['theme', 'currency', 'units', 'language', 'dateFormat'].map((field) => textIn(data, field))),
  example: { theme: 'Dark', currency: 'GBP', units: 'Metric', language: 'en-GB' },
});
