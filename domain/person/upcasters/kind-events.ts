/**
 * Upcasters of the events that each kind of component once had of its own. They were written in two forms under
 * the same names and without a version: the first (0.1, 0.2) knew a component by its content (the address, the
 * skill's name, the organisation), the second (0.3 on) by a component id. Both are version 1 here and told
 * apart by what they carry.
 */
import type { UpcasterChain } from '../../kernel/upcast.ts';
import { isHostileKey, isJsonObject, type JsonObject } from '../fields/json.ts';
import { componentParts } from './component-data.ts';
import {
  componentAdded,
  componentIdFor,
  componentRemoved,
  componentUpdated,
  registrant,
} from './component-events.ts';
import type { ComponentParts } from './component-rules.ts';
import { type LegacyEvent, type Lift, upcaster } from './legacy-event.ts';
import {
  address,
  behaviour,
  certification,
  communication,
  customAttribute,
  education,
  email,
  employment,
  type Kind,
  phone,
  privacy,
  profile,
  relationship,
  segment,
  skill,
  tag,
} from './legacy-kinds.ts';
import { dateOf, idOf, textOf, without } from './legacy-json.ts';
import { consentOf } from './preference-rules.ts';

const ADDRESSING: ReadonlySet<string> = new Set([
  'component_id',
  'organization_id',
  'skill_name',
  'platform',
]);
const IDS: ReadonlySet<string> = new Set(['person_id', 'component_id']);

/** The id that the event names, or the one derived from what it says; undefined where it says neither. */
function idIn({ event, payload }: LegacyEvent, kind: Kind): string | undefined {
  const key = kind.key?.(payload);
  const derived = key === undefined ? undefined : componentIdFor(event, kind.type, key);
  return idOf(payload['component_id']) ?? derived;
}

/** An addition that carries nothing is none. */
function added(kind: Kind): Lift {
  return (legacy) => {
    const { event, payload } = legacy;
    const parts = componentParts(kind, contentOf(payload, kind));
    if (parts.data === undefined) return null;
    const id = idIn(legacy, kind) ?? event.metadata.eventId;
    return componentAdded(event, kind, { id, parts, registeredBy: registrant(event) });
  };
}

function contentOf(payload: JsonObject, kind: Kind): JsonObject {
  const nested = kind.nest === undefined ? undefined : payload[kind.nest];
  if (!isJsonObject(nested) || kind.nest === undefined) return without(payload, IDS);
  return { ...without(payload, new Set([...IDS, kind.nest])), ...nested };
}

/** Where an event names an organisation by its id alone, which tells a reader nothing. */
const UNKNOWN_COMPANY = 'Unknown organisation';

/** The second version named an organisation by id, and a role. */
const employmentV2: Lift = ({ event, payload }) => {
  const { organization_id, ...said } = without(payload, IDS);
  const organizationId = idOf(organization_id);
  const { data, custom, ...flags } = componentParts(employment, said);
  if (organizationId === undefined && data?.['company'] === undefined) return null;
  return componentAdded(event, employment, {
    id: event.metadata.eventId,
    parts: {
      ...flags,
      data: { company: UNKNOWN_COMPANY, ...data },
      custom: { ...custom, ...(organizationId && { organizationId }) },
    },
    registeredBy: registrant(event),
  });
};

/** What changed stands in `changes` (second form), in `updates`, beside the key, or where an addition has it. */
function updated(kind: Kind, fixed: ComponentParts = {}): Lift {
  return (legacy) => {
    const { event, payload } = legacy;
    const id = idIn(legacy, kind);
    if (id === undefined) return null;
    const changed = payload['changes'] ?? payload['updates'] ?? without(contentOf(payload, kind), ADDRESSING);
    const said = componentParts(kind, isJsonObject(changed) ? changed : {});
    return componentUpdated(event, kind, { id, changes: { ...said, ...fixed } });
  };
}

function removed(kind: Kind): Lift {
  return (legacy) => {
    const id = idIn(legacy, kind);
    return id === undefined ? null : componentRemoved(legacy.event, kind, id);
  };
}

