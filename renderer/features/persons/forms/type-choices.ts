import { componentTypes } from '../../../../domain/contract/forms.ts';
import type { PickerEntry } from '../../../ui/picker.tsx';
import { type ExistingPerson, groupTitles } from '../person-model.ts';

const groups = Object.values(groupTitles);

const all = Object.entries(componentTypes)
  .map(([id, definition]) => ({
    id,
    title: definition.title,
    detail: definition.description,
    group: groupTitles[definition.group],
    single: 'single' in definition,
  }))
  .toSorted((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group));

const TAKEN = 'This person has one already: edit it instead.';

/** The types that a component can be added of, by group; one that there can be no second of says so. */
export function typeChoices(person: ExistingPerson, text: string): readonly PickerEntry[] {
  const present = new Set(person.components.map((component) => component.type));
  const wanted = text.trim().toLowerCase();
  return all
    .filter(({ title, detail, id }) => `${title} ${id} ${detail}`.toLowerCase().includes(wanted))
    .map(({ single, ...choice }) =>
      single && present.has(choice.id) ? { ...choice, detail: TAKEN, disabled: true } : choice,
    );
}
