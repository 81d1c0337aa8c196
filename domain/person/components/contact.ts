import { z } from 'zod';
import { number } from '../fields/number.ts';
import { emailAddress, line } from '../fields/text.ts';
import { defineComponentType, joined, textIn, withDetail } from './component-type.ts';
import { rule } from './rules.ts';

export const emailTypeSchema = z.enum(['Personal', 'Work', 'School', 'Other']);
export const phoneTypeSchema = z.enum(['Mobile', 'Home', 'Work', 'School', 'Fax', 'Other']);
export const messagingPlatformSchema = z.enum([
  'WhatsApp',
  'Telegram',
  'Signal',
  'Discord',
  'Slack',
  'MicrosoftTeams',
  'WeChat',
  'Line',
  'Messenger',
  'Matrix',
  'Other',
]);

export const emailAddressType = defineComponentType({
  title: 'E-mail address',
  description: 'Where e-mail reaches the person, and what it may be used for.',
  group: 'contact',
  schema: z.strictObject({
    address: emailAddress().meta({ title: 'Address' }),
    type: emailTypeSchema.optional().meta({ title: 'Kind' }),
    preferred: z.boolean().optional().meta({ title: 'Preferred for contact' }),
    notifications: z.boolean().optional().meta({ title: 'Notifications allowed' }),
    marketing: z.boolean().optional().meta({ title: 'Marketing allowed' }),
  }),
  label: (data) => withDetail(textIn(data, 'address'), textIn(data, 'type')?.toLowerCase()),
  example: { address: 'ada.lovelace@example.org', type: 'Work', preferred: true, marketing: false },
});

const hour = number().int().min(0, 'Must be 0 to 23').max(23, 'Must be 0 to 23');

interface Hours {
  readonly from: number;
  readonly to: number;
}

const hours = z.strictObject({
  from: hour.meta({ title: 'From hour' }),
  to: hour.meta({ title: 'To hour' }),
});

/** Within one day, local to the person. */
const contactHoursSchema = hours.superRefine(
  rule(({ from, to }: Hours) =>
    from < to ? null : { path: ['to'], message: 'Must be later than the hour it starts' },
  ),
);

/** May run over midnight: 22 to 7. */
export const quietHoursSchema = hours.superRefine(
  rule(({ from, to }: Hours) =>
    from === to ? { path: ['to'], message: 'Must be another hour than it starts' } : null,
  ),
);

export const phoneNumberType = defineComponentType({
  title: 'Phone number',
  description: 'A telephone number as it was given, with its country calling code.',
  group: 'contact',
  schema: z.strictObject({
    number: line(50)
      .regex(/\p{Nd}/u, 'Must contain a digit')
      .meta({ title: 'Number' }),
    countryCode: z
      .string('Enter the country calling code, like +41')
      .trim()
      .regex(/^(?:\+|00)?[1-9]\d{0,3}$/, 'Must be a country calling code like +41')
      .overwrite((code) => `+${code.replace(/^(?:\+|00)/, '')}`)
      .meta({ title: 'Country code', description: 'Calling code, like +41 or +1' }),
    type: phoneTypeSchema.optional().meta({ title: 'Kind' }),
    mobile: z.boolean().optional().meta({ title: 'Mobile' }),
    sms: z.boolean().optional().meta({ title: 'Text messages allowed' }),
    calls: z.boolean().optional().meta({ title: 'Calls allowed' }),
    contactHours: contactHoursSchema
      .optional()
      .meta({ title: 'Contact hours', description: 'Hours of the day, 0 to 23, local to the person' }),
  }),
  label: (data) =>
    withDetail(
      phoneText(textIn(data, 'number'), textIn(data, 'countryCode')),
      textIn(data, 'type')?.toLowerCase(),
    ),
  example: { number: '044 668 18 00', countryCode: '+41', type: 'Work', contactHours: { from: 9, to: 17 } },
});

function phoneText(number: string | undefined, countryCode: string | undefined): string | undefined {
  if (number === undefined) return undefined;
  return /^(?:\+|00)/.test(number) ? number : joined([countryCode, number], ' ');
}

interface Messaging {
  readonly platform: string;
  readonly handle: string;
}

function handleFlaw({ platform, handle }: Messaging): string | null {
  if (platform === 'Telegram' && !/^[@+]/.test(handle)) return 'A Telegram handle begins with @ or +';
  if (platform === 'Discord' && !handle.includes('#')) return 'A Discord handle contains #, like name#1234';
  return null;
}

export const messagingAppType = defineComponentType({
  title: 'Messaging app',
  description: 'A handle on a messaging platform.',
  group: 'contact',
  schema: z
    .strictObject({
      platform: messagingPlatformSchema.meta({ title: 'Platform' }),
      handle: line().meta({ title: 'Handle', description: 'Telegram: @name or +number; Discord: name#1234' }),
      preferred: z.boolean().optional().meta({ title: 'Preferred for contact' }),
      notifications: z.boolean().optional().meta({ title: 'Notifications allowed' }),
    })
    .superRefine(
      rule((data: Messaging) => {
        const message = handleFlaw(data);
        return message === null ? null : { path: ['handle'], message };
      }),
    ),
  label: (data) => withDetail(textIn(data, 'handle'), textIn(data, 'platform')),
  example: { platform: 'Telegram', handle: '@ada', preferred: true },
});