/** Only the fact that an event states, whatever else it carries. */
function stated(kind: Kind, changesOf: (legacy: LegacyEvent) => ComponentParts | undefined): Lift {
  return (legacy) => {
    const id = idIn(legacy, kind);
    const changes = changesOf(legacy);
    if (id === undefined || changes === undefined) return null;
    const reason = textOf(legacy.payload['reason']) ?? null;
    return componentUpdated(legacy.event, kind, { id, changes, reason });
  };
}

function ended(extra: JsonObject): (legacy: LegacyEvent) => ComponentParts | undefined {
  return ({ payload }) => {
    const endDate = dateOf(payload['end_date']);
    return endDate === undefined ? undefined : { data: { ...extra, endDate } };
  };
}

function relationshipChanges({ payload }: LegacyEvent): ComponentParts {
  return componentParts(relationship, { status: payload['status'], notes: payload['notes'] });
}

function endorsement({ event, payload }: LegacyEvent): ComponentParts | undefined {
  const endorserName = textOf(payload['endorser_name']);
  if (endorserName === undefined) return undefined;
  const endorserId = idOf(payload['endorser_id']);
  const comment = textOf(payload['comment']);
  const said = {
    endorserName,
    ...(endorserId === undefined ? {} : { endorserId }),
    ...(comment === undefined ? {} : { comment }),
    endorsedAt: event.metadata.timestamp,
  };
  return { data: { endorsements: { [event.metadata.eventId]: said } } };
}

function consent({ event, payload }: LegacyEvent): ComponentParts | undefined {
  const type = textOf(payload['consent_type']);
  const said = consentOf(payload, event.metadata.timestamp);
  if (type === undefined || said === undefined || isHostileKey(type)) return undefined;
  return { data: { consents: { [type]: said } } };
}

export const kindEventUpcasters: UpcasterChain = {
  'EmailAdded@1': upcaster(added(email)),
  'EmailUpdated@1': upcaster(updated(email)),
  'EmailVerified@1': upcaster(stated(email, () => ({ verified: true }))),
  'EmailRemoved@1': upcaster(removed(email)),
  'PhoneAdded@1': upcaster(added(phone)),
  'PhoneUpdated@1': upcaster(updated(phone)),
  'PhoneRemoved@1': upcaster(removed(phone)),
  'AddressAdded@1': upcaster(added(address)),
  'AddressRemoved@1': upcaster(removed(address)),
  'EmploymentAdded@1': upcaster(added(employment)),
  'EmploymentAdded@2': upcaster(employmentV2),
  'EmploymentUpdated@1': upcaster(updated(employment)),
  'EmploymentEnded@1': upcaster(stated(employment, ended({ current: false }))),
  'EmploymentRemoved@1': upcaster(removed(employment)),
  'SkillAdded@1': upcaster(added(skill)),
  'SkillUpdated@1': upcaster(updated(skill)),
  'SkillEndorsed@1': upcaster(stated(skill, endorsement)),
  'SkillRemoved@1': upcaster(removed(skill)),
  'CertificationAdded@1': upcaster(added(certification)),
  'EducationAdded@1': upcaster(added(education)),
  'SocialProfileAdded@1': upcaster(added(profile)),
  'SocialProfileUpdated@1': upcaster(updated(profile)),
  'SocialProfileRemoved@1': upcaster(removed(profile)),
  'RelationshipAdded@1': upcaster(added(relationship)),
  'RelationshipUpdated@1': upcaster(stated(relationship, relationshipChanges)),
  'RelationshipEnded@1': upcaster(stated(relationship, ended({}))),
  'TagAdded@1': upcaster(added(tag)),
  'TagRemoved@1': upcaster(removed(tag)),
  'CustomAttributeSet@1': upcaster(added(customAttribute)),
  'CustomerSegmentSet@1': upcaster(added(segment)),
  'BehavioralDataUpdated@1': upcaster(added(behaviour)),
  'CommunicationPreferencesSet@1': upcaster(added(communication)),
  'CommunicationPreferencesUpdated@1': upcaster(updated(communication)),
  // Consents had events of their own: what they began is changed, not begun anew.
  'PrivacyPreferencesSet@1': upcaster(updated(privacy)),
  'PrivacyPreferencesUpdated@1': upcaster(updated(privacy)),
  'ConsentRecorded@1': upcaster(stated(privacy, consent)),
};
