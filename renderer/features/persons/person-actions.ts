import { Archive, Cake, CirclePause, CirclePlay, Flower2, type LucideIcon, Pencil, Plus } from 'lucide-react';
import type { FormName } from './forms/form-address.ts';
import { simpleForms } from './forms/simple-forms.ts';
import { type Abilities, abilitiesOf, type ExistingPerson } from './person-model.ts';

export interface PersonAction {
  readonly form: FormName;
  /** Where it stands alone. */
  readonly title: string;
  /** Where the person is in sight. */
  readonly label: string;
  readonly icon: LucideIcon;
  readonly needs: Exclude<keyof Abilities, 'because'>;
  /** Ends the record for good. */
  readonly final?: boolean;
  /** Other words for it. */
  readonly also?: string;
  readonly shortcut?: string;
}

const titleOf = (form: FormName): string => simpleForms[form]?.title ?? form;

const all: readonly PersonAction[] = [
  {
    form: 'add-component',
    title: 'Add component',
    label: 'Add component',
    icon: Plus,
    needs: 'addComponent',
    also: 'new',
    shortcut: 'A',
  },
  {
    form: 'rename',
    title: 'Rename person',
    label: 'Rename',
    icon: Pencil,
    needs: 'rename',
    also: 'edit change name',
    shortcut: 'R',
  },
  {
    form: 'birth-date',
    title: titleOf('birth-date'),
    label: titleOf('birth-date'),
    icon: Cake,
    needs: 'setBirthDate',
    also: 'birthday',
  },
  {
    form: 'reactivate',
    title: titleOf('reactivate'),
    label: 'Reactivate',
    icon: CirclePlay,
    needs: 'reactivate',
    also: 'activate resume',
  },
  {
    form: 'deactivate',
    title: titleOf('deactivate'),
    label: 'Deactivate',
    icon: CirclePause,
    needs: 'deactivate',
    also: 'suspend',
  },
  {
    form: 'death',
    title: titleOf('death'),
    label: titleOf('death'),
    icon: Flower2,
    needs: 'close',
    final: true,
    also: 'died deceased',
  },
  {
    form: 'archive',
    title: titleOf('archive'),
    label: 'Archive',
    icon: Archive,
    needs: 'close',
    final: true,
    also: 'close record',
  },
];

/** What can be done to a person in their present state. */
export function personActions(person: ExistingPerson): readonly PersonAction[] {
  const can = abilitiesOf(person);
  return all.filter(({ needs }) => can[needs]);
}
