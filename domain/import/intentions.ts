import {
  componentTypes,
  type ExistingPerson,
  type PersonCommandType,
  type PersonState,
} from '../person/index.ts';
import { referredTo } from './person-reference.ts';
import type { SourcePlace } from './source-values.ts';
import type { WantedComponent } from './wanted-components.ts';
import type { WantedPerson } from './wanted-person.ts';

export interface PlanContext {
  readonly source: string;
  readonly sourceSystem: string | undefined;
  /** Instant that the commands would be given at. */
  readonly now: string;
  /** A person who is there, or whom a row before this one creates. */
  readonly reference: (personId: string) => PersonState | undefined;
}

/** Where something comes from as a whole, for whoever has to mend it. */
export interface Origin extends SourcePlace {
  readonly what: string;
  /** Field → where that alone comes from. */
  readonly fields: Readonly<Record<string, SourcePlace>>;
}

/** A command that would bring one part of a person to what the row says. */
export interface Intention {
  readonly type: PersonCommandType;
  readonly data: Readonly<Record<string, unknown>>;
  readonly origin: Origin;
}

const NOWHERE: SourcePlace = { column: '', given: () => null };

function named(what: string, { origins }: WantedPerson): Origin {
  const fields = Object.entries(origins).filter(([field]) => field.startsWith(`${what}.`));
  return { what, ...(origins[what] ?? NOWHERE), fields: Object.fromEntries(fields) };
}

/** Parts of the name that the row says nothing about stay as they are. */
function naming(wanted: WantedPerson, state: PersonState, context: PlanContext): Intention[] {
  const { personId, key, name } = wanted;
  const origin = named('name', wanted);
  if (state.exists && Object.keys(name).length === 0) return [];
  if (state.exists)
    return [{ type: 'UpdateName', data: { personId, name: { ...state.name, ...name } }, origin }];
  const { source, sourceSystem } = context;
  const system = sourceSystem === undefined ? {} : { sourceSystem };
  return [{ type: 'CreatePerson', data: { personId, name, source, ...system, importId: key }, origin }];
}

function details(wanted: WantedPerson): Intention[] {
  const { personId, birthDate, location, identities, metadata } = wanted;
  const about = (type: PersonCommandType, what: string, data: Record<string, unknown>): Intention => ({
    type,
    data: { personId, ...data },
    origin: named(what, wanted),
  });
  return [
    ...(birthDate === undefined ? [] : [about('SetBirthDate', 'birthDate', { birthDate })]),
    ...(location === undefined ? [] : [about('AssignLocation', 'location', { locationId: location })]),
    ...Object.entries(identities).map(([system, identityId]) =>
      about('LinkIdentity', `identities.${system}`, { system, identityId }),
    ),
    ...(Object.keys(metadata).length === 0
      ? []
      : [about('UpdateMetadata', 'metadata', { changes: metadata })]),
  ];
}

/** The component that says this already. Of some kinds a person has only one, whatever its id. */
function present(person: ExistingPerson | null, { componentId, type }: WantedComponent): string | undefined {
  const single = componentTypes[type].single === true;
  const found = person?.components.find(
    (one) => one.componentId === componentId || (single && one.type === type),
  );
  return found?.componentId;
}

function adding(personId: string, component: WantedComponent): Intention {
  const { componentId, type, data, custom, primary, verified, origins } = component;
  const envelope = {
    ...(Object.keys(custom).length > 0 && { custom }),
    ...(primary !== undefined && { primary }),
    ...(verified !== undefined && { verified }),
  };
  return {
    type: 'AddComponent',
    data: { personId, componentId, componentType: type, data, ...envelope },
    origin: { what: type, ...NOWHERE, fields: origins },
  };
}

/** Which one is primary, and what was verified, the operator may have decided anew: that is not taken back. */
function changing(personId: string, componentId: string, component: WantedComponent): Intention {
  const { type, data, custom, origins } = component;
  const changes = { data, ...(Object.keys(custom).length > 0 && { custom }) };
  return {
    type: 'UpdateComponent',
    data: { personId, componentId, changes },
    origin: { what: type, ...NOWHERE, fields: origins },
  };
}

/** In the order in which they have to be carried out. */
export function intentionsOf(
  wanted: WantedPerson,
  state: PersonState,
  context: PlanContext,
): readonly Intention[] {
  const { personId } = wanted;
  const person = state.exists ? state : null;
  const components = wanted.components.map((read) => {
    const component = { ...read, data: referredTo(read, personId, context.reference) };
    const componentId = present(person, component);
    return componentId === undefined
      ? adding(personId, component)
      : changing(personId, componentId, component);
  });
  return [...naming(wanted, state, context), ...details(wanted), ...components];
}
