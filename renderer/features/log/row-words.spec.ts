import { shortId } from '../../ui/format/labels.ts';
import { expect, it } from 'vitest';
import type { LogRow } from '../../../domain/contract/views.ts';
import { nameOf, personIdOf, rowLines, stateOf, streamOf } from './row-words.ts';

const row = (rest: Partial<LogRow>): LogRow =>
  ({ known: true, redacted: false, status: 'pending', personName: null, data: '{}', ...rest }) as LogRow;

it('a stream of a person names that person, and no other does', () => {
  expect(personIdOf(streamOf('1'))).toBe('1');
  expect(personIdOf('saga-1')).toBeNull();
});

it('long ids are shortened so that two can be told apart', () => {
  expect(shortId('0198c0de-0001-7000-8000-00000000abcd')).toBe('0198c0de…abcd');
  expect(shortId('saga-1')).toBe('saga-1');
});

it('whom the views have not seen yet is called as the event says', () => {
  expect(nameOf(row({ personName: 'Ada' }))).toBe('Ada');
  const name = {
    givenNames: ['Grace'],
    familyNames: ['Hopper'],
    prefixes: [],
    suffixes: [],
    convention: 'Western',
  };
  expect(nameOf(row({ data: JSON.stringify({ name }) }))).toContain('Hopper');
  expect(nameOf(row({ data: '{"name":"Grace"}' }))).toBeNull();
  expect(nameOf(row({ data: '{"name":{"givenNames":7}}' }))).toBeNull();
  expect(nameOf(row({ data: 'no JSON' }))).toBeNull();
});

it.each([
  [{}, 'pending'],
  [{ status: 'confirmed' }, 'confirmed'],
  [{ known: false, status: 'confirmed' }, 'unknown'],
  [{ known: false, status: 'superseded' }, 'superseded'],
  [{ redacted: true, status: 'superseded' }, 'erased'],
] as const)('%j is shown as %s', (rest, state) => {
  expect(stateOf(row(rest))).toBe(state);
});

it('a row has no label of a person whom it does not name, and no more than it has room for', () => {
  const [kind, whom] = [{ after: 'Sibling' }, { label: 'With', person: '1' }];
  expect(rowLines([kind, whom])).toEqual([kind]);
  expect(rowLines([whom, kind, kind, { before: 'gone' }, kind])).toEqual([kind, kind, { before: 'gone' }]);
});
