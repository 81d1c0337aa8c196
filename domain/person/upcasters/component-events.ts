/** Upcasters of components under their general names, as registered, added, changed and removed. */
import type { StoredEvent } from '../../kernel/event.ts';
import type { UpcasterChain } from '../../kernel/upcast.ts';
import { isJsonObject, type JsonObject } from '../fields/json.ts';
import { type ComponentKind, componentKind, componentParts } from './component-data.ts';
import type { ComponentParts } from './component-rules.ts';
import { derivedId } from '../../kernel/derived-id.ts';
import { type Lift, lifted, upcaster } from './legacy-event.ts';
import { asText, idOf, textOf } from './legacy-json.ts';

/** Who registered a component was not always asked. */
export const UNKNOWN_REGISTRANT = 'unknown';

/**
 * The id of a component that history knows by type and content only (`key`: the address, the skill's name, …;
 * empty for a type of which a person has one). The events that change and remove it derive the same one.
 */
export function componentIdFor(event: StoredEvent, type: string, key = ''): string {
  return derivedId(event.streamId, type, key);
}

export function componentAdded(
  event: StoredEvent,
  kind: ComponentKind,
  component: { readonly id: string; readonly parts: ComponentParts; readonly registeredBy: string },
): StoredEvent {
  const { data, custom, primary, verified, tags } = component.parts;
  return lifted(event, 'ComponentAdded', 3, {
    componentId: component.id,
    componentType: kind.type,
    data: data ?? {},
    primary: primary ?? false,
    verified: verified ?? false,
    tags: tags ?? [],
    custom: custom ?? {},
    registeredBy: component.registeredBy,
  });
}

export function componentUpdated(
  event: StoredEvent,
  kind: ComponentKind,
  component: { readonly id: string; readonly changes: ComponentParts; readonly reason?: string | null },
): StoredEvent {
  return lifted(event, 'ComponentUpdated', 3, {
    componentId: component.id,
    componentType: kind.type,
    changes: component.changes,
    reason: component.reason ?? null,
  });
}

export function componentRemoved(event: StoredEvent, kind: ComponentKind, id: string): StoredEvent {
  const data = { componentId: id, componentType: kind.type, reason: null };
  return lifted(event, 'ComponentRemoved', 3, data);
}

/** Whoever an event names as its actor registered what it added. */
export function registrant(event: StoredEvent): string {
  return event.metadata.actor ?? UNKNOWN_REGISTRANT;
}

const registered: Lift = ({ event, payload }) => {
  const kind = componentKind(payload['component_type']);
  if (kind === undefined) return null;
  return componentAdded(event, kind, {
    id: registeredId(event, payload),
    parts: kind.customName === undefined ? {} : { data: { name: kind.customName } },
    registeredBy: textOf(payload['registered_by']) ?? UNKNOWN_REGISTRANT,
  });
};

const unregistered: Lift = ({ event, payload }) => {
  const kind = componentKind(payload['component_type']);
  return kind === undefined ? null : componentRemoved(event, kind, registeredId(event, payload));
};

// A type was registered once for a person: under the name that the event used, so that both find each other.
function registeredId(event: StoredEvent, payload: JsonObject): string {
  const type = payload['component_type'];
  return componentIdFor(event, textOf(type) ?? asText(type));
}

const TAGGED: Readonly<Record<string, string>> = {
  'Contact/Email': 'EmailAddress',
  'Contact/Phone': 'PhoneNumber',
  'Contact/Messaging': 'MessagingApp',
  'Professional/Employment': 'Employment',
  'Professional/Affiliation': 'Affiliation',
  'Professional/Project': 'Project',
  'Professional/Skills': 'Skills',
  'Social/SocialMedia': 'SocialProfile',
  'Social/Website': 'Website',
  'Social/ProfessionalNetwork': 'ProfessionalNetwork',
  'Social/Relationship': 'Relationship',
  'Preferences/Communication': 'CommunicationPreferences',
  'Preferences/Privacy': 'PrivacyPreferences',
  'Preferences/General': 'GeneralPreferences',
};

interface TaggedData {
  readonly kind: ComponentKind;
  readonly data: JsonObject;
}

/** `{"Contact": {"Email": {…}}}`: the kind stands in the keys. */
function untagged(value: unknown): TaggedData | undefined {
  const [group, inner] = onlyEntry(value);
  if (group === 'Location' && isJsonObject(inner)) return { kind: { type: 'Address' }, data: inner };
  const [name, data] = onlyEntry(inner);
  const type = TAGGED[`${group}/${name}`];
  if (type === undefined || !isJsonObject(data)) return undefined;
  return type === 'Skills' ? skillsOf(data) : { kind: { type }, data };
}

/** One skill is one; several in one component cannot be parted by one event and are kept as they are. */
function skillsOf(data: JsonObject): TaggedData {
  const skills: readonly unknown[] = Array.isArray(data['skills']) ? data['skills'] : [];
  const [only] = skills;
  const single = skills.length === 1 && isJsonObject(only);
  return single ? { kind: { type: 'Skill' }, data: only } : { kind: { type: 'Skills' }, data };
}

function onlyEntry(value: unknown): readonly [string, unknown] | readonly [] {
  const entries = isJsonObject(value) ? Object.entries(value) : [];
  return entries.length === 1 && entries[0] !== undefined ? entries[0] : [];
}

/** The former system wrote this address where it could not write what had happened. */
const PLACEHOLDER = 'placeholder@example.com';

const dataUpdated: Lift = ({ event, payload }) => {
  const id = idOf(payload['component_id']);
  const found = untagged(payload['data']);
  if (id === undefined || found === undefined) return null;
  const changes = componentParts(found.kind, found.data);
  if (changes.data?.['address'] === PLACEHOLDER) return null;
  return componentUpdated(event, found.kind, { id, changes });
};

const addedV2: Lift = ({ event, payload }) => {
  const kind = componentKind(payload['component_type']);
  if (kind === undefined) return null;
  const data = payload['component_data'] ?? {};
  return componentAdded(event, kind, {
    id: idOf(payload['component_id']) ?? event.metadata.eventId,
    parts: componentParts(kind, isJsonObject(data) ? data : { value: data }),
    registeredBy: registrant(event),
  });
};

const updatedV2: Lift = ({ event, payload }) => {
  const kind = componentKind(payload['component_type']);
  const id = idOf(payload['component_id']);
  const changes = payload['changes'];
  if (kind === undefined || id === undefined || !isJsonObject(changes)) return null;
  return componentUpdated(event, kind, { id, changes: componentParts(kind, changes) });
};

const removedV2: Lift = ({ event, payload }) => {
  const kind = componentKind(payload['component_type']);
  const id = idOf(payload['component_id']);
  return kind === undefined || id === undefined ? null : componentRemoved(event, kind, id);
};

export const componentEventUpcasters: UpcasterChain = {
  'ComponentRegistered@1': upcaster(registered),
  'ComponentUnregistered@1': upcaster(unregistered),
  'ComponentDataUpdated@1': upcaster(dataUpdated),
  'ComponentAdded@2': upcaster(addedV2),
  'ComponentUpdated@2': upcaster(updatedV2),
  'ComponentRemoved@2': upcaster(removedV2),
};
