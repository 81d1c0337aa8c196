import { isJsonObject } from '../../../../domain/contract/forms.ts';
import { same } from './sparse-patch.ts';

/** The values of a form that differ from what it stands on, by path. A list is one value. */
export function differing(values: unknown, defaults: unknown, path = ''): Readonly<Record<string, unknown>> {
  if (!isJsonObject(values) || !isJsonObject(defaults))
    return same(values, defaults) ? {} : { [path]: values };
  const inner = Object.entries(values).map(([name, value]) =>
    differing(value, defaults[name], path === '' ? name : `${path}.${name}`),
  );
  return Object.fromEntries(inner.flatMap((found) => Object.entries(found)));
}
