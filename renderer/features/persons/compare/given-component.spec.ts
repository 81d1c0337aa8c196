import { expect, it } from 'vitest';
import { samplePerson } from '../../../testing/sample-persons.ts';
import type { Component } from '../person-model.ts';
import { canBeGiven, givenComponent } from './given-component.ts';

const plain: Component = {
  ...(samplePerson(0).components[0] as Component),
  tags: ['checked'],
  custom: { desk: '4' },
};
const recordedApart = [
  ['Skill', { name: 'Chess' }, { endorsements: { a: { endorserName: 'Grace' } } }],
  ['PrivacyPreferences', { dataRetentionDays: 30 }, { consents: { newsletter: { granted: true } } }],
] as const;

it.each(recordedApart)('of %s all is given but what a command of its own records', (type, data, apart) => {
  const part = { ...plain, type, data: { ...data, ...apart } };
  expect(givenComponent(part)).toEqual({
    componentType: type,
    data,
    tags: ['checked'],
    custom: { desk: '4' },
  });
  expect(canBeGiven(part)).toBe(true);
});

it('what this program has no form for is given as it is', () => {
  const data = { anything: 1 };
  expect(givenComponent({ ...plain, type: 'Unheard', data })).toMatchObject({ data });
});

it('an attribute that was found wrong is not given', () => {
  const data = { name: 'Height', invalidated: { at: '2026-01-01T00:00:00.000Z' } };
  expect(canBeGiven({ ...plain, type: 'Attribute', data })).toBe(false);
});
