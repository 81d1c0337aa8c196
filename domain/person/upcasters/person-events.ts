/** Upcasters of what happened to the person itself. Shapes between the versions are the former system's own. */
import type { UpcasterChain } from '../../kernel/upcast.ts';
import { idOf as idOfStream } from '../../kernel/ids.ts';
import { isJsonObject } from '../fields/json.ts';
import { fromLegacyName, UNKNOWN_NAME } from '../name-legacy.ts';
import { type Lift, lifted, upcaster } from './legacy-event.ts';
import { asText, dateOf, idOf, textOf, variantOf } from './legacy-json.ts';

const NOT_RECORDED = 'Not recorded';

/** The next version of the same or another type, with the payload as it is. */
function renamedTo(type: string, schemaVersion: number): Lift {
  return ({ event, payload }) => lifted(event, type, schemaVersion, payload);
}

const createdV3: Lift = ({ event, payload }) =>
  lifted(event, 'PersonCreated', 3, {
    ...payload,
    source_system: payload['source_system'] ?? null,
    import_id: payload['import_id'] ?? null,
  });

const createdToday: Lift = ({ event, payload }) => {
  const name = fromLegacyName(payload['name']);
  if (name === null) return null;
  return lifted(event, 'PersonCreated', 4, {
    personId: idOfStream(event.streamId),
    name,
    source: textOf(payload['source']) ?? null,
    sourceSystem: textOf(payload['source_system']) ?? null,
    importId: textOf(payload['import_id']) ?? null,
  });
};

function nameUpdatedV2(type: string): Lift {
  return ({ event, payload }) => {
    const { reason, ...rest } = payload;
    return lifted(event, type, 2, reason === undefined ? rest : { ...rest, change_reason: reason });
  };
}

const nameUpdatedToday: Lift = ({ event, payload }) => {
  const newName = fromLegacyName(payload['new_name']);
  if (newName === null) return null;
  return lifted(event, 'NameUpdated', 3, {
    oldName: fromLegacyName(payload['old_name']) ?? UNKNOWN_NAME,
    newName,
    changeReason: textOf(payload['change_reason']) ?? null,
  });
};

/** Version 1 of this event carried the new name and nothing else: it was a rename. */
const personUpdatedV1: Lift = ({ event, payload }) => {
  const newName = fromLegacyName(payload['name']);
  if (newName === null) return null;
  return lifted(event, 'NameUpdated', 3, { oldName: UNKNOWN_NAME, newName, changeReason: null });
};

const personUpdatedToday: Lift = ({ event, payload }) => {
  const updates = payload['updates'];
  if (updates === undefined) return null;
  const changes = isJsonObject(updates) ? updates : { value: updates };
  return lifted(event, 'PersonUpdated', 3, { changes });
};

const birthDateToday: Lift = ({ event, payload }) => {
  const birthDate = dateOf(payload['birth_date']);
  return birthDate === undefined ? null : lifted(event, 'BirthDateSet', 3, { birthDate });
};

const deathToday: Lift = ({ event, payload }) => {
  const dateOfDeath = dateOf(payload['date_of_death']);
  return dateOfDeath === undefined ? null : lifted(event, 'DeathRecorded', 3, { dateOfDeath });
};

const activatedToday: Lift = ({ event, payload }) =>
  lifted(event, 'PersonActivated', 3, { reason: textOf(payload['reason']) ?? null });

function closedToday(type: string): Lift {
  return ({ event, payload }) =>
    lifted(event, type, 3, { reason: textOf(payload['reason']) ?? NOT_RECORDED });
}

/** Version 1 said `person_id` or `source_person_id`, and `reason` or `merge_reason`. */
const mergedV2: Lift = ({ event, payload }) =>
  lifted(event, 'PersonMerged', 2, {
    source_person_id: payload['source_person_id'] ?? payload['person_id'] ?? idOfStream(event.streamId),
    target_person_id: payload['merged_into_id'] ?? null,
    merge_reason: payload['merge_reason'] ?? payload['reason'] ?? null,
  });

