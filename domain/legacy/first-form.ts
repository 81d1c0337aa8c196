/** Events of ours in the first form: one enum, its variant as the only key, the time in a field of its own. */
import type { JsonObject } from '../person/fields/json.ts';
import { componentOf } from '../person/state.ts';
import { type OldEvent, oldMergeReason, type Told, type Writers, written } from './old-event.ts';
import { CONSOLE, entityId, NOT_RECORDED, oldComponentType, oldInstant, oldName } from './old-values.ts';
import { taggedData } from './tagged-data.ts';

function of({ personId }: Told, type: string, data: JsonObject): readonly OldEvent[] {
  return [{ type, data: { person_id: entityId(personId), ...data } }];
}

function at({ timestamp }: Told): string {
  return oldInstant(timestamp);
}

const writers: Writers = {
  PersonCreated: ({ name, source }, told) =>
    of(told, 'PersonCreated', { name: oldName(name), source: source ?? CONSOLE, created_at: at(told) }),
  NameUpdated: ({ oldName: before, newName, changeReason: reason }, told) =>
    of(told, 'NameUpdated', {
      old_name: oldName(before),
      new_name: oldName(newName),
      reason,
      updated_at: at(told),
    }),
  BirthDateSet: ({ birthDate: birth_date }, told) =>
    of(told, 'BirthDateSet', { birth_date, set_at: at(told) }),
  DeathRecorded: ({ dateOfDeath: date_of_death }, told) =>
    of(told, 'DeathRecorded', { date_of_death, recorded_at: at(told) }),
  PersonSuspended: ({ reason }, told) => of(told, 'PersonDeactivated', { reason, deactivated_at: at(told) }),
  PersonActivated: ({ reason }, told) =>
    of(told, 'PersonReactivated', {
      reason: reason ?? NOT_RECORDED,
      oldComponentType,
      reactivated_at: at(told),
    }),
  PersonMerged: ({ into, reason }, told) => [
    {
      type: 'PersonMergedInto',
      data: {
        source_person_id: entityId(told.personId),
        merged_into_id: entityId(into),
        merge_reason: oldMergeReason(reason),
        merged_at: at(told),
      },
    },
  ],
  ComponentAdded: ({ componentId, componentType }, told) => [
    ...(countOf(componentType, told) === 1 ? registered(componentType, told) : []),
    ...dataUpdated(componentId, told),
  ],
  ComponentUpdated: ({ componentId }, told) => dataUpdated(componentId, told),
  ComponentRemoved: ({ componentType }, told) =>
    countOf(componentType, told) > 0
      ? []
      : of(told, 'ComponentUnregistered', {
          component_type: oldComponentType(componentType),
          unregistered_at: at(told),
        }),
};

/** A type was registered once for a person, however many components of it there are. */
function countOf(componentType: string, { person }: Told): number {
  return person.components.filter(({ type }) => type === componentType).length;
}

function registered(componentType: string, told: Told): readonly OldEvent[] {
  return of(told, 'ComponentRegistered', {
    component_type: oldComponentType(componentType),
    registered_at: at(told),
    registered_by: told.actor ?? 'unknown',
  });
}

function dataUpdated(componentId: string, told: Told): readonly OldEvent[] {
  const component = componentOf(told.person, componentId);
  const data = component === undefined ? null : taggedData(component);
  if (data === null) return [];
  return of(told, 'ComponentDataUpdated', { component_id: componentId, data, updated_at: at(told) });
}

/** None for what the first form could not say. */
export function firstForm(told: Told): readonly OldEvent[] {
  return written(writers, told);
}
