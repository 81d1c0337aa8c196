import {
  type Component,
  type ComponentGroup,
  componentTypes,
  definitionOf,
  type ExistingPerson,
} from '../../../domain/contract/forms.ts';
import type { PersonDetail } from '../../../domain/contract/views.ts';

export type { Component, ExistingPerson };

/** The state in a detail answer: the contract sends it as a JSON object of this shape. */
export function personOf(detail: PersonDetail): ExistingPerson {
  return detail.person as unknown as ExistingPerson;
}

export interface ComponentSection {
  readonly group: ComponentGroup;
  readonly title: string;
  readonly components: readonly Component[];
}

export const groupTitles: Readonly<Record<ComponentGroup, string>> = {
  contact: 'Contact',
  work: 'Work',
  skill: 'Skills and education',
  web: 'Online',
  place: 'Places',
  relation: 'Relations',
  preference: 'Preferences',
  other: 'Other',
};

const groupOrder = Object.keys(groupTitles) as readonly ComponentGroup[];
const typeOrder = Object.keys(componentTypes);

function rank(component: Component): number {
  const at = typeOrder.indexOf(component.type);
  return at === -1 ? typeOrder.length : at;
}

/** By type as the catalogue orders them; in a type the primary first, then the newest by its own dates. */
function compare(a: Component, b: Component): number {
  return (
    rank(a) - rank(b) ||
    a.type.localeCompare(b.type) ||
    Number(b.primary) - Number(a.primary) ||
    startOf(b).localeCompare(startOf(a)) ||
    a.createdAt.localeCompare(b.createdAt)
  );
}

function startOf(component: Component): string {
  const start = component.data['startDate'];
  return typeof start === 'string' ? start : '';
}

/** Groups that have components, in the order of the page. Unknown types stand under `other`. */
export function sectionsOf(person: ExistingPerson): readonly ComponentSection[] {
  const components = person.components.toSorted(compare);
  const groupOf = (component: Component) => definitionOf(component.type)?.group ?? 'other';
  return groupOrder
    .map((group) => ({
      group,
      title: groupTitles[group],
      components: components.filter((component) => groupOf(component) === group),
    }))
    .filter((section) => section.components.length > 0);
}

export interface Abilities {
  readonly rename: boolean;
  readonly deactivate: boolean;
  readonly reactivate: boolean;
  readonly addComponent: boolean;
  readonly editComponent: boolean;
  readonly removeComponent: boolean;
  readonly setBirthDate: boolean;
  /** End the record for good: archive it, or record a death. */
  readonly close: boolean;
  /** Why something is off, in words; null while everything is allowed. */
  readonly because: string | null;
}

const closed: Readonly<Record<string, string>> = {
  archived: 'The record is closed and only read.',
  deceased: 'The record is closed and only read.',
  merged: 'This record is frozen. Work on the other one.',
};

/** The past is looked at, not changed. */
export const onlyRead: Abilities = {
  rename: false,
  deactivate: false,
  reactivate: false,
  addComponent: false,
  editComponent: false,
  removeComponent: false,
  setBirthDate: false,
  close: false,
  because: null,
};

/** What the lifecycle allows. The engine decides; this only keeps the window from offering what it would refuse. */
export function abilitiesOf(person: ExistingPerson): Abilities {
  const { status } = person.lifecycle;
  const active = status === 'active';
  const open = active || status === 'suspended';
  const because =
    status === 'suspended'
      ? 'Reactivate the person to rename them or to add and edit components.'
      : (closed[status] ?? null);
  return {
    rename: active,
    deactivate: active,
    reactivate: status === 'suspended',
    addComponent: active,
    editComponent: active,
    removeComponent: open,
    setBirthDate: open && person.birthDate === null,
    close: open,
    because,
  };
}
