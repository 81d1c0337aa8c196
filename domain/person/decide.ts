import type { PersonCommand, PersonCommandType } from './commands/index.ts';
import * as components from './decide/components.ts';
import type { Handler, PersonContext, PersonDecision } from './decide/handler.ts';
import { kindHandlers } from './decide/kind-handlers.ts';
import * as person from './decide/person.ts';
import { personMissing } from './decide/refusals.ts';
import * as special from './decide/special.ts';
import type { PersonState } from './state.ts';

/** One per command: a command that was forgotten does not type-check. */
const handlers: { readonly [T in Exclude<PersonCommandType, 'CreatePerson'>]: Handler<T> } = {
  UpdateName: person.updateName,
  SetBirthDate: person.setBirthDate,
  RecordDeath: person.recordDeath,
  DeactivatePerson: person.deactivatePerson,
  ReactivatePerson: person.reactivatePerson,
  MergePersons: person.mergePersons,
  ArchivePerson: person.archivePerson,
  AssignLocation: person.assignLocation,
  LinkIdentity: person.linkIdentity,
  UpdateMetadata: person.updateMetadata,
  AddComponent: components.addComponent,
  UpdateComponent: components.updateComponent,
  RemoveComponent: components.removeComponent,
  RegisterComponent: components.registerComponent,
  UnregisterComponent: components.unregisterComponent,
  ...kindHandlers,
  EndorseSkill: special.endorseSkill,
  UpdateCommunicationPreferences: special.updateCommunicationPreferences,
  UpdatePrivacyPreferences: special.updatePrivacyPreferences,
  RecordConsent: special.recordConsent,
  RecordAttribute: special.recordAttribute,
  UpdateAttribute: special.updateAttribute,
  InvalidateAttribute: special.invalidateAttribute,
};

/** What a command, parsed by its schema, makes of a person: events (none where nothing would change) or a refusal. */
export function decide(command: PersonCommand, state: PersonState, context: PersonContext): PersonDecision {
  if (command.type === 'CreatePerson') return person.createPerson(command, state);
  if (!state.exists) return personMissing(command.data.personId);
  const handler = handlers[command.type] as Handler<PersonCommandType>;
  return handler(command, state, context);
}
