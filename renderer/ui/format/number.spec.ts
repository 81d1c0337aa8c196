import { expect, it } from 'vitest';
import { formatBytes, formatSeconds } from './number.ts';

it.each([
  [0, '0 bytes'],
  [512, '512 bytes'],
  [1000, '1 kB'],
  [8_123_456, '8.12 MB'],
  [123_456_789_012, '123 GB'],
  [5e15, '5,000 TB'],
])('%d bytes are %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});

it.each([
  [0.2, 'under a second'],
  [1, '1 s'],
  [89, '89 s'],
  [90, '2 min'],
  [3600, '1 h'],
  [4800, '1 h 20 min'],
])('%d seconds are %s', (seconds, words) => {
  expect(formatSeconds(seconds)).toBe(words);
});
