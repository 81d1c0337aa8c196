import type { z } from 'zod';
import type { JsonObject } from '../fields/json.ts';
import { attributeType } from './attribute.ts';
import type { ComponentTypeDefinition } from './component-type.ts';
import { emailAddressType, messagingAppType, phoneNumberType } from './contact.ts';
import {
  behavioralDataType,
  customAttributeType,
  customerSegmentType,
  customType,
  tagType,
} from './others.ts';
import { addressType } from './place.ts';
import {
  communicationPreferencesType,
  generalPreferencesType,
  privacyPreferencesType,
} from './preferences.ts';
import { locationRelationshipType, organizationRelationshipType, relationshipType } from './relations.ts';
import { certificationType, educationType, skillType, titleType } from './skills.ts';
import { professionalNetworkType, socialProfileType, websiteType } from './web.ts';
import { affiliationType, employmentType, projectType } from './work.ts';

export type { ComponentGroup, ComponentTypeDefinition } from './component-type.ts';

/** Every kind of component, in the order in which a person's page shows them. */
export const componentTypes = {
  EmailAddress: emailAddressType,
  PhoneNumber: phoneNumberType,
  MessagingApp: messagingAppType,
  Address: addressType,
  Employment: employmentType,
  Affiliation: affiliationType,
  Project: projectType,
  Skill: skillType,
  Certification: certificationType,
  Education: educationType,
  Title: titleType,
  SocialProfile: socialProfileType,
  Website: websiteType,
  ProfessionalNetwork: professionalNetworkType,
  Relationship: relationshipType,
  OrganizationRelationship: organizationRelationshipType,
  LocationRelationship: locationRelationshipType,
  CommunicationPreferences: communicationPreferencesType,
  PrivacyPreferences: privacyPreferencesType,
  GeneralPreferences: generalPreferencesType,
  Attribute: attributeType,
  CustomerSegment: customerSegmentType,
  BehavioralData: behavioralDataType,
  Tag: tagType,
  CustomAttribute: customAttributeType,
  Custom: customType,
} as const;

export type ComponentType = keyof typeof componentTypes;

export const componentTypeNames = Object.keys(componentTypes) as [ComponentType, ...ComponentType[]];

export function isComponentType(type: string): type is ComponentType {
  return Object.hasOwn(componentTypes, type);
}

/** The definition of a stored component's type; undefined where this program does not know it. */
export function definitionOf(type: string): ComponentTypeDefinition | undefined {
  return isComponentType(type) ? componentTypes[type] : undefined;
}

/** A field that no form asks for: a command of its own records it. */
interface DerivedField {
  readonly field: string;
  readonly recordedBy: string;
}

function derivedIn(shape: Readonly<Record<string, z.ZodType>>): readonly DerivedField[] {
  return Object.entries(shape).flatMap(([field, schema]) => {
    const { derived, recordedBy } = schema.meta() ?? {};
    return derived === true ? [{ field, recordedBy: String(recordedBy) }] : [];
  });
}

// Asked for with every component that is added: what a schema says of its fields is looked up once.
const derivedByType: ReadonlyMap<string, readonly DerivedField[]> = new Map(
  Object.entries(componentTypes).map(([type, { schema }]) => [type, derivedIn(schema.shape)]),
);

export function derivedFields(type: string): readonly DerivedField[] {
  return derivedByType.get(type) ?? [];
}

/** One short line for lists and the timeline; never blank, whatever the data is. */
export function componentLabel(type: string, data: JsonObject): string {
  const label = definitionOf(type)?.label(data) ?? '';
  return label === '' ? 'No details yet' : label;
}
