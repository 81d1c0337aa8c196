import type { FormName } from './form-address.ts';
import { recordForms } from './record-forms.ts';
import type { SimpleForm } from './simple-form.ts';
import { typeForms } from './type-forms.ts';

const lifecycleForms: Partial<Readonly<Record<FormName, SimpleForm>>> = {
  deactivate: {
    type: 'DeactivatePerson',
    title: 'Deactivate person',
    action: 'Deactivate person',
    done: 'Person deactivated',
    consequence:
      'The person stays deactivated: they cannot be renamed and nothing can be added or edited until somebody reactivates them. Their data and history stay.',
  },
  reactivate: {
    type: 'ReactivatePerson',
    title: 'Reactivate person',
    action: 'Reactivate person',
    done: 'Person reactivated',
    consequence: 'The person becomes active again and can be edited.',
  },
  'birth-date': {
    type: 'SetBirthDate',
    title: 'Set date of birth',
    action: 'Set date of birth',
    done: 'Date of birth set',
    consequence: 'A date of birth is set once and cannot be changed afterwards. Check it before you send it.',
  },
  death: {
    type: 'RecordDeath',
    title: 'Record death',
    action: 'Record death',
    done: 'Death recorded',
    consequence:
      'The record is closed for good: nothing can be changed afterwards, and this cannot be undone.',
    danger: true,
  },
  archive: {
    type: 'ArchivePerson',
    title: 'Archive person',
    action: 'Archive person',
    done: 'Person archived',
    consequence: 'The record is closed for good: it is only read from then on, and this cannot be undone.',
    danger: true,
  },
};

export const simpleForms: Partial<Readonly<Record<FormName, SimpleForm>>> = {
  ...lifecycleForms,
  ...recordForms,
  ...typeForms,
};
