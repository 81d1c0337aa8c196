import { describe, expect, it } from 'vitest';
import { samplePerson } from '../../../testing/sample-persons.ts';
import { typeChoices } from './type-choices.ts';

// The fifth of the sample has communication preferences, of which there can be one only.
const person = samplePerson(4);

describe('the types that a component can be added of', () => {
  it('stand together by group', () => {
    const groups = typeChoices(person, '').map((choice) => choice.group);
    const runs = groups.filter((group, index) => group !== groups[index - 1]);
    expect(runs).toEqual([...new Set(groups)]);
  });

  it('are found by title, by name and by what they are for', () => {
    const found = (text: string) => typeChoices(person, text).map((choice) => choice.id);
    expect(found(' E-MAIL ')).toContain('EmailAddress');
    expect(found('phonenumber')).toEqual(['PhoneNumber']);
    expect(found('no such type')).toEqual([]);
  });

  it('stand best first: a title, how one begins, how a word of one begins, anything else', () => {
    const found = (text: string) => typeChoices(person, text).map((choice) => choice.title);
    expect(found('address').slice(0, 1)).toEqual(['Address']);
    expect(found('address')).toContain('E-mail address');
    expect(found('e-m')[0]).toBe('E-mail address');
    expect(found('number')[0]).toBe('Phone number');
    const groups = typeChoices(person, 'a').map((choice) => choice.group);
    const runs = groups.filter((group, index) => group !== groups[index - 1]);
    expect(runs).toEqual([...new Set(groups)]);
  });

  it('say why a second one cannot be added', () => {
    const taken = typeChoices(person, 'CommunicationPreferences');
    expect(taken).toMatchObject([{ disabled: true, detail: expect.stringContaining('edit it') as string }]);
    const free = typeChoices({ ...person, components: [] }, 'CommunicationPreferences');
    expect(free[0]?.disabled).toBeUndefined();
  });
});
