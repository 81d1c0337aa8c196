import { fc, test } from '@fast-check/vitest';
import { v5 } from 'uuid';
import { expect, it } from 'vitest';
import { derivedId, sha1, uuidV5 } from './derived-id.ts';

const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
const hex = (bytes: readonly number[]) => bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
const ascii = (text: string) => [...text].map((sign) => sign.charCodeAt(0));

it.each([
  ['', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
  ['abc', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
  ['abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq', '84983e441c3bd26ebaae4aa1f95129e5e54670f1'],
  ['a'.repeat(1000), '291e9a6c66994949b57ba5e650361e98fc36b1ba'],
])('hashes %s as the standard does', (text, digest) => {
  expect(hex(sha1(ascii(text)))).toBe(digest);
});

test.prop([fc.string({ unit: 'grapheme', maxLength: 80 })])('makes the UUIDs that others make', (name) => {
  expect(uuidV5(name, DNS)).toBe(v5(name, DNS));
});

it('takes halves of surrogate pairs', () => {
  expect(uuidV5('\ud800', DNS)).toBe(uuidV5('\ufffd', DNS));
});

it('tells parts apart, not only the text that they make together', () => {
  expect(derivedId('a', 'bc')).not.toBe(derivedId('ab', 'c'));
  expect(derivedId('a', 'bc')).toBe(derivedId('a', 'bc'));
});

it('stays what it is for good: stored components are found by these ids', () => {
  expect(derivedId('person-1', 'EmailAddress', 'a@example.org')).toBe('bbea23a5-d873-5acb-987d-94d393a1db93');
});
