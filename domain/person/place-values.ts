import { isJsonObject } from './fields/json.ts';
import { componentOf, type ExistingPerson, type PersonState } from './state.ts';

function segments(path: string): string[] {
  return path.split('/').map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function inside(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (isJsonObject(at) && Object.hasOwn(at, key) ? at[key] : undefined),
    value,
  );
}

function primaryOf(person: ExistingPerson, type: string | undefined): string | undefined {
  return person.components.find((component) => component.type === type && component.primary)?.componentId;
}

function componentAt(person: ExistingPerson, [id = '', ...rest]: readonly string[]): unknown {
  const component = componentOf(person, id);
  if (component === undefined || rest.length > 0) return inside(component, rest);
  const { type, data, primary, verified, tags, custom } = component;
  return { type, data, primary, verified, tags, custom };
}

/** What a person says at a place, by its path (docs/architecture.md lists them); null where they say nothing. */
export function valueAt(state: PersonState, path: string): unknown {
  if (!state.exists) return null;
  const [root = '', ...rest] = segments(path);
  if (root === 'components') return componentAt(state, rest) ?? null;
  if (root === 'primary') return primaryOf(state, rest[0]) ?? null;
  return inside(state, [root, ...rest]) ?? null;
}
