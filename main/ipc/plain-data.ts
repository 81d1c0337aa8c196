import type { ConsoleError } from '../../domain/contract/errors.ts';

/** `bytes`: strings as UTF-8, everything else as eight. `depth`: objects inside objects. */
export interface PayloadLimits {
  readonly bytes: number;
  readonly depth: number;
}

/** Above the engine's own limit for commands, so that a command too large is refused there, in its own words. */
export const payloadLimits: PayloadLimits = { bytes: 12 * 1024 * 1024, depth: 64 };

type Fault = ConsoleError | null;
type Entry = readonly [value: unknown, depth: number];

function fault(code: string, message: string): ConsoleError {
  return { code, kind: 'wrong-use', message };
}

const tooLarge = (limits: PayloadLimits): ConsoleError =>
  fault(
    'payload-too-large',
    `The input is larger than ${Math.floor(limits.bytes / 1024 / 1024)} MB. Send it in smaller parts.`,
  );
const tooDeep = (limits: PayloadLimits): ConsoleError =>
  fault(
    'payload-too-deep',
    `The input is nested more than ${limits.depth} levels deep, or contains itself. Send fewer levels.`,
  );
const notPlain = (): ConsoleError =>
  fault(
    'payload-not-plain',
    'The input holds something other than texts, numbers, lists and plain objects. Send what can be written as JSON.',
  );
const unsafeKey = (key: string): ConsoleError =>
  fault('payload-unsafe-key', `The input uses the reserved key "${key}". Choose another key.`);

function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** Merged into another object, these keys would reach the prototype that all objects share. */
function isUnsafe(key: string, value: unknown): boolean {
  if (key === '__proto__') return true;
  return (key === 'constructor' || key === 'prototype') && typeof value === 'object' && value !== null;
}

function sizeOf(value: unknown): number {
  return typeof value === 'string' ? Buffer.byteLength(value) : 8;
}

/** Pushes the children of `value`; answers their keys' size, or what is wrong with one of them. */
function expandObject(value: object, depth: number, stack: Entry[]): number | ConsoleError {
  let bytes = 0;
  for (const key of Object.keys(value)) {
    const child: unknown = (value as Record<string, unknown>)[key];
    if (isUnsafe(key, child)) return unsafeKey(key);
    bytes += sizeOf(key);
    stack.push([child, depth + 1]);
  }
  return bytes;
}

/** As above, for a list; one too long is refused by its length alone. */
function expandList(list: readonly unknown[], depth: number, stack: Entry[], limits: PayloadLimits): Fault {
  if (list.length * 8 > limits.bytes) return tooLarge(limits);
  for (const child of list) stack.push([child, depth + 1]);
  return null;
}

function expand([value, depth]: Entry, stack: Entry[], limits: PayloadLimits): number | ConsoleError {
  if (value === null || scalars.has(typeof value)) return 0;
  if (typeof value !== 'object' || !isPlain(value)) return notPlain();
  if (depth >= limits.depth) return tooDeep(limits);
  if (Array.isArray(value)) return expandList(value, depth, stack, limits) ?? 0;
  return expandObject(value, depth, stack);
}

const scalars = new Set(['string', 'number', 'boolean', 'undefined']);

/**
 * Whether a payload is plain data of bounded size and depth: null if it is, else the error to answer. What is
 * reached twice counts twice, so neither cycles nor shared references can hide their size.
 */
export function findPayloadFault(payload: unknown, limits: PayloadLimits = payloadLimits): Fault {
  const stack: Entry[] = [[payload, 0]];
  let bytes = 0;
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const expanded = expand(entry, stack, limits);
    if (typeof expanded !== 'number') return expanded;
    bytes += sizeOf(entry[0]) + expanded;
    if (bytes > limits.bytes) return tooLarge(limits);
  }
  return null;
}
