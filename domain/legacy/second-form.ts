/** Events of ours in the second form: short names; the metadata, which they carried in their data, comes with the message. */
import type { JsonObject } from '../person/fields/json.ts';
import { type OldEvent, oldMergeReason, type Told, type Writers, written } from './old-event.ts';
import { CONSOLE, entityId, NOT_RECORDED, oldComponentType, oldFields, oldName } from './old-values.ts';
import { oldEmploymentType } from './tagged-data.ts';

/** Fields of components that were not called as they are today. */
const NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Employment: { type: 'employment_type', notes: 'description' },
  Affiliation: { membershipId: 'member_id', ongoing: 'is_active' },
  Project: { ongoing: 'is_ongoing' },
  Address: { unit: 'street2' },
  Certification: { issuedOn: 'issue_date', expiresOn: 'expiry_date', url: 'verification_url' },
  Education: { field: 'field_of_study' },
  ProfessionalNetwork: { network: 'network_name' },
};

function of({ personId }: Told, type: string, data: JsonObject): readonly OldEvent[] {
  return [{ type, data: { person_id: entityId(personId), ...data } }];
}

const writers: Writers = {
  PersonCreated: ({ name, source }, told) =>
    of(told, 'Created', { name: oldName(name), source: source ?? CONSOLE }),
  NameUpdated: ({ oldName: before, newName, changeReason: change_reason }, told) =>
    of(told, 'NameUpdated', { old_name: oldName(before), new_name: oldName(newName), change_reason }),
  BirthDateSet: ({ birthDate: birth_date }, told) => of(told, 'BirthDateSet', { birth_date }),
  DeathRecorded: ({ dateOfDeath: date_of_death }, told) => of(told, 'DeathRecorded', { date_of_death }),
  PersonSuspended: ({ reason }, told) => of(told, 'Suspended', { reason }),
  PersonActivated: ({ reason }, told) => of(told, 'Activated', { reason: reason ?? NOT_RECORDED }),
  PersonArchived: ({ reason }, told) => of(told, 'Archived', { reason }),
  PersonUpdated: ({ changes: updates }, told) => of(told, 'Updated', { updates }),
  PersonMerged: ({ into, reason }, told) => [
    {
      type: 'PersonMerged',
      data: {
        source_person_id: entityId(told.personId),
        target_person_id: entityId(into),
        merge_reason: oldMergeReason(reason),
      },
    },
  ],
  // Its id was not told; whoever changes or removes the component later names it all the same.
  ComponentAdded: ({ componentId, componentType, data, primary, verified }, told) =>
    of(told, 'ComponentAdded', {
      component_type: oldComponentType(componentType),
      component_id: componentId,
      component_data: { ...fieldsOf(componentType, data), is_primary: primary, is_verified: verified },
    }),
  ComponentUpdated: ({ componentId, componentType, changes }, told) =>
    of(told, 'ComponentUpdated', {
      component_type: oldComponentType(componentType),
      component_id: componentId,
      changes: { ...fieldsOf(componentType, changes.data ?? {}), ...flags(changes) },
    }),
  ComponentRemoved: ({ componentId, componentType }, told) =>
    of(told, 'ComponentRemoved', {
      component_type: oldComponentType(componentType),
      component_id: componentId,
    }),
  // It could not say that somebody belongs nowhere any more.
  LocationAssigned: ({ locationId: location_id }, told) =>
    location_id === null ? [] : of(told, 'LocationAssigned', { location_id, location_type: 'primary' }),
  IdentityLinked: ({ identityId: identity_id, system: identity_type }, told) =>
    of(told, 'IdentityLinked', { identity_id, identity_type }),
  MetadataUpdated: ({ changes }, told) =>
    Object.entries(changes).flatMap(([metadata_type, metadata_value]) =>
      of(told, 'MetadataUpdated', { metadata_type, metadata_value }),
    ),
};

function fieldsOf(type: string, data: JsonObject): JsonObject {
  const fields = oldFields(data, Object.hasOwn(NAMES, type) ? (NAMES[type] ?? {}) : {});
  const kind = fields['employment_type'];
  return typeof kind === 'string' ? { ...fields, employment_type: oldEmploymentType(kind) } : fields;
}

interface Flags {
  readonly primary?: boolean | undefined;
  readonly verified?: boolean | undefined;
}

function flags({ primary, verified }: Flags): JsonObject {
  return {
    ...(primary === undefined ? {} : { is_primary: primary }),
    ...(verified === undefined ? {} : { is_verified: verified }),
  };
}

/** None for what the second form could not say. */
export function secondForm(told: Told): readonly OldEvent[] {
  return written(writers, told);
}
