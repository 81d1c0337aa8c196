import { describe, expect, it } from 'vitest';
import { samplePerson } from '../../../testing/sample-persons.ts';
import { componentValues, updateCommand, validateAdd, validateUpdate } from './component-values.ts';

const person = samplePerson(0);
const email = person.components[0];
if (email === undefined) throw new Error('The sample person has an e-mail address');
const opened = componentValues('EmailAddress', email);

describe('changing a component', () => {
  it('sends nothing where nothing changed', () => {
    expect(updateCommand(person.personId, email, opened, 3)).toBeNull();
  });

  it('sends only what changed, on the version that the form was opened on', () => {
    const data = { ...opened.data, marketing: 'yes', type: '' };
    const values = { ...opened, data, verified: false, tags: [' vip ', ''], reason: ' asked ' };
    expect(updateCommand(person.personId, email, values, 3)).toEqual({
      type: 'UpdateComponent',
      expectedVersion: 3,
      data: {
        personId: person.personId,
        componentId: email.componentId,
        changes: { data: { marketing: true, type: null }, verified: false, tags: ['vip'] },
        reason: 'asked',
      },
    });
  });

  it('checks the whole that results', () => {
    const values = { ...opened, data: { ...opened.data, address: 'nowhere' } };
    expect(validateUpdate(email, values)).toMatchObject([{ path: ['data', 'address'] }]);
  });
});

describe('adding a component', () => {
  it('asks for what the schema needs, at the field', () => {
    const problems = validateAdd(person.personId, 'PhoneNumber', componentValues('PhoneNumber', undefined));
    expect(problems.map(({ path }) => path.join('.'))).toEqual(['data.number', 'data.countryCode']);
    expect(problems.map(({ message }) => message)).not.toContainEqual(expect.stringContaining('Invalid'));
  });

  it('starts times that are now with now', () => {
    const { data } = componentValues('Attribute', undefined);
    expect(data['recordedAt']).toEqual(expect.stringMatching(/^\d{4}-\d{2}-\d{2}T.*Z$/u));
  });
});
