import type { ComponentType } from '../person/index.ts';
import { contactCases, webCases } from './component-cases-contact.ts';
import { otherCases, preferenceCases } from './component-cases-other.ts';
import { placeCases, skillCases, workCases } from './component-cases-work.ts';

/** Data that a type takes, and data that it refuses with the path of the field to mend. */
export interface ComponentCases {
  readonly valid: readonly object[];
  readonly invalid: readonly (readonly [path: string, data: object])[];
}

export const componentCases: Readonly<Record<ComponentType, ComponentCases>> = {
  ...contactCases,
  ...webCases,
  ...workCases,
  ...skillCases,
  ...placeCases,
  ...preferenceCases,
  ...otherCases,
};
