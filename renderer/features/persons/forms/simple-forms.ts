import type { FormName } from './form-address.ts';

export interface SimpleForm {
  readonly type:
    | 'DeactivatePerson'
    | 'ReactivatePerson'
    | 'SetBirthDate'
    | 'RecordDeath'
    | 'ArchivePerson'
    | 'MergePersons'
    | 'RemoveComponent';
  readonly title: string;
  readonly action: string;
  /** Said once it is done. */
  readonly done: string;
  /** What it means, before it is done. */
  readonly consequence: string;
  readonly danger?: boolean;
  /** Parts of the command that the operator does not type. */
  readonly fixed?: Readonly<Record<string, unknown>>;
}

export const simpleForms: Partial<Readonly<Record<FormName, SimpleForm>>> = {
  deactivate: {
    type: 'DeactivatePerson',
    title: 'Deactivate person',
    action: 'Deactivate person',
    done: 'Person deactivated',
    consequence:
      'The person is suspended: they cannot be renamed and nothing can be added or edited until somebody reactivates them. Their data and history stay.',
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
