import {
  componentTypes,
  type PersonCommand,
  type PersonCommandType,
  personCommands,
  personDecider,
  type PersonState,
} from '../../domain/person/index.ts';
import { ACTOR, NOW, record } from '../../domain/testing/recorded.ts';
import { COMPONENT, PERSON } from './sample.ts';

const history: readonly (readonly [PersonCommandType, object])[] = [
  ['CreatePerson', { name: { givenNames: ['Ada'], familyNames: ['Lovelace'] } }],
  ['SetBirthDate', { birthDate: '1815-12-10' }],
  ['AddEmail', { componentId: COMPONENT, ...componentTypes.EmailAddress.example, primary: true }],
];

function after(state: PersonState, type: PersonCommandType, given: object, version: number): PersonState {
  const data: unknown = personCommands[type].schema.parse({ personId: PERSON, ...given });
  const command = { type, data, commandId: COMPONENT } as PersonCommand;
  const decision = personDecider.decide(command, state, {
    now: NOW,
    actor: ACTOR,
    reference: () => undefined,
  });
  if (!decision.accepted) throw new Error(`${type}: ${decision.refusal.message}`);
  return decision.events.reduce<PersonState>(
    (folded, event) => personDecider.evolve(folded, record(event, { version, commandId: COMPONENT })),
    state,
  );
}

/** A person as `persons.get` answers it, made by commands like any other. */
export function samplePerson(): PersonState {
  return history.reduce<PersonState>(
    (state, [type, data], index) => after(state, type, data, index + 1),
    personDecider.initial,
  );
}
