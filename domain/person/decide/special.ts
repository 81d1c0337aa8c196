import { accept } from '../../kernel/outcome.ts';
import type { ComponentType } from '../components/index.ts';
import { isJsonObject, type JsonObject } from '../fields/json.ts';
import { differencePatch } from '../fields/merge-patch.ts';
import { componentOf, componentsOfType, type ExistingPerson } from '../state.ts';
import { changeComponent } from './change-component.ts';
import { addition } from './components.ts';
import { type PersonContext, type PersonDecision, whileActive } from './handler.ts';
import * as refused from './component-refusals.ts';

export const endorseSkill = whileActive<'EndorseSkill'>(({ data, commandId }, person, context) => {
  const { componentId, endorserId, endorserName, comment } = data;
  if (endorserId?.toLowerCase() === person.personId) return refused.endorsementByOneself();
  const endorsement = { endorserId, endorserName, comment, endorsedAt: context.now };
  const changes = { data: { endorsements: { [commandId]: endorsement } } };
  return changeComponent({ componentId, changes, expected: 'Skill' }, person, context);
});

interface Single {
  readonly componentType: ComponentType;
  readonly patch: JsonObject;
  readonly commandId: string;
  readonly reason?: string | undefined;
}

/** Adds the one component of a type, or changes it where the person has it. */
function upsert(single: Single, person: ExistingPerson, context: PersonContext): PersonDecision {
  const { componentType, patch, commandId, reason } = single;
  const [existing] = componentsOfType(person, componentType);
  if (existing !== undefined) {
    return changeComponent(
      { componentId: existing.componentId, changes: { data: patch }, reason },
      person,
      context,
    );
  }
  const given = Object.values(patch).some((value) => value !== null && value !== undefined);
  if (!given) return accept();
  return addition({ componentId: commandId, componentType, data: patch }, person, context);
}

export const updateCommunicationPreferences = whileActive<'UpdateCommunicationPreferences'>(
  ({ data, commandId }, person, context) => {
    const { personId: _personId, reason, ...patch } = data;
    return upsert({ componentType: 'CommunicationPreferences', patch, commandId, reason }, person, context);
  },
);

export const updatePrivacyPreferences = whileActive<'UpdatePrivacyPreferences'>(
  ({ data, commandId }, person, context) => {
    const { personId: _personId, reason, ...patch } = data;
    return upsert({ componentType: 'PrivacyPreferences', patch, commandId, reason }, person, context);
  },
);

export const recordConsent = whileActive<'RecordConsent'>(({ data, commandId }, person, context) => {
  const { consentType, granted, consentVersion, ip = null } = data;
  const consent = { granted, consentVersion, ip, recordedAt: context.now };
  const patch = { consents: { [consentType]: consent } };
  return upsert({ componentType: 'PrivacyPreferences', patch, commandId }, person, context);
});

export const recordAttribute = whileActive<'RecordAttribute'>(({ data, commandId }, person, context) => {
  const { personId: _personId, componentId = commandId, ...fact } = data;
  const recorded = { ...fact, recordedAt: fact.recordedAt ?? context.now };
  return addition({ componentId, componentType: 'Attribute', data: recorded }, person, context);
});

export const updateAttribute = whileActive<'UpdateAttribute'>(({ data }, person, context) => {
  const { personId: _personId, componentId, reason, value, provenance, ...validity } = data;
  const before = componentOf(person, componentId)?.data ?? {};
  const changes = {
    data: {
      ...validity,
      ...(value !== undefined && { value: replacing(before.value, value) }),
      ...(provenance !== undefined && { provenance: replacing(before.provenance, provenance) }),
    },
  };
  return changeComponent({ componentId, changes, reason, expected: 'Attribute' }, person, context);
});

/** A merge patch that leaves nothing of the former value: a number's unit must not stay with a text. */
function replacing(before: unknown, after: JsonObject | null): JsonObject | null {
  return isJsonObject(before) && after !== null ? differencePatch(before, after) : after;
}

export const invalidateAttribute = whileActive<'InvalidateAttribute'>(({ data }, person, context) => {
  const { componentId, reason } = data;
  const at = context.now;
  const validUntil = lastInstant(componentOf(person, componentId)?.data ?? {}, at);
  const changes = { data: { validUntil, invalidated: { at, reason } } };
  return changeComponent({ componentId, changes, reason, expected: 'Attribute' }, person, context);
});

/** Invalidation never makes an attribute hold for longer, and one that was to begin later never holds. */
function lastInstant({ validFrom, validUntil }: JsonObject, at: string): string {
  if (typeof validUntil === 'string' && validUntil < at) return validUntil;
  return typeof validFrom === 'string' && validFrom > at ? validFrom : at;
}
