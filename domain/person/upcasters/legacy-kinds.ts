/** The kinds of component that once had events of their own. */
import { isJsonObject, type JsonObject } from '../fields/json.ts';
import { idOf, textOf, variantOf } from './legacy-json.ts';

export interface Kind {
  readonly type: string;
  /** Where the first form kept the component's data; the second spread it over the event. */
  readonly nest?: string;
  /** By what content the first form knew the component again; a kind without it is added under the event's id. */
  readonly key?: (payload: JsonObject) => string | undefined;
}

function inside(payload: JsonObject, nest: string): JsonObject {
  return isJsonObject(payload[nest]) ? payload[nest] : payload;
}

export const email: Kind = {
  type: 'EmailAddress',
  key: ({ email }) => textOf(isJsonObject(email) ? email['address'] : email)?.toLowerCase(),
};
export const phone: Kind = {
  type: 'PhoneNumber',
  key: ({ phone, phone_number }) => textOf(isJsonObject(phone) ? phone['number'] : (phone ?? phone_number)),
};
export const address: Kind = { type: 'Address', key: ({ address_type }) => variantOf(address_type) };
export const employment: Kind = {
  type: 'Employment',
  nest: 'employment',
  key: (payload) => idOf(inside(payload, 'employment')['organization_id']),
};
export const skill: Kind = {
  type: 'Skill',
  nest: 'skill',
  key: (payload) => textOf(payload['skill_name']) ?? textOf(inside(payload, 'skill')['name']),
};
export const profile: Kind = {
  type: 'SocialProfile',
  nest: 'profile',
  key: (payload) => variantOf(inside(payload, 'profile')['platform']),
};
export const relationship: Kind = {
  type: 'Relationship',
  nest: 'relationship',
  key: ({ relationship, related_person_id }) =>
    idOf(isJsonObject(relationship) ? relationship['person_id'] : related_person_id),
};
export const tag: Kind = { type: 'Tag', nest: 'tag', key: tagKey };
export const customAttribute: Kind = {
  type: 'CustomAttribute',
  nest: 'attribute',
  key: (payload) => textOf(inside(payload, 'attribute')['name']),
};
export const certification: Kind = { type: 'Certification', nest: 'certification' };
export const education: Kind = { type: 'Education', nest: 'education' };
export const segment: Kind = { type: 'CustomerSegment', nest: 'segment', key: () => '' };
export const behaviour: Kind = { type: 'BehavioralData', nest: 'data', key: () => '' };
export const communication: Kind = { type: 'CommunicationPreferences', nest: 'preferences', key: () => '' };
export const privacy: Kind = { type: 'PrivacyPreferences', nest: 'preferences', key: () => '' };

function tagKey(payload: JsonObject): string | undefined {
  const { category } = inside(payload, 'tag');
  const name = textOf(payload['tag_name']) ?? textOf(inside(payload, 'tag')['name']);
  return name === undefined ? undefined : `${textOf(category) ?? ''}/${name}`;
}
