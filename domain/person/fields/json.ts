import { z } from 'zod';
import { line } from './text.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Keys that reach an object's prototype when somebody assigns them carelessly. */
export const HOSTILE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const MAX_DEPTH = 16;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isHostileKey(key: string): boolean {
  return HOSTILE_KEYS.has(key);
}

const NOT_PLAIN = 'Must be plain JSON data';

/** What is wrong with a value as plain JSON data, or null. Fields that are undefined count as left out. */
function flaw(value: unknown, depth: number): string | null {
  if (typeof value === 'object' && value !== null) return flawInside(value, depth);
  if (typeof value === 'number') return Number.isFinite(value) ? null : 'Numbers must be finite';
  return value === null || typeof value === 'string' || typeof value === 'boolean' ? null : NOT_PLAIN;
}

function flawInside(value: object, depth: number): string | null {
  if (depth >= MAX_DEPTH) return `Must not be nested deeper than ${MAX_DEPTH} levels`;
  const flawed = Array.isArray(value) ? null : flawInKeys(Object.keys(value).map(tidyKey));
  if (flawed !== null) return flawed;
  for (const inner of Object.values(value)) {
    const found = inner === undefined ? null : flaw(inner, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function flawInKeys(keys: readonly string[]): string | null {
  const hostile = keys.find(isHostileKey);
  if (hostile !== undefined) return `Must not contain the key ${hostile}`;
  const seen = new Set<string>();
  const twice = keys.find((key) => seen.size === seen.add(key).size);
  return twice === undefined ? null : `Must not contain the key ${twice} twice: keep one of the two`;
}

/** As a `line` has it; a blank key stays, for the schema to refuse. */
function tidyKey(key: string): string {
  const tidy = key.normalize('NFC').trim();
  return tidy === '' ? key : tidy;
}

/** A patch finds what it changes by key, so keys are tidied first. */
function withTidyKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTidyKeys);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [tidyKey(key), withTidyKeys(inner)]));
}

/** Refuses, where a record schema alone would drop silently. */
function refuseFlaws(value: unknown, context: z.core.$RefinementCtx): unknown {
  const found = flaw(value, 0);
  if (found === null) return withTidyKeys(value);
  context.addIssue({ code: 'custom', message: found, input: value });
  return value;
}

/** Any plain JSON object. */
export function jsonObject() {
  return z.preprocess(refuseFlaws, z.record(z.string(), z.unknown()));
}

/** A short text that serves as a key. */
export function keyText() {
  return line(100).refine((key) => !isHostileKey(key), 'Must not be a name that programs reserve');
}

/** Short text keys with values of one kind. */
export function textRecord<V extends z.ZodType>(value: V) {
  return z.preprocess(refuseFlaws, z.record(line(100), value));
}

/** Equal as JSON: the order of keys is of no account, absent and undefined are the same. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index]));
  }
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => sameJson(a[key], b[key]));
}
