import type { ImportChange } from '../contract/import.ts';
import type { PersonEvent } from '../person/index.ts';
import { sameJson } from '../person/fields/json.ts';

function change(what: string, how: ImportChange['how'], fields: readonly string[] = []): ImportChange {
  return { what, how, componentId: null, fields: [...fields] };
}

type EventOf<T extends PersonEvent['type']> = Extract<PersonEvent, { readonly type: T }>;

function renamed({ data: { oldName, newName } }: EventOf<'NameUpdated'>): ImportChange {
  const before = oldName as Readonly<Record<string, unknown>>;
  const after = newName as Readonly<Record<string, unknown>>;
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return change(
    'name',
    'changed',
    fields.filter((field) => !sameJson(before[field], after[field])),
  );
}

function componentChanged({ data }: EventOf<'ComponentUpdated'>): ImportChange {
  const { componentId, componentType, changes } = data;
  const { data: fields = {}, custom = {}, ...flags } = changes;
  const names = [
    ...Object.keys(fields),
    ...Object.keys(custom).map((key) => `custom.${key}`),
    ...Object.keys(flags),
  ];
  return { what: componentType, how: 'changed', componentId, fields: names };
}

type Words = { readonly [T in PersonEvent['type']]?: (event: EventOf<T>) => ImportChange[] };

const WORDS: Words = {
  NameUpdated: (event) => [renamed(event)],
  BirthDateSet: () => [change('birthDate', 'added')],
  LocationAssigned: () => [change('location', 'changed')],
  IdentityLinked: ({ data }) => [change(`identities.${data.system}`, 'changed')],
  MetadataUpdated: ({ data }) => Object.keys(data.changes).map((key) => change(`metadata.${key}`, 'changed')),
  ComponentAdded: ({ data: { componentId, componentType } }) => [
    { what: componentType, how: 'added', componentId, fields: [] },
  ],
  ComponentUpdated: (event) => [componentChanged(event)],
};

/** An event in the words of an import's result; what creates a person needs none. */
export function changesIn(event: PersonEvent): ImportChange[] {
  const words = WORDS[event.type] as ((event: PersonEvent) => ImportChange[]) | undefined;
  return words?.(event) ?? [];
}
