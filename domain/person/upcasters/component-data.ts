/** Turns a component of the former system, in any of the forms it was ever written in, into today's. */
import { isHostileKey, isJsonObject, type JsonObject } from '../fields/json.ts';
import { type ComponentParts, merged, moment, type Rules, translate } from './component-rules.ts';
import { addressRules, emailRules, messagingRules, phoneRules } from './contact-rules.ts';
import { asText, textOf } from './legacy-json.ts';
import { communicationRules, generalRules, privacyRules } from './preference-rules.ts';
import {
  affiliationRules,
  certificationRules,
  customAttributeRules,
  educationRules,
  employmentRules,
  professionalNetworkRules,
  projectRules,
  relationshipRules,
  segmentRules,
  skillRules,
  socialProfileRules,
  tagRules,
  websiteRules,
  withoutOngoingEnd,
} from './work-rules.ts';

const RULES: Readonly<Record<string, Rules>> = {
  EmailAddress: emailRules,
  PhoneNumber: phoneRules,
  MessagingApp: messagingRules,
  Address: addressRules,
  Employment: employmentRules,
  Affiliation: affiliationRules,
  Project: projectRules,
  Skill: skillRules,
  Certification: certificationRules,
  Education: educationRules,
  SocialProfile: socialProfileRules,
  Website: websiteRules,
  ProfessionalNetwork: professionalNetworkRules,
  Relationship: relationshipRules,
  CommunicationPreferences: communicationRules,
  PrivacyPreferences: privacyRules,
  GeneralPreferences: generalRules,
  CustomerSegment: segmentRules,
  Tag: tagRules,
  CustomAttribute: customAttributeRules,
};

/** Names that the former system had besides, and the plurals that nobody could tell from the singular. */
const ALIASES: Readonly<Record<string, string>> = {
  ProfessionalAffiliation: 'Affiliation',
  Skills: 'Skill',
  Location: 'Address',
  Relationships: 'Relationship',
  Preferences: 'GeneralPreferences',
};

export interface ComponentKind {
  readonly type: string;
  /** The name of a kind that somebody made up: `{"Custom": "skill_recommendations"}`. */
  readonly customName?: string;
}

const CUSTOM_TEXT = /^(?:Custom|External)\((.*)\)$/;

/** Undefined where the value names no type. Types that are not known keep their name. */
export function componentKind(value: unknown): ComponentKind | undefined {
  const customName = customNameOf(value);
  if (customName !== undefined) return { type: 'Custom', customName };
  const name = textOf(value);
  if (name === undefined || isHostileKey(name)) return undefined;
  return { type: Object.hasOwn(ALIASES, name) ? (ALIASES[name] ?? name) : name };
}

function customNameOf(value: unknown): string | undefined {
  if (isJsonObject(value)) return textOf(value['Custom']) ?? textOf(value['External']);
  return CUSTOM_TEXT.exec(textOf(value) ?? '')?.[1];
}

/** Today's data, flags and custom fields of a component; `legacy` is what the event held for it. */
export function componentParts(kind: ComponentKind, legacy: JsonObject): ComponentParts {
  const { inner, about } = unwrapInstance(legacy);
  return merged(partsOf(kind, inner), about);
}

function partsOf(kind: ComponentKind, legacy: JsonObject): ComponentParts {
  if (kind.type === 'Custom') return customParts(kind.customName ?? 'Custom', legacy);
  if (kind.type === 'BehavioralData') return measureParts(legacy);
  const rules = Object.hasOwn(RULES, kind.type) ? RULES[kind.type] : undefined;
  if (rules !== undefined) return withoutOngoingEnd(translate(rules, legacy));
  return { data: Object.fromEntries(Object.entries(legacy).filter(([key]) => !isHostileKey(key))) };
}

/** An instance stored with its record: `{id, person_id, data, metadata, is_primary, is_verified}`. */
function unwrapInstance(legacy: JsonObject): { readonly inner: JsonObject; readonly about: ComponentParts } {
  const { data, is_primary, is_verified, metadata } = legacy;
  if (!isJsonObject(data) || typeof is_primary !== 'boolean') return { inner: legacy, about: {} };
  const record = isJsonObject(metadata) ? metadata : {};
  const tags = Array.isArray(record['tags']) ? record['tags'].filter((tag) => typeof tag === 'string') : [];
  const fields = isJsonObject(record['custom_fields']) ? record['custom_fields'] : {};
  const custom = Object.entries(fields).filter(([key]) => !isHostileKey(key));
  return {
    inner: data,
    about: {
      primary: is_primary,
      verified: is_verified === true,
      ...(tags.length > 0 ? { tags } : {}),
      ...(custom.length > 0
        ? { custom: Object.fromEntries(custom.map(([key, value]) => [key, asText(value)])) }
        : {}),
    },
  };
}

function customParts(name: string, legacy: JsonObject): ComponentParts {
  const entries = Object.entries(legacy).filter(([key, value]) => value !== null && !isHostileKey(key));
  const scalars = entries.filter(([, value]) => isScalar(value));
  const others = entries.filter(([, value]) => !isScalar(value));
  return {
    data: { name, ...(scalars.length > 0 ? { fields: Object.fromEntries(scalars) } : {}) },
    ...(others.length > 0
      ? { custom: Object.fromEntries(others.map(([key, value]) => [key, asText(value)])) }
      : {}),
  };
}

function isScalar(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'boolean' || textOf(value) !== undefined;
}

const MEASURES: Readonly<Record<string, string>> = {
  lifetime_value: 'Lifetime value',
  engagement_score: 'Engagement score',
  average_order_value: 'Average order value',
  purchase_frequency: 'Purchase frequency',
  churn_risk: 'Churn risk',
};

/** One component held several measures; today each is its own: the first stands, the others are kept beside it. */
function measureParts(legacy: JsonObject): ComponentParts {
  const [first] = Object.keys(MEASURES).filter((key) => typeof legacy[key] === 'number');
  if (first === undefined) return translate({}, legacy);
  const { [first]: value, last_interaction, ...rest } = legacy;
  const when = translate({ last_interaction: moment('observedAt') }, { last_interaction });
  return [{ data: { metric: MEASURES[first], value } }, when, translate({}, rest)].reduce(merged, {});
}
