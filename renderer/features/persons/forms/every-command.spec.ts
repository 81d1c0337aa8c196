import { describe, expect, it } from 'vitest';
import { componentTypes, personCommands } from '../../../../domain/contract/forms.ts';
import { samplePerson } from '../../../testing/sample-persons.ts';
import { componentActions } from '../component-actions.ts';
import { personActions } from '../person-actions.ts';
import type { Component, ExistingPerson } from '../person-model.ts';
import { componentForms } from './component-commands.ts';
import { fieldsOfType } from './component-values.ts';
import { type FormName, formNames } from './form-address.ts';
import { simpleForms } from './simple-forms.ts';
import { typeChoices } from './type-choices.ts';

const component = (type: string): Component => ({
  ...(samplePerson(0).components[0] as Component),
  componentId: type,
  type,
  data: {},
});

/** Forms with fields of their own making. */
const ownForms: Partial<Record<FormName, string>> = {
  create: 'CreatePerson',
  rename: 'UpdateName',
  'add-component': 'AddComponent',
  'edit-component': 'UpdateComponent',
  // Whatever is in conflict: `ConflictForm` opens the form of that command.
  'decide-conflict': 'UpdateName',
};

const kinds = ['Email', 'Phone', 'Skill', 'SocialProfile', 'Employment', 'Relationship'];
/** Older spellings: the same events as the command of the form that stands in for them. */
const coveredBy: Readonly<Record<string, FormName>> = Object.fromEntries(
  kinds.flatMap((kind) => [
    [`Add${kind}`, 'add-component'],
    [`Update${kind}`, 'edit-component'],
    [`Remove${kind}`, 'remove-component'],
  ]),
);

function commandOf(form: FormName): string | undefined {
  return ownForms[form] ?? simpleForms[form]?.type ?? componentForms[form]?.(component('Skill')).type;
}

/** Where each form is offered: a person's menu in some state, a component's menu, or its row or page. */
function offered(): ReadonlySet<FormName> {
  const states = [{ status: 'active' }, { status: 'suspended', reason: 'x', since: 'y' }] as const;
  const persons = states.map(
    (lifecycle): ExistingPerson => ({ ...samplePerson(0), birthDate: null, lifecycle }),
  );
  const elsewhere: readonly FormName[] = ['create', 'edit-component', 'remove-component'];
  return new Set([
    ...persons.flatMap((person) => personActions(person).map(({ form }) => form)),
    ...Object.keys(componentTypes).flatMap((type) =>
      componentActions(component(type)).map(({ form }) => form),
    ),
    ...elsewhere,
  ]);
}

describe('the forms of the window', () => {
  it.each(Object.keys(personCommands))('send %s', (type) => {
    const form = formNames.find((name) => commandOf(name) === type) ?? coveredBy[type];
    expect(form, `No form sends ${type}`).toBeDefined();
    expect(offered().has(form as FormName), `Nothing opens the form ${form ?? ''}`).toBe(true);
  });

  it('that stand in for an older spelling are there, and only for commands that there are', () => {
    for (const [type, form] of Object.entries(coveredBy)) {
      expect(Object.keys(personCommands)).toContain(type);
      expect(commandOf(form)).toBeDefined();
    }
  });

  it('all send a command', () => {
    expect(formNames.filter((form) => commandOf(form) === undefined)).toEqual([]);
  });

  it.each(Object.keys(componentTypes))('add a component of type %s, with fields to fill in', (type) => {
    const person = { ...samplePerson(0), components: [] };
    expect(typeChoices(person, '').map(({ id }) => id)).toContain(type);
    expect(fieldsOfType(type).filter(({ derived }) => !derived).length).toBeGreaterThan(0);
  });
});
