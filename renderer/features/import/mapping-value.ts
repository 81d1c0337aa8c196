import type { MappedValue, MappingStep } from '../../../domain/contract/import-mapping.ts';

/** A mapped value as the form shows it. What the form has no words for is kept as it is: `other`. */
export type ShownValue =
  | { readonly kind: 'none' }
  | { readonly kind: 'path'; readonly path: string; readonly steps: readonly MappingStep[] }
  | { readonly kind: 'constant'; readonly constant: string | number | boolean }
  | { readonly kind: 'other'; readonly value: MappedValue };

function isConditional(value: Exclude<MappedValue, string>): boolean {
  return value.if !== undefined || value.unless !== undefined;
}

export function shownValue(value: MappedValue | undefined): ShownValue {
  if (value === undefined) return { kind: 'none' };
  if (typeof value === 'string') return { kind: 'path', path: value, steps: [] };
  if (isConditional(value)) return { kind: 'other', value };
  if ('constant' in value) return { kind: 'constant', constant: value.constant };
  if ('path' in value && value.then.every((step) => step.do !== 'lookup'))
    return { kind: 'path', path: value.path, steps: value.then };
  return { kind: 'other', value };
}

/** Undefined for none: then nothing is mapped. */
export function mappedValue(shown: ShownValue): MappedValue | undefined {
  switch (shown.kind) {
    case 'none':
      return undefined;
    case 'constant':
      return { constant: shown.constant };
    case 'other':
      return shown.value;
    case 'path':
      return shown.steps.length === 0 ? shown.path : { path: shown.path, then: [...shown.steps] };
  }
}

export type StepName = MappingStep['do'];

/** A step as it begins; what it needs is filled in afterwards. */
export function newStep(name: Exclude<StepName, 'lookup'>, dateFormat?: string): MappingStep {
  switch (name) {
    case 'date':
      return { do: 'date', format: dateFormat ?? 'DD.MM.YYYY' };
    case 'split':
      return { do: 'split', by: ';' };
    case 'part':
      return { do: 'part', by: ' ', at: 0 };
    default:
      return { do: name };
  }
}

/** The paths that a value is made of. */
export function pathsIn(value: MappedValue): readonly string[] {
  if (typeof value === 'string') return [value];
  const conditions = [value.if, value.unless].filter((path) => path !== undefined);
  if ('path' in value) return [value.path, ...conditions];
  if ('join' in value) return [...value.join.flatMap(pathsIn), ...conditions];
  return 'first' in value ? [...value.first.flatMap(pathsIn), ...conditions] : conditions;
}
