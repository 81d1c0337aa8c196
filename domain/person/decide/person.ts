import { accept } from '../../kernel/outcome.ts';
import type { PersonCommandOf } from '../commands/index.ts';
import { latestToday } from '../fields/dates.ts';
import { effectivePatch, mergePatch } from '../fields/merge-patch.ts';
import { sameName } from '../name.ts';
import type { PersonState } from '../state.ts';
import { type PersonDecision, whileActive, whileOpen } from './handler.ts';
import * as refused from './refusals.ts';

export function createPerson(command: PersonCommandOf<'CreatePerson'>, state: PersonState): PersonDecision {
  const { personId, name, source, sourceSystem, importId } = command.data;
  if (state.exists) return refused.personExists(personId);
  return accept({
    type: 'PersonCreated',
    data: {
      personId,
      name,
      source: source ?? null,
      sourceSystem: sourceSystem ?? null,
      importId: importId ?? null,
    },
  });
}

export const updateName = whileActive<'UpdateName'>(({ data }, person) => {
  if (sameName(data.name, person.name)) return accept();
  return accept({
    type: 'NameUpdated',
    data: { oldName: person.name, newName: data.name, changeReason: data.reason ?? null },
  });
});

export const setBirthDate = whileOpen<'SetBirthDate'>(({ data }, person, context) => {
  const { birthDate } = data;
  if (person.birthDate === birthDate) return accept();
  if (person.birthDate !== null) return refused.birthDateAlreadySet(person.birthDate);
  const latest = latestToday(context.now);
  if (birthDate > latest) return refused.dateInFuture('birthDate', birthDate, latest);
  return accept({ type: 'BirthDateSet', data: { birthDate } });
});

export const recordDeath = whileOpen<'RecordDeath'>(({ data }, person, context) => {
  const { dateOfDeath } = data;
  const latest = latestToday(context.now);
  if (dateOfDeath > latest) return refused.dateInFuture('dateOfDeath', dateOfDeath, latest);
  if (person.birthDate !== null && dateOfDeath < person.birthDate) {
    return refused.deathBeforeBirth(person.birthDate, dateOfDeath);
  }
  return accept({ type: 'DeathRecorded', data: { dateOfDeath } });
});

export const deactivatePerson = whileOpen<'DeactivatePerson'>(({ data }, { lifecycle }) => {
  if (lifecycle.status === 'suspended') return refused.alreadySuspended(lifecycle.reason);
  return accept({ type: 'PersonSuspended', data: { reason: data.reason } });
});

export const reactivatePerson = whileOpen<'ReactivatePerson'>(({ data }, { lifecycle }) => {
  if (lifecycle.status !== 'suspended') return refused.notSuspended();
  return accept({ type: 'PersonActivated', data: { reason: data.reason } });
});

export const archivePerson = whileOpen<'ArchivePerson'>(({ data }) =>
  accept({ type: 'PersonArchived', data: { reason: data.reason } }),
);

export const mergePersons = whileActive<'MergePersons'>(({ data }, person, context) => {
  const { targetId, reason } = data;
  if (targetId === data.personId) return refused.mergeIntoItself(targetId);
  const target = context.reference(targetId);
  if (target?.exists !== true) return refused.mergeTargetMissing(targetId);
  const { lifecycle } = target;
  if (lifecycle.status === 'merged' && lifecycle.into === person.personId)
    return refused.mergeCycle(targetId);
  if (lifecycle.status !== 'active' && lifecycle.status !== 'suspended') {
    return refused.mergeTargetTerminal(targetId, lifecycle);
  }
  return accept({ type: 'PersonMerged', data: { into: targetId, reason } });
});

export const assignLocation = whileActive<'AssignLocation'>(({ data }, person) => {
  if (person.location === data.locationId) return accept();
  return accept({
    type: 'LocationAssigned',
    data: { locationId: data.locationId, reason: data.reason ?? null },
  });
});

export const linkIdentity = whileActive<'LinkIdentity'>(({ data }, person) => {
  const { system, identityId } = data;
  if (person.identities[system] === identityId) return accept();
  return accept({ type: 'IdentityLinked', data: { system, identityId } });
});

export const updateMetadata = whileActive<'UpdateMetadata'>(({ data }, { metadata }) => {
  const changes = effectivePatch(metadata, data.changes, mergePatch(metadata, data.changes));
  if (Object.keys(changes).length === 0) return accept();
  return accept({ type: 'MetadataUpdated', data: { changes: changes as Record<string, string | null> } });
});
