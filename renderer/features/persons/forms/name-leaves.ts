import type { Leaf } from './leaves.ts';
import { nameFieldLabel } from './name-fields.tsx';
import { type Convention, conventions, emptyName } from './name-values.ts';

const isConvention = (value: unknown): value is Convention =>
  typeof value === 'string' && Object.hasOwn(conventions, value);

function partText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

const conventionText = (value: unknown): string =>
  isConvention(value) ? (conventions[value].label.split(':')[0] ?? '') : '';

/** The parts of a name, each that is chosen on its own. */
export function nameLeaves(convention: Convention): readonly Leaf[] {
  return Object.keys(emptyName).map((part) => ({
    path: `name.${part}`,
    label: nameFieldLabel(part, convention),
    text: part === 'convention' ? conventionText : partText,
  }));
}
