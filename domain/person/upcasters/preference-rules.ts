import { isHostileKey, isJsonObject, type JsonObject } from '../fields/json.ts';
import { amount, asBefore, choice, flag, nested, type Rule, type Rules, text } from './component-rules.ts';
import { hoursOf } from './contact-rules.ts';
import { asText, instantOf, textOf, variantOf } from './legacy-json.ts';

const CHANNELS: Readonly<Record<string, string>> = {
  Email: 'Email',
  Phone: 'Phone',
  SMS: 'Sms',
  WhatsApp: 'Messaging',
  PostalMail: 'Post',
  Mail: 'Post',
};

/** Today's channels, the wish for others (in the app, push) kept beside them. */
const channels: Rule = (value) => {
  const wanted = (Array.isArray(value) ? value : [value]).map((item) => variantOf(item) ?? asText(item));
  const known = wanted.filter((name) => Object.hasOwn(CHANNELS, name)).map((name) => CHANNELS[name]);
  const others = wanted.filter((name) => !Object.hasOwn(CHANNELS, name));
  return {
    ...(known.length > 0 ? { data: { channels: [...new Set(known)] } } : {}),
    ...(others.length > 0 ? { custom: { otherChannels: others.join(', ') } } : {}),
  };
};

const doNotDisturb: Rule = (value) => {
  const hours = hoursOf(value, 'start_hour', 'end_hour');
  if (hours === undefined || !isJsonObject(value)) return undefined;
  const timeZone = textOf(value['timezone']);
  const weekends = value['include_weekends'];
  return {
    data: { doNotDisturb: hours, ...(timeZone === undefined ? {} : { timeZone }) },
    ...(weekends === undefined ? {} : { custom: { includeWeekends: asText(weekends) } }),
  };
};

export const communicationRules: Rules = {
  preferred_language: text('language'),
  preferred_channels: channels,
  preferred_channel: channels,
  contact_frequency: choice('frequency', asBefore('Daily', 'Weekly', 'Monthly', 'Never')),
  do_not_contact: flag('doNotContact'),
  do_not_disturb_hours: doNotDisturb,
  timezone: text('timeZone'),
};

const DAYS_KEPT: Readonly<Record<string, number>> = { OneYear: 365, ThreeYears: 1095, FiveYears: 1826 };

const retention: Rule = (value) => {
  const days = DAYS_KEPT[variantOf(value) ?? ''];
  return days === undefined ? undefined : { data: { retentionDays: days } };
};

const visibility = choice('visibility', { ...asBefore('Public', 'Private'), Connections: 'Contacts' });

/** What was recorded about one consent, in today's form; undefined where it says nothing. */
export function consentOf(value: JsonObject, recordedAt: string | undefined): JsonObject | undefined {
  const at = instantOf(value['timestamp']) ?? recordedAt;
  if (typeof value['granted'] !== 'boolean' || at === undefined) return undefined;
  const ip = textOf(value['ip_address']);
  return {
    granted: value['granted'],
    consentVersion: textOf(value['version']) ?? 'unknown',
    recordedAt: at,
    ...(ip === undefined ? {} : { ip }),
  };
}

const consentRecords: Rule = (value) => {
  if (!Array.isArray(value)) return undefined;
  const entries = value.map((item) => {
    const type = isJsonObject(item) ? textOf(item['consent_type']) : undefined;
    const consent = isJsonObject(item) ? consentOf(item, undefined) : undefined;
    return type === undefined || consent === undefined || isHostileKey(type)
      ? undefined
      : ([type, consent] as const);
  });
  return entries.every((entry) => entry !== undefined)
    ? { data: { consents: Object.fromEntries(entries) } }
    : undefined;
};

export const privacyRules: Rules = {
  data_sharing: nested(() => privacyRules),
  allow_third_party_sharing: flag('dataSharing'),
  third_party_sharing: flag('dataSharing'),
  visibility_settings: nested(() => privacyRules),
  profile_visibility: visibility,
  data_retention_preference: retention,
  retention_period: amount('retentionDays'),
  consent_records: consentRecords,
};

export const generalRules: Rules = {
  theme: choice('theme', asBefore('Light', 'Dark', 'System')),
  currency: text('currency'),
  units: choice('units', asBefore('Metric', 'Imperial')),
  language: text('language'),
  date_format: text('dateFormat'),
};
