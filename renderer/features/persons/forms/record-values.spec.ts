import { describe, expect, it } from 'vitest';
import { personCommands } from '../../../../domain/contract/forms.ts';
import { samplePerson } from '../../../testing/sample-persons.ts';
import { fieldsOf } from '../../../words/schema-fields.ts';
import type { ExistingPerson } from '../person-model.ts';
import type { FormName } from './form-address.ts';
import type { FormValues } from './form-values.ts';
import {
  type CommandValues,
  commandToSend,
  commandValues,
  type Target,
  validateCommand,
} from './record-values.ts';
import { simpleForms } from './simple-forms.ts';

const person: ExistingPerson = {
  ...samplePerson(0),
  location: 'london',
  metadata: { batch: '17', draft: 'yes' },
};

function target(form: FormName): Target {
  const command = simpleForms[form];
  if (command === undefined) throw new Error(form);
  const own = fieldsOf(personCommands[command.type].schema).filter(({ name }) => name !== 'personId');
  return { command, person, fields: command.fields?.(own, person) ?? own };
}

function typed(form: FormName, typedIn: FormValues): CommandValues {
  return { data: { ...commandValues(target(form)).data, ...typedIn } };
}

const sent = (form: FormName, typedIn: FormValues) => {
  const { personId: _personId, ...data } = commandToSend(target(form), typed(form, typedIn), 3)?.data ?? {
    personId: null,
    nothing: true,
  };
  return data;
};
const wrong = (form: FormName, typedIn: FormValues) => validateCommand(target(form), typed(form, typedIn));

describe('a form that shows the record', () => {
  it.each(['location', 'metadata', 'privacy', 'communication'] as const)(
    '%s sends nothing where nothing was changed, and a reason alone is no change',
    (form) => {
      expect(sent(form, {})).toEqual({ nothing: true });
      expect(sent(form, { reason: 'Because' })).toEqual({ nothing: true });
      expect(wrong(form, {})).toEqual([]);
    },
  );

  it('takes a location away where its field is emptied', () => {
    expect(sent('location', { locationId: '', reason: 'Closed' })).toEqual({
      locationId: null,
      reason: 'Closed',
    });
  });

  it('sends of the metadata what was added, changed and removed', () => {
    const changes = [
      { name: 'batch', value: '18' },
      { name: ' origin ', value: 'import' },
    ];
    expect(sent('metadata', { changes })).toEqual({
      changes: { batch: '18', origin: 'import', draft: null },
    });
  });

  it('sends only the preferences that changed, each as a whole', () => {
    expect(sent('communication', { doNotContact: 'yes', doNotDisturb: { from: '22', to: '7' } })).toEqual({
      doNotContact: true,
      doNotDisturb: { from: 22, to: 7 },
    });
  });
});

describe('what is wrong', () => {
  it('is said at the entries, also where one name is there twice', () => {
    const twice = [
      { name: 'batch', value: '1' },
      { name: 'batch', value: '2' },
    ];
    expect(wrong('metadata', { changes: twice })).toEqual([
      { path: ['data', 'changes'], message: '“batch” is there twice: keep one of the two' },
    ]);
    const nameless = [{ name: '', value: '2' }];
    expect(wrong('metadata', { changes: nameless })).toMatchObject([{ path: ['data', 'changes'] }]);
  });

  it('is said at the field of a form that begins empty', () => {
    expect(wrong('consent', { consentType: 'newsletter', granted: 'yes' })).toEqual([
      { path: ['data', 'consentVersion'], message: 'Enter a value' },
    ]);
  });
});

describe('forms about types of components', () => {
  const options = (form: FormName) =>
    target(form).fields.flatMap((field) => (field.kind === 'enum' ? field.options : []));

  it('offer to note those that are missing, and to remove those that are there', () => {
    const present = options('unregister-type').map(({ value }) => value);
    const missing = options('register-type').map(({ value }) => value);
    expect(present.length).toBeGreaterThan(0);
    expect(missing.filter((type) => present.includes(type))).toEqual([]);
    expect(new Set([...present, ...missing]).size).toBe(present.length + missing.length);
  });
});
