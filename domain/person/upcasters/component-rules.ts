/**
 * How fields of the former system's components read today. A rule says what a value means, or nothing: then the
 * value is kept as a custom field, so that no fact is lost and the data still suits today's schema.
 */
import { isHostileKey, isJsonObject, type JsonObject } from '../fields/json.ts';
import { asText, camelCase, dateOf, idOf, instantOf, textOf, variantOf } from './legacy-json.ts';

export interface ComponentParts {
  readonly data?: JsonObject;
  readonly custom?: Readonly<Record<string, string>>;
  readonly primary?: boolean;
  readonly verified?: boolean;
  readonly tags?: readonly string[];
}

export type Rule = (value: unknown, key: string) => ComponentParts | undefined;
export type Rules = Readonly<Record<string, Rule>>;

function field(name: string, read: (value: unknown) => unknown): Rule {
  return (value) => {
    const found = read(value);
    return found === undefined ? undefined : { data: { [name]: found } };
  };
}

export const text = (name: string): Rule => field(name, textOf);
export const id = (name: string): Rule => field(name, idOf);
export const day = (name: string): Rule => field(name, dateOf);
export const moment = (name: string): Rule => field(name, instantOf);
/** An enum's variant under its own name. */
export const variant = (name: string): Rule => field(name, variantOf);

export const flag = (name: string): Rule =>
  field(name, (value) => (typeof value === 'boolean' ? value : undefined));

export const amount = (name: string): Rule =>
  field(name, (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined));

/**
 * An enum's variants under today's names; others are kept as custom fields. So are those that today's name only
 * comes near to (`near`).
 */
export function choice(
  name: string,
  names: Readonly<Record<string, string>>,
  near: Readonly<Record<string, string>> = {},
): Rule {
  const all = { ...names, ...near };
  return (value, key) => {
    const found = variantOf(value) ?? '';
    if (!Object.hasOwn(all, found)) return undefined;
    const parts = { data: { [name]: all[found] } };
    return Object.hasOwn(near, found) ? { ...parts, custom: { [camelCase(key)]: found } } : parts;
  };
}

export function asBefore(...names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, name]));
}

/** Text of each entry: of objects the field `key`. */
export function list(name: string, key = 'name'): Rule {
  return field(name, (value) => {
    if (!Array.isArray(value)) return undefined;
    const texts = value.map((item) => textOf(isJsonObject(item) ? item[key] : item));
    return texts.every((item) => item !== undefined) ? [...new Set(texts)] : undefined;
  });
}

export const primary: Rule = (value) => (typeof value === 'boolean' ? { primary: value } : undefined);
export const verified: Rule = (value) => (typeof value === 'boolean' ? { verified: value } : undefined);

/** Fields of an object as if they stood one level higher. */
export function nested(rules: () => Rules): Rule {
  return (value) => (isJsonObject(value) ? translate(rules(), value) : undefined);
}

/** The first rule that has something to say. */
export function either(...rules: readonly Rule[]): Rule {
  return (value, key) => {
    for (const rule of rules) {
      const found = rule(value, key);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/** What was null was not said, in additions as in sparse updates. */
export function translate(rules: Rules, legacy: JsonObject): ComponentParts {
  return Object.entries(legacy)
    .filter(([key, value]) => value !== null && value !== undefined && !isHostileKey(key))
    .map(([key, value]) => applyRule(rules, key, value))
    .reduce(merged, {});
}

function applyRule(rules: Rules, key: string, value: unknown): ComponentParts {
  const rule = Object.hasOwn(rules, key) ? rules[key] : undefined;
  return rule?.(value, key) ?? (saysNothing(value) ? {} : { custom: { [camelCase(key)]: asText(value) } });
}

function saysNothing(value: unknown): boolean {
  return value === '' || (typeof value === 'object' && Object.keys(value ?? {}).length === 0);
}

/** The later says more than the earlier; what stood in an earlier field of the same name gives way. */
export function merged(a: ComponentParts, b: ComponentParts): ComponentParts {
  const data = { ...a.data, ...b.data };
  const custom = { ...a.custom, ...b.custom };
  return {
    ...a,
    ...b,
    ...(Object.keys(data).length > 0 ? { data } : {}),
    ...(Object.keys(custom).length > 0 ? { custom } : {}),
  };
}
