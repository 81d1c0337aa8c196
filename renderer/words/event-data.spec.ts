import { expect, it } from 'vitest';
import { eventData, readingOf } from './event-data.ts';

it('an event of an older version reads as it would be written today', () => {
  const row = { type: 'EmailAdded', data: '{"email":"a@b.org"}', reading: null };
  expect(readingOf(row)).toBe(row);
  const reading = { type: 'ComponentAdded', data: '{"componentType":"EmailAddress"}' };
  expect(readingOf({ ...row, reading })).toMatchObject(reading);
});

it('what is no JSON object carries nothing', () => {
  expect(eventData({ data: '[1]' })).toEqual({});
  expect(eventData({ data: 'not JSON' })).toEqual({});
  expect(eventData({ data: '{"a":1}' })).toEqual({ a: 1 });
});
