import { isJsonObject } from '../fields/json.ts';
import {
  asBefore,
  choice,
  type ComponentParts,
  either,
  flag,
  nested,
  primary,
  type Rule,
  type Rules,
  text,
  verified,
} from './component-rules.ts';
import { asText, textOf } from './legacy-json.ts';

/** Onboarding wrote `"type": "primary"` where others wrote the kind. */
const saysPrimary: Rule = (value) => (value === 'primary' ? { primary: true } : undefined);

const emailKind = choice('type', asBefore('Personal', 'Work', 'School', 'Other'));

export const emailRules: Rules = {
  address: text('address'),
  email: either(
    text('address'),
    nested(() => emailRules),
  ),
  email_type: emailKind,
  type: either(saysPrimary, emailKind),
  is_preferred_contact: flag('preferred'),
  is_preferred: flag('preferred'),
  preferred: flag('preferred'),
  can_receive_notifications: flag('notifications'),
  notifications: flag('notifications'),
  can_receive_marketing: flag('marketing'),
  marketing: flag('marketing'),
  primary,
  is_primary: primary,
  verified,
  is_verified: verified,
};

const phoneKind = choice('type', asBefore('Mobile', 'Home', 'Work', 'School', 'Fax', 'Other'), {
  Emergency: 'Other',
});

const countryCode: Rule = (value) => {
  const code = textOf(value)?.replace(/^(?:\+|00)/, '');
  return code !== undefined && /^[1-9]\d{0,3}$/.test(code)
    ? { data: { countryCode: `+${code}` } }
    : undefined;
};

/** Today knows one range of hours; what else was said about the time is kept beside it. */
const contactTime: Rule = (value) => {
  if (!isJsonObject(value) || !Array.isArray(value['preferred_hours'])) return undefined;
  const [hours, ...more] = value['preferred_hours'] as readonly unknown[];
  const range = hoursOf(hours, 'start', 'end');
  if (range === undefined || range.from > range.to || more.length > 0) return undefined;
  const rest = { timezone: value['timezone'], preferred_days: value['preferred_days'] };
  return { data: { contactHours: range }, custom: { contactTime: asText(rest) } };
};

/** May run over midnight. Undefined where the range says nothing: it must end at another hour than it began. */
export function hoursOf(value: unknown, from: string, to: string): Range | undefined {
  if (!isJsonObject(value)) return undefined;
  const [start, end] = [value[from], value[to]];
  return isHour(start) && isHour(end) && start !== end ? { from: start, to: end } : undefined;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function isHour(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 23;
}

export const phoneRules: Rules = {
  number: text('number'),
  phone_number: text('number'),
  phone: either(
    text('number'),
    nested(() => phoneRules),
  ),
  phone_type: phoneKind,
  type: either(saysPrimary, phoneKind),
  country_code: countryCode,
  is_mobile: flag('mobile'),
  mobile: flag('mobile'),
  can_receive_sms: flag('sms'),
  sms_capable: flag('sms'),
  sms: flag('sms'),
  can_receive_calls: flag('calls'),
  calls: flag('calls'),
  preferred_contact_time: contactTime,
  primary,
  is_primary: primary,
  verified,
  is_verified: verified,
};

const PLATFORMS = ['WhatsApp', 'Telegram', 'Signal', 'Discord', 'Slack', 'WeChat', 'Line', 'Other'];

export const messagingRules: Rules = {
  platform: choice('platform', asBefore(...PLATFORMS), { Viber: 'Other' }),
  handle: text('handle'),
  is_verified: verified,
  preferences: nested(() => ({ notification_enabled: flag('notifications') })),
};

const addressKind = choice(
  'type',
  {
    ...asBefore('Home', 'Work', 'Office', 'Billing', 'Shipping', 'Other'),
    Residential: 'Home',
    Business: 'Work',
  },
  { Mailing: 'Other' },
);

const streetLines: Rule = (value) => {
  const lines = Array.isArray(value) ? value.map(textOf).filter((line) => line !== undefined) : [];
  return lines.length > 0 ? { data: { street: lines.join(', ') } } : undefined;
};

const countryLetters: Rule = (value) => {
  const code = textOf(value)?.toUpperCase();
  return code !== undefined && /^[A-Z]{2}$/.test(code) ? { data: { country: code } } : undefined;
};

const coordinates: Rule = (value) => {
  if (!isJsonObject(value)) return undefined;
  const { latitude, longitude, ...rest } = value;
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return undefined;
  const parts: ComponentParts = { data: { coordinates: { latitude, longitude } } };
  const accuracy = rest['accuracy_meters'];
  return typeof accuracy === 'number' ? { ...parts, custom: { accuracyMeters: String(accuracy) } } : parts;
};

export const addressRules: Rules = {
  address: nested(() => addressRules),
  address_type: addressKind,
  type: addressKind,
  street: text('street'),
  street1: text('street'),
  street_lines: streetLines,
  street2: text('unit'),
  city: text('city'),
  state_province: text('region'),
  region: text('region'),
  postal_code: text('postalCode'),
  country: countryLetters,
  country_code: countryLetters,
  coordinates,
  is_verified: verified,
  verified,
  primary,
  is_primary: primary,
};
