import { fc, test as property } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { detectSeparator } from './separators.ts';

it.each([
  ['a,b\n1,2\n', ','],
  ['a;b;c\n1,5;2,5;3\n1;2;3\n', ';'],
  ['a\tb\n1, 2\t3\n', '\t'],
  ['a|b|c\n1|2|3', '|'],
  ['a;b\n"1;;;;2";3\n"x\ny";4', ';'],
  ['only one column\nx\n', ','],
  ['', ','],
])('of %j it is %j', (text, separator) => {
  expect(detectSeparator(text)).toBe(separator);
});

const cell = fc.stringMatching(/^[a-z0-9 ]{0,8}$/);

property.prop([
  fc.constantFrom(',', ';', '\t', '|'),
  fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 20 }),
])('of a table whose cells hold none of them it is the one that was used', (separator, rows) => {
  expect(detectSeparator(rows.map((row) => row.join(separator)).join('\n'))).toBe(separator);
});
