import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { fromBlob, toBlob } from './uuid-blob.ts';

test.prop([fc.uuid()])('every id comes back as it was', (uuid) => {
  expect(fromBlob(toBlob(uuid))).toBe(uuid);
});

it('is written as the text of a UUID', () => {
  expect(fromBlob(Buffer.from('01a213f4145a710f92e44216bf8e5da6', 'hex'))).toBe(
    '01a213f4-145a-710f-92e4-4216bf8e5da6',
  );
});

it('capital letters are the same digits', () => {
  expect(toBlob('01A213F4-145A-710F-92E4-4216BF8E5DA6')).toEqual(
    Buffer.from('01a213f4145a710f92e44216bf8e5da6', 'hex'),
  );
});
