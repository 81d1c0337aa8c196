import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { findPayloadFault } from './plain-data.ts';

const megabyte = 1024 * 1024;
const codeOf = (payload: unknown): string | undefined => findPayloadFault(payload)?.code;

describe('payload check', () => {
  test.prop([fc.jsonValue()])('accepts whatever JSON can say, reserved keys aside', (value) => {
    const text = JSON.stringify(value);
    fc.pre(!/__proto__|constructor|prototype/.test(text));
    expect(findPayloadFault(value)).toBeNull();
  });

  it('accepts a command of 10 MB, which the engine then refuses in its own words', () => {
    expect(findPayloadFault({ data: { note: 'x'.repeat(10 * megabyte) } })).toBeNull();
  });

  it('refuses more than 12 MB in one text', () => {
    expect(codeOf({ note: 'x'.repeat(13 * megabyte) })).toBe('payload-too-large');
  });

  it('counts texts in bytes, not in characters', () => {
    expect(codeOf('€'.repeat(5 * megabyte))).toBe('payload-too-large');
  });

  it('refuses more than 12 MB in many small parts', () => {
    expect(codeOf(Array.from({ length: 2 * megabyte }, (_, index) => index))).toBe('payload-too-large');
  });

  it('counts long keys', () => {
    expect(codeOf({ ['k'.repeat(13 * megabyte)]: 1 })).toBe('payload-too-large');
  });

  it('refuses small data that grows huge by references to itself', () => {
    let value: unknown = 'x'.repeat(1000);
    for (let level = 0; level < 30; level += 1) value = [value, value];
    expect(codeOf(value)).toBe('payload-too-large');
  });

  it('refuses data that contains itself', () => {
    const value: Record<string, unknown> = {};
    value['self'] = value;
    expect(codeOf(value)).toBe('payload-too-deep');
  });

  it('refuses data nested too deep', () => {
    let value: unknown = 1;
    for (let level = 0; level < 100; level += 1) value = { value };
    expect(codeOf(value)).toBe('payload-too-deep');
  });

  it.each([
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['bytes', new Uint8Array(1)],
    ['a big integer', 1n],
    ['a function', () => 1],
    ['an error', new Error('x')],
  ])('refuses %s inside the input', (_name, value) => {
    expect(codeOf({ deep: [{ value }] })).toBe('payload-not-plain');
  });

  it.each([
    '{"__proto__":{"admin":true}}',
    '{"a":[{"__proto__":1}]}',
    '{"constructor":{"prototype":{"x":1}}}',
  ])('refuses keys that could reach the prototype of all objects: %s', (json) => {
    expect(codeOf(JSON.parse(json))).toBe('payload-unsafe-key');
  });

  it('accepts the word constructor as the key of a plain value', () => {
    expect(codeOf({ custom: { constructor: 'Bauunternehmer' } })).toBeUndefined();
  });
});
