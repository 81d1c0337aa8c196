import { isJsonObject } from '../fields/json.ts';
import {
  amount,
  asBefore,
  choice,
  type ComponentParts,
  day,
  flag,
  id,
  list,
  primary,
  type Rule,
  type Rules,
  text,
  variant,
  verified,
} from './component-rules.ts';
import { derivedId } from '../../kernel/derived-id.ts';
import { asText, idOf, instantOf, textOf } from './legacy-json.ts';

const period: Rules = { start_date: day('startDate'), end_date: day('endDate') };

/** What is ongoing has no end today: where an end was recorded, it is the fact. */
export function withoutOngoingEnd(parts: ComponentParts): ComponentParts {
  if (parts.data?.['ongoing'] !== true || parts.data['endDate'] === undefined) return parts;
  const { ongoing: _contradicted, ...data } = parts.data;
  return { ...parts, data, custom: { ...parts.custom, ongoing: 'true' } };
}

export const employmentRules: Rules = {
  ...period,
  company: text('company'),
  company_name: text('company'),
  organization_name: text('company'),
  position: text('position'),
  job_title: text('position'),
  role: text('position'),
  department: text('department'),
  employment_type: choice(
    'type',
    asBefore('FullTime', 'PartTime', 'Contract', 'Temporary', 'Internship', 'Volunteer', 'Other'),
    { Freelance: 'SelfEmployed', Consultant: 'Contract', Partner: 'Other', Advisor: 'Other' },
  ),
  is_current: flag('current'),
  current: flag('current'),
  location: text('location'),
  description: text('notes'),
  achievements: list('achievements'),
  primary,
  is_primary: primary,
};

export const affiliationRules: Rules = {
  ...period,
  organization_name: text('organization'),
  organization: text('organization'),
  member_id: text('membershipId'),
  role: text('role'),
  is_active: flag('ongoing'),
};

export const projectRules: Rules = {
  ...period,
  project_name: text('name'),
  name: text('name'),
  description: text('description'),
  role: text('role'),
  technologies: list('technologies'),
  outcomes: list('outcomes'),
  is_ongoing: flag('ongoing'),
  url: text('url'),
};

/** Endorsements are found by an id today; those of a list get one from what they say. */
const endorsements: Rule = (value) => {
  if (!Array.isArray(value)) return undefined;
  const entries = value.map(endorsement);
  return entries.every((entry) => entry !== undefined)
    ? { data: { endorsements: Object.fromEntries(entries) } }
    : undefined;
};

function endorsement(value: unknown): readonly [string, object] | undefined {
  if (!isJsonObject(value)) return undefined;
  const [endorserName, endorsedAt] = [textOf(value['endorser_name']), instantOf(value['date'])];
  if (endorserName === undefined || endorsedAt === undefined) return undefined;
  const [endorserId, comment] = [idOf(value['endorser_id']), textOf(value['comment'])];
  const said = { endorserName, ...(endorserId && { endorserId }), ...(comment && { comment }), endorsedAt };
  return [derivedId('endorsement', asText(said)), said];
}

export const skillRules: Rules = {
  name: text('name'),
  skill_name: text('name'),
  category: variant('category'),
  proficiency: choice('proficiency', asBefore('Beginner', 'Intermediate', 'Advanced', 'Expert')),
  years_of_experience: amount('yearsOfExperience'),
  years_experience: amount('yearsOfExperience'),
  last_used: day('lastUsed'),
  certifications: list('certifications'),
  endorsements,
  verified,
  is_verified: verified,
};

export const certificationRules: Rules = {
  name: text('name'),
  issuing_organization: text('issuer'),
  issuer: text('issuer'),
  issue_date: day('issuedOn'),
  expiry_date: day('expiresOn'),
  credential_id: text('credentialId'),
  verification_url: text('url'),
};

export const educationRules: Rules = {
  ...period,
  institution: text('institution'),
  degree: variant('degree'),
  degree_type: variant('degree'),
  field_of_study: text('field'),
  grade: text('grade'),
};

export const socialProfileRules: Rules = {
  platform: variant('platform'),
  username: text('username'),
  profile_url: text('url'),
  url: text('url'),
  is_verified: verified,
  verified,
};

export const websiteRules: Rules = {
  url: text('url'),
  title: text('title'),
  description: text('description'),
  is_primary: primary,
};

export const professionalNetworkRules: Rules = {
  network_name: text('network'),
  member_id: text('memberId'),
  profile_url: text('url'),
};

export const relationshipRules: Rules = {
  ...period,
  other_person_id: id('otherPersonId'),
  related_person_id: id('otherPersonId'),
  person_id: id('otherPersonId'),
  relationship_type: variant('relationshipType'),
  role: text('role'),
  strength: amount('strength'),
  notes: text('notes'),
};

export const segmentRules: Rules = {
  segment_type: variant('segment'),
  segment: variant('segment'),
  score: amount('score'),
};

export const tagRules: Rules = { name: text('name'), category: text('category') };

export const customAttributeRules: Rules = { name: text('name'), value: text('value') };
