import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { componentTypes, definitionOf } from '../../domain/contract/forms.ts';
import { fromFormValues, mergeKept, toFormValues } from '../features/persons/forms/form-values.ts';
import { fieldsOf } from './schema-fields.ts';

const types = Object.keys(componentTypes);

describe('the fields of a schema', () => {
  it('take kind, label, help and need from it', () => {
    const schema = z.object({
      address: z.string().meta({ title: 'Address', description: 'Where it goes' }),
      startDate: z.iso.date().optional(),
      size: z.number().int().nullable().optional(),
      kind: z.enum(['FullTime', 'Other']).optional(),
      notes: z.string().optional().meta({ multiline: true }),
      tags: z.array(z.string()).optional(),
      days: z.array(z.enum(['Mon', 'Tue'])).optional(),
      free: z.record(z.string(), z.unknown()).optional(),
      sure: z.boolean().nullable().optional(),
      named: z.record(z.string(), z.string().nullable()).optional(),
    });
    expect(fieldsOf(schema)).toMatchObject([
      { name: 'address', kind: 'text', label: 'Address', help: 'Where it goes', required: true },
      { name: 'startDate', kind: 'date', label: 'Start date', required: false },
      { name: 'size', kind: 'number', integer: true },
      {
        name: 'kind',
        kind: 'enum',
        options: [{ value: 'FullTime', label: 'Full time' }, { value: 'Other' }],
      },
      { name: 'notes', kind: 'longText' },
      { name: 'tags', kind: 'list' },
      { name: 'days', kind: 'several' },
      { name: 'free', kind: 'json' },
      { name: 'sure', kind: 'boolean' },
      { name: 'named', kind: 'pairs' },
    ]);
  });

  it('are nested where objects are, and chosen where a union is told apart by a constant', () => {
    const [value] = fieldsOf(componentTypes.Attribute.schema).filter((field) => field.name === 'value');
    expect(value).toMatchObject({ kind: 'choice', discriminator: 'type' });
    const [hours] = fieldsOf(componentTypes.PhoneNumber.schema).filter(
      (field) => field.name === 'contactHours',
    );
    expect(hours).toMatchObject({ kind: 'object', fields: [{ name: 'from' }, { name: 'to' }] });
  });

  it('of a record are those of each of its objects', () => {
    const consents = fieldsOf(componentTypes.PrivacyPreferences.schema).find(
      (field) => field.name === 'consents',
    );
    expect(consents).toMatchObject({ kind: 'record', derived: true });
    expect(consents).toHaveProperty(
      'fields',
      expect.arrayContaining([expect.objectContaining({ name: 'recordedAt', kind: 'instant' })]),
    );
  });

  it.each(types)('of %s all have a form and a label', (type) => {
    const fields = fieldsOf(definitionOf(type)?.schema ?? z.never());
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.every((field) => field.label !== '')).toBe(true);
  });
});

describe('form values', () => {
  it.each(types)(
    'of %s give back the data that they were made from, what the system writes included',
    (type) => {
      const definition = definitionOf(type);
      const fields = fieldsOf(definition?.schema ?? z.never());
      const example = definition?.example ?? {};
      const said = fromFormValues(fields, toFormValues(fields, example));
      expect(mergeKept(fields, example, said)).toEqual(example);
    },
  );

  it('leave out what was not said', () => {
    const fields = fieldsOf(componentTypes.PhoneNumber.schema);
    expect(fromFormValues(fields, toFormValues(fields, {}))).toEqual({});
  });

  it('keep what is no number as it was typed, so that the schema can say so', () => {
    const fields = fieldsOf(z.object({ years: z.number() }));
    expect(fromFormValues(fields, { years: 'six' })).toEqual({ years: 'six' });
    expect(fromFormValues(fields, { years: '6.5' })).toEqual({ years: 6.5 });
  });

  it('tell "no" from "not said"', () => {
    const fields = fieldsOf(z.object({ sms: z.boolean().optional() }));
    expect(fromFormValues(fields, { sms: 'no' })).toEqual({ sms: false });
    expect(fromFormValues(fields, { sms: '' })).toEqual({});
  });

  it('never touch fields that the form does not show', () => {
    const fields = fieldsOf(
      z.object({ name: z.string(), at: z.string().optional().meta({ derived: true }) }),
    );
    expect(mergeKept(fields, { name: 'a', at: 't', legacy: 1 }, { name: 'b' })).toEqual({
      name: 'b',
      at: 't',
      legacy: 1,
    });
  });
});
