import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { personCommands } from '../../../../domain/contract/forms.ts';
import { errorsOf, flattenErrors, issuesIn, labelOf, problemsOf, refusalProblems } from './problems.ts';
import { fieldsOf } from '../../../words/schema-fields.ts';

const schema = z.strictObject({
  name: z.string().min(1, 'Enter a name').meta({ title: 'Name' }),
  hours: z.object({ from: z.number().meta({ title: 'From hour' }) }).meta({ title: 'Contact hours' }),
  kind: z.enum(['A', 'B']),
  tags: z.array(z.string().max(2, 'Too long')),
});

describe('problems of a form', () => {
  it('say in words what is missing, with the path of the field', () => {
    expect(problemsOf(schema, { tags: [], hours: { from: 'x' } }, ['data'])).toEqual([
      { path: ['data', 'name'], message: 'Enter a value' },
      { path: ['data', 'hours', 'from'], message: 'Must be a number' },
      { path: ['data', 'kind'], message: 'Choose one of the options' },
    ]);
  });

  it('are in the words of a refusal, where the schema has none of its own', () => {
    const plain = z.object({ years: z.number().max(9), at: z.iso.date() });
    expect(problemsOf(plain, { years: 10, at: 'x' })).toEqual([
      { path: ['years'], message: 'Must be at most 9' },
      { path: ['at'], message: 'Is not written as it has to be here' },
    ]);
  });

  it('say of a time what can be typed, which is more than a command takes', () => {
    const { validFrom } = personCommands.RecordAttribute.schema.shape;
    expect(problemsOf(validFrom, 'soon', ['validFrom'])).toEqual([
      { path: ['validFrom'], message: 'Must be a date or a time, like 2026-11-14 or 2026-11-14 09:41' },
    ]);
  });

  it('stand at a list where one of its entries is wrong', () => {
    const value = { name: 'a', hours: { from: 1 }, kind: 'A', tags: ['ok', 'long'] };
    expect(problemsOf(schema, value)).toEqual([{ path: ['tags'], message: 'Too long' }]);
  });

  it('name fields as the form does', () => {
    expect(labelOf(fieldsOf(schema), ['hours', 'from'])).toBe('Contact hours: from hour');
    expect(labelOf(fieldsOf(schema), [])).toBe('The form');
  });
});

describe('the issues of a refusal', () => {
  it('are read whether paths come as lists or as text', () => {
    const issues = [
      { path: ['data', 'tags', 0], message: 'a' },
      { path: 'data/address', message: 'b' },
      { path: 'x' },
    ];
    expect(issuesIn({ issues })).toEqual([
      { path: ['data', 'tags'], message: 'a' },
      { path: ['data', 'address'], message: 'b' },
    ]);
  });

  it('are none where the details are of another shape', () => {
    expect(issuesIn(undefined)).toEqual([]);
    expect(issuesIn({ issues: 'many' })).toEqual([]);
  });
});

describe('a refusal', () => {
  it('stands at the field that it is about, its dates written out', () => {
    const message = 'The date of death is before the date of birth, 1990-04-01: enter a later date';
    expect(refusalProblems({ code: 'death-before-birth', message })).toEqual([
      { path: ['dateOfDeath'], message: message.replace('1990-04-01', '1 Apr 1990') },
    ]);
    const details = { field: 'birthDate', date: '2100-01-01' };
    expect(refusalProblems({ code: 'date-in-future', message: 'Too late', details })).toEqual([
      { path: ['birthDate'], message: 'Too late' },
    ]);
  });

  it('says what its issues say where it names some', () => {
    const details = { issues: [{ path: 'data/address', message: 'b' }] };
    expect(refusalProblems({ code: 'invalid-data', message: 'a', details })).toEqual([
      { path: ['data', 'address'], message: 'b' },
    ]);
  });

  it('about the person as a whole is at no field', () => {
    expect(refusalProblems({ code: 'person-suspended', message: 'Reactivate first' })).toEqual([]);
  });
});

describe('a tree of form errors', () => {
  it('becomes a list, the form itself first named by an empty path', () => {
    const errors = {
      root: { form: { type: 'schema', message: 'all' } },
      data: { address: { type: 'schema', message: 'bad', ref: {} } },
    };
    expect(flattenErrors(errors)).toContainEqual({ path: ['data', 'address'], message: 'bad' });
    expect(flattenErrors(errors)).toHaveLength(2);
  });

  it('are told in the order of the fields, of two about one field the first', () => {
    const problems = [
      { path: ['data', 'country'], message: 'Enter a value' },
      { path: ['data', 'coordinates', 'latitude'], message: 'Must be -90 to 90 degrees' },
      { path: ['data', 'coordinates', 'longitude'], message: 'Enter a value' },
    ];
    const again = { path: ['data', 'country'], message: 'Must be a country code' };
    expect(flattenErrors(errorsOf([...problems, again]))).toEqual(problems);
  });
});
