/**
 * Component data of the first form: `{"Contact": {"Email": {…}}}`, typed, with every field that its reader asks for.
 * Types that had no such data are registered there, and no more.
 */
import type { JsonObject } from '../person/fields/json.ts';
import type { Component } from '../person/index.ts';
import { entityId, oldDay } from './old-values.ts';

type Told = Pick<Component, 'type' | 'data' | 'primary' | 'verified'>;
type Writer = (component: Told) => JsonObject;

function orNull(value: unknown): unknown {
  return value ?? null;
}

function list(value: unknown): unknown {
  return value ?? [];
}

const email: Writer = ({ data, verified }) => ({
  email: { address: data['address'], verified },
  email_type: data['type'] ?? 'Other',
  is_preferred_contact: data['preferred'] === true,
  can_receive_notifications: data['notifications'] === true,
  can_receive_marketing: data['marketing'] === true,
});

const phone: Writer = ({ data }) => ({
  phone: {
    number: data['number'],
    country_code: orNull(data['countryCode']),
    extension: null,
    sms_capable: data['sms'] === true,
  },
  phone_type: data['type'] ?? 'Other',
  country_code: data['countryCode'] ?? '',
  is_mobile: data['mobile'] === true,
  can_receive_sms: data['sms'] === true,
  can_receive_calls: data['calls'] === true,
  preferred_contact_time: null,
});

const OLD_PLATFORMS: ReadonlySet<unknown> = new Set([
  'WhatsApp',
  'Telegram',
  'Signal',
  'Discord',
  'Slack',
  'WeChat',
  'Line',
]);

const messaging: Writer = ({ data, verified }) => ({
  platform: OLD_PLATFORMS.has(data['platform']) ? data['platform'] : { Other: data['platform'] },
  handle: data['handle'],
  display_name: null,
  is_verified: verified,
  preferences: {
    allow_voice_calls: false,
    allow_video_calls: false,
    allow_group_invites: false,
    notification_enabled: data['notifications'] === true,
  },
});

const EMPLOYMENT_TYPES: Readonly<Record<string, string>> = { SelfEmployed: 'Freelance', Elected: 'Other' };

/** The kind of an employment by its former name. */
export function oldEmploymentType(type: unknown): string {
  const name = typeof type === 'string' ? type : 'Other';
  return EMPLOYMENT_TYPES[name] ?? name;
}

const employment: Writer = ({ data }) => ({
  company: data['company'],
  position: data['position'],
  start_date: orNull(data['startDate']),
  end_date: orNull(data['endDate']),
  employment_type: oldEmploymentType(data['type']),
  is_current: data['current'] === true,
  description: orNull(data['notes']),
  achievements: list(data['achievements']),
});

const affiliation: Writer = ({ data }) => ({
  organization_name: data['organization'],
  membership_type: 'Member',
  member_id: orNull(data['membershipId']),
  role: orNull(data['role']),
  start_date: oldDay(data['startDate']),
  end_date: oldDay(data['endDate']),
  is_active: data['ongoing'] === true,
  committees: [],
  contributions: [],
});

const project: Writer = ({ data }) => ({
  project_name: data['name'],
  description: data['description'] ?? '',
  role: data['role'] ?? '',
  company: null,
  client: null,
  start_date: oldDay(data['startDate']),
  end_date: oldDay(data['endDate']),
  is_ongoing: data['ongoing'] === true,
  team_size: null,
  budget: null,
  technologies: list(data['technologies']),
  methodologies: [],
  deliverables: [],
  outcomes: list(data['outcomes']),
  url: orNull(data['url']),
});

const skills: Writer = ({ data }) => ({
  skills: [
    {
      name: data['name'],
      category: data['category'] ?? 'Other',
      proficiency: data['proficiency'] ?? 'Beginner',
      years_experience: orNull(data['yearsOfExperience']),
      last_used: oldDay(data['lastUsed']),
      endorsement_count: Object.keys(data['endorsements'] ?? {}).length,
      certifications: list(data['certifications']),
    },
  ],
  specializations: [],
});

const socialMedia: Writer = ({ data, verified }) => ({
  platform: data['platform'],
  username: data['username'],
  profile_url: data['url'] ?? '',
  display_name: null,
  bio: null,
  follower_count: null,
  following_count: null,
  is_verified: verified,
  is_business_account: false,
  last_synced: null,
});

const website: Writer = ({ data, primary }) => ({
  url: data['url'],
  title: orNull(data['title']),
  description: orNull(data['description']),
  website_type: 'Other',
  is_primary: primary,
  technologies: [],
  last_updated: null,
});

const network: Writer = ({ data }) => ({
  network_name: data['network'],
  member_id: data['memberId'],
  profile_url: orNull(data['url']),
  connection_count: null,
  membership_level: null,
  specializations: [],
  joined_date: null,
});

const relationship: Writer = ({ data }) => ({
  other_person_id: entityId(String(data['otherPersonId'])),
  relationship_type: data['relationshipType'],
  start_date: orNull(data['startDate']),
  end_date: orNull(data['endDate']),
  notes: orNull(data['notes']),
});

const WRITERS: Readonly<Record<string, readonly [group: string, name: string, write: Writer]>> = {
  EmailAddress: ['Contact', 'Email', email],
  PhoneNumber: ['Contact', 'Phone', phone],
  MessagingApp: ['Contact', 'Messaging', messaging],
  Employment: ['Professional', 'Employment', employment],
  Affiliation: ['Professional', 'Affiliation', affiliation],
  Project: ['Professional', 'Project', project],
  Skill: ['Professional', 'Skills', skills],
  SocialProfile: ['Social', 'SocialMedia', socialMedia],
  Website: ['Social', 'Website', website],
  ProfessionalNetwork: ['Social', 'ProfessionalNetwork', network],
  Relationship: ['Social', 'Relationship', relationship],
};

/** Null for a type that had none. */
export function taggedData(component: Told): JsonObject | null {
  const writer = Object.hasOwn(WRITERS, component.type) ? WRITERS[component.type] : undefined;
  if (writer === undefined) return null;
  const [group, name, write] = writer;
  return { [group]: { [name]: write(component) } };
}
