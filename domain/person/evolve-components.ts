import type { EventMetadata, Recorded } from '../kernel/event.ts';
import type { PersonEventOf } from './events.ts';
import { isJsonObject, type JsonObject } from './fields/json.ts';
import { patched } from './fields/merge-patch.ts';
import { type Component, componentOf, type ExistingPerson } from './state.ts';

type Change = Partial<ExistingPerson>;

// Shared by all components that have none: a million of them are held at once while views are rebuilt.
const NOTHING: JsonObject = {};
const UNMARKED: Pick<Component, 'primary' | 'verified' | 'tags' | 'custom'> = {
  primary: false,
  verified: false,
  tags: [],
  custom: {},
};

/** In the place of the one with its id; a new one comes last. */
function withComponent({ components }: ExistingPerson, component: Component): Change {
  const place = components.findIndex(({ componentId }) => componentId === component.componentId);
  return { components: place === -1 ? [...components, component] : components.with(place, component) };
}

function createdBy({ timestamp, actor }: EventMetadata, registeredBy: string | null | undefined) {
  return { createdAt: timestamp, createdBy: registeredBy ?? actor, updatedAt: timestamp, updatedBy: actor };
}

export function componentAdded(
  person: ExistingPerson,
  event: Recorded<PersonEventOf<'ComponentAdded'>>,
): Change {
  const { componentId, componentType, data, registeredBy } = event.data;
  // History may lack what today's schema asks for.
  const { primary, verified, tags, custom } = event.data as Partial<typeof event.data>;
  return withComponent(person, {
    componentId,
    type: componentType,
    data: patched(NOTHING, data),
    primary: primary === true,
    verified: verified === true,
    tags: tags ?? UNMARKED.tags,
    custom: custom ?? UNMARKED.custom,
    ...createdBy(event.metadata, registeredBy),
  });
}

/** The former system updated components that it had never added, under ids of its own making: those begin here. */
function blank(event: Recorded<PersonEventOf<'ComponentUpdated'>>): Component {
  const { componentId, componentType } = event.data;
  return {
    componentId,
    type: componentType,
    data: NOTHING,
    ...UNMARKED,
    ...createdBy(event.metadata, null),
  };
}

export function componentUpdated(
  person: ExistingPerson,
  event: Recorded<PersonEventOf<'ComponentUpdated'>>,
): Change {
  if (!isJsonObject(event.data.changes)) return {};
  const before = componentOf(person, event.data.componentId) ?? blank(event);
  const { data, custom, primary, verified, tags } = event.data.changes;
  return withComponent(person, {
    ...before,
    data: patched(before.data, data),
    custom: patched(before.custom, custom) as Record<string, string>,
    primary: primary ?? before.primary,
    verified: verified ?? before.verified,
    tags: tags ?? before.tags,
    updatedAt: event.metadata.timestamp,
    updatedBy: event.metadata.actor,
  });
}

export function componentRemoved(
  person: ExistingPerson,
  event: Recorded<PersonEventOf<'ComponentRemoved'>>,
): Change {
  const { componentId } = event.data;
  return { components: person.components.filter((component) => component.componentId !== componentId) };
}

/** The former system's own event for an employment: the same component that `AddEmployment` makes today. */
export function employmentAdded(
  person: ExistingPerson,
  event: Recorded<PersonEventOf<'EmploymentAdded'>>,
): Change {
  const { employmentId, ...data } = event.data;
  return withComponent(person, {
    componentId: employmentId,
    type: 'Employment',
    data,
    ...UNMARKED,
    ...createdBy(event.metadata, null),
  });
}