/** A merge into oneself is none: it would close a record that leads nowhere. */
const mergedToday: Lift = ({ event, payload }) => {
  const into = idOf(payload['target_person_id']);
  if (into === undefined || into === idOfStream(event.streamId)) return null;
  const reason = variantOf(payload['merge_reason']) ?? NOT_RECORDED;
  return lifted(event, 'PersonMerged', 3, { into, reason });
};

/** The first version told both persons. Of the one that stays nothing changes: it is kept for the timeline. */
const personsMerged: Lift = (legacy) => {
  const { event, payload } = legacy;
  const source = idOf(payload['source_person_id']);
  if (source === undefined) return null;
  if (source === idOfStream(event.streamId)) return mergedToday(legacy);
  const reason = variantOf(payload['merge_reason']) ?? NOT_RECORDED;
  return lifted(event, 'PersonUpdated', 3, { changes: { mergedFrom: source, reason } });
};

const locationToday: Lift = ({ event, payload }) => {
  const locationId = idOf(payload['location_id']);
  if (locationId === undefined) return null;
  const kind = textOf(payload['location_type']);
  return lifted(event, 'LocationAssigned', 3, {
    locationId,
    ...(kind === undefined ? {} : { locationType: kind }),
  });
};

const identityToday: Lift = ({ event, payload }) => {
  const identityId = idOf(payload['identity_id']);
  if (identityId === undefined) return null;
  const system = textOf(payload['identity_type']) ?? 'unknown';
  return lifted(event, 'IdentityLinked', 3, { system, identityId });
};

const metadataToday: Lift = ({ event, payload }) => {
  const key = textOf(payload['metadata_type']);
  if (key === undefined) return null;
  const value = payload['metadata_value'] ?? null;
  return lifted(event, 'MetadataUpdated', 3, {
    changes: Object.fromEntries([[key, value === null ? null : asText(value)]]),
  });
};

export const personEventUpcasters: UpcasterChain = {
  'PersonCreated@1': upcaster(renamedTo('PersonCreated', 2)),
  'PersonCreated@2': upcaster(createdV3),
  'PersonCreated@3': upcaster(createdToday),
  'Created@2': upcaster(createdV3),
  'PersonUpdated@1': upcaster(personUpdatedV1),
  'PersonUpdated@2': upcaster(personUpdatedToday),
  'Updated@2': upcaster(personUpdatedToday),
  'NameUpdated@1': upcaster(nameUpdatedV2('NameUpdated')),
  'NameUpdated@2': upcaster(nameUpdatedToday),
  'PersonNameUpdated@1': upcaster(nameUpdatedV2('PersonNameUpdated')),
  'PersonNameUpdated@2': upcaster(nameUpdatedToday),
  'BirthDateSet@1': upcaster(renamedTo('BirthDateSet', 2)),
  'BirthDateSet@2': upcaster(birthDateToday),
  'DeathRecorded@1': upcaster(renamedTo('DeathRecorded', 2)),
  'DeathRecorded@2': upcaster(deathToday),
  'PersonReactivated@1': upcaster(renamedTo('PersonActivated', 2)),
  'PersonActivated@2': upcaster(activatedToday),
  'Activated@2': upcaster(activatedToday),
  'PersonDeactivated@1': upcaster(renamedTo('PersonSuspended', 2)),
  'PersonSuspended@2': upcaster(closedToday('PersonSuspended')),
  'Suspended@2': upcaster(closedToday('PersonSuspended')),
  'PersonArchived@2': upcaster(closedToday('PersonArchived')),
  'Archived@2': upcaster(closedToday('PersonArchived')),
  'PersonMergedInto@1': upcaster(mergedV2),
  'PersonsMerged@1': upcaster(personsMerged),
  'PersonMerged@2': upcaster(mergedToday),
  'LocationAssigned@2': upcaster(locationToday),
  'IdentityLinked@2': upcaster(identityToday),
  'MetadataUpdated@2': upcaster(metadataToday),
};
