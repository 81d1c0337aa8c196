import type { Decider } from '../kernel/decider.ts';
import type { Context } from '../kernel/registry.ts';
import { type PersonCommand, personCommands } from './commands/index.ts';
import { decide } from './decide.ts';
import { type PersonEvent, personEvents } from './events.ts';
import { atVersion, evolve } from './evolve.ts';
import { changedPlaces } from './paths.ts';
import { valueAt } from './place-values.ts';
import { type PersonState, unknownPerson } from './state.ts';
import { personUpcasters } from './upcasters.ts';

export {
  type PersonCommand,
  type PersonCommandOf,
  type PersonCommandType,
  personCommands,
} from './commands/index.ts';
export { isValidAt } from './components/attribute.ts';
export {
  type ComponentGroup,
  type ComponentType,
  type ComponentTypeDefinition,
  componentLabel,
  componentTypes,
  isComponentType,
} from './components/index.ts';
export { type MergeReason, type PersonEvent, type PersonEventType, personEvents } from './events.ts';
export { atVersion } from './evolve.ts';
export { type FieldIssue, fieldIssues, plainWords } from './fields/issues.ts';
export { changedPlaces, coversPath, type Place, writtenPaths } from './paths.ts';
export type { Component, ExistingPerson, Lifecycle, PersonState, PersonStatus } from './state.ts';
export { componentsOfType } from './state.ts';
export { relationTarget, type RelationTarget, targetKey } from './relation-target.ts';
export { employerKey, type PersonSummary, summarise } from './summary.ts';

export const personDecider: Decider<PersonCommand, PersonEvent, PersonState> = {
  initial: unknownPerson,
  decide,
  evolve,
  skip: atVersion,
  weight: (person) => (person.exists ? 3 + person.components.length : 1),
};

export const personContext: Context = {
  category: 'person',
  // The registry sees contexts of all types as one; the pairing of definition and data is kept by type name.
  decider: personDecider as Context['decider'],
  commands: Object.values(personCommands),
  events: Object.values(personEvents),
  upcasters: personUpcasters,
  places: {
    changed: (event) => changedPlaces(event as PersonEvent),
    valueAt: (state, path) => valueAt(state as PersonState, path),
  },
};
