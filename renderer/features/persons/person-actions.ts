import { Archive, Cake, CirclePause, CirclePlay, Flower2, type LucideIcon, Pencil, Plus } from 'lucide-react';
import type { FormName } from './forms/form-address.ts';
import { simpleForms } from './forms/simple-forms.ts';
import { type Abilities, abilitiesOf, type ExistingPerson } from './person-model.ts';

export interface PersonAction {
  readonly form: FormName;
  readonly title: string;
  readonly icon: LucideIcon;
  readonly needs: Exclude<keyof Abilities, 'because'>;
  /** Other words for it. */
  readonly also?: string;
  readonly shortcut?: string;
}

const titleOf = (form: FormName): string => simpleForms[form]?.title ?? form;

const all: readonly PersonAction[] = [
  {
    form: 'add-component',
    title: 'Add component',
    icon: Plus,
    needs: 'addComponent',
    also: 'new',
    shortcut: 'A',
  },
  {
    form: 'rename',
    title: 'Rename person',
    icon: Pencil,
    needs: 'rename',
    also: 'edit change name',
    shortcut: 'R',
  },
  { form: 'birth-date', title: titleOf('birth-date'), icon: Cake, needs: 'setBirthDate', also: 'birthday' },
  {
    form: 'reactivate',
    title: titleOf('reactivate'),
    icon: CirclePlay,
    needs: 'reactivate',
    also: 'activate resume',
  },
  {
    form: 'deactivate',
    title: titleOf('deactivate'),
    icon: CirclePause,
    needs: 'deactivate',
    also: 'suspend',
  },
  { form: 'death', title: titleOf('death'), icon: Flower2, needs: 'close', also: 'died deceased' },
  { form: 'archive', title: titleOf('archive'), icon: Archive, needs: 'close', also: 'close record' },
];

/** What can be done to a person in their present state. */
export function personActions(person: ExistingPerson): readonly PersonAction[] {
  const can = abilitiesOf(person);
  return all.filter(({ needs }) => can[needs]);
}
