import {
  Archive,
  Cake,
  CirclePause,
  CirclePlay,
  ClipboardList,
  Flower2,
  Handshake,
  IdCard,
  ListX,
  type LucideIcon,
  MapPin,
  Merge,
  MessageSquare,
  Pencil,
  Plus,
  Puzzle,
  ShieldCheck,
  Tags,
} from 'lucide-react';
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
  /** Where menus put it: among what ends the record, what is recorded about the person, or what is changed. */
  readonly group: 'change' | 'record' | 'end' | 'other';
  /** What there has to be, besides the lifecycle that allows it. */
  readonly where?: (person: ExistingPerson) => boolean;
  /** Other words for it. */
  readonly also?: string;
  readonly shortcut?: string;
}

const titleOf = (form: FormName): string => simpleForms[form]?.title ?? form;

type Rest = Pick<PersonAction, 'group' | 'icon' | 'also'> & Partial<PersonAction>;

/** Called the same wherever it stands. */
function action(form: FormName, rest: Rest): PersonAction {
  return { form, title: titleOf(form), label: titleOf(form), needs: 'editComponent', ...rest };
}

const recording: readonly PersonAction[] = [
  action('location', { group: 'change', icon: MapPin, also: 'place move site', shortcut: 'M' }),
  action('identity', { group: 'change', icon: IdCard, also: 'external id system ldap' }),
  action('metadata', { group: 'change', icon: ClipboardList, also: 'technical keys values' }),
  action('consent', { group: 'record', icon: Handshake, also: 'privacy agreement withdraw' }),
  action('privacy', { group: 'record', icon: ShieldCheck, also: 'visibility sharing retention' }),
  action('communication', { group: 'record', icon: MessageSquare, also: 'contact channels language' }),
  action('record-attribute', { group: 'record', icon: Tags, also: 'fact value add' }),
  action('register-type', { group: 'record', icon: Puzzle, also: 'register component type' }),
  action('unregister-type', {
    group: 'record',
    icon: ListX,
    also: 'unregister component delete',
    needs: 'removeComponent',
    where: ({ components }) => components.length > 0,
  }),
];

const all: readonly PersonAction[] = [
  {
    form: 'add-component',
    group: 'other',
    title: 'Add component',
    label: 'Add component',
    icon: Plus,
    needs: 'addComponent',
    also: 'new',
    shortcut: 'A',
  },
  {
    form: 'rename',
    group: 'change',
    title: 'Rename person',
    label: 'Rename',
    icon: Pencil,
    needs: 'rename',
    also: 'edit change name',
    shortcut: 'R',
  },
  {
    form: 'birth-date',
    group: 'change',
    title: titleOf('birth-date'),
    label: titleOf('birth-date'),
    icon: Cake,
    needs: 'setBirthDate',
    also: 'birthday',
  },
  ...recording,
  {
    form: 'reactivate',
    group: 'other',
    title: titleOf('reactivate'),
    label: 'Reactivate',
    icon: CirclePlay,
    needs: 'reactivate',
    also: 'activate resume',
  },
  {
    form: 'deactivate',
    group: 'end',
    title: titleOf('deactivate'),
    label: 'Deactivate',
    icon: CirclePause,
    needs: 'deactivate',
    also: 'suspend',
  },
  action('merge', { group: 'end', icon: Merge, also: 'duplicate same join', final: true }),
  {
    form: 'death',
    group: 'end',
    title: titleOf('death'),
    label: titleOf('death'),
    icon: Flower2,
    needs: 'close',
    final: true,
    also: 'died deceased',
  },
  {
    form: 'archive',
    group: 'end',
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
  return all.filter(({ needs, where }) => can[needs] && where?.(person) !== false);
}
