import type { ImportChange } from '../contract/import.ts';
import type { PersonEvent } from '../person/index.ts';
import { sameJson } from '../person/fields/json.ts';

function change(what: string, how: ImportChange['how'], fields: readonly string[] = []): ImportChange {
  return { what, how, componentId: null, fields: [...fields] };
}

type EventOf<T extends PersonEvent['type']> = Extract<PersonEvent, { readonly type: T }>;

function renamed({ data: { oldName, newName } }: EventOf<'NameUpdated'>): ImportChange {
  const before = (oldName ?? {}) as Readonly<Record<string, unknown>>;
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

/** An event in the words of an import's result; what creates a person needs none. */
export function changesIn(event: PersonEvent): ImportChange[] {
  switch (event.type) {
    case 'NameUpdated':
      return [renamed(event)];
    case 'BirthDateSet':
      return [change('birthDate', 'added')];
    case 'LocationAssigned':
      return [change('location', 'changed')];
    case 'IdentityLinked':
      return [change(`identities.${event.data.system}`, 'changed')];
    case 'MetadataUpdated':
      return Object.keys(event.data.changes).map((key) => change(`metadata.${key}`, 'changed'));
    case 'ComponentAdded': {
      const { componentId, componentType } = event.data;
      return [{ what: componentType, how: 'added', componentId, fields: [] }];
    }
    case 'ComponentUpdated':
      return [componentChanged(event)];
    default:
      return [];
  }
}
