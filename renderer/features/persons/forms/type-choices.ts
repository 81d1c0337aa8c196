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

/** How well a type answers to what was typed, 0 the best: its title, how that begins, how a word of it begins. */
function distance({ title, id, detail }: (typeof all)[number], wanted: string): number {
  const name = title.toLowerCase();
  if (name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.split(/[\s\-]+/u).some((word) => word.startsWith(wanted))) return 2;
  return `${name} ${id} ${detail}`.toLowerCase().includes(wanted) ? 3 : Number.POSITIVE_INFINITY;
}

/** Best first. Groups stay together: the one with the best of all comes first. */
function ranked(wanted: string) {
  const found = all
    .map((choice) => ({ choice, far: distance(choice, wanted) }))
    .filter(({ far }) => far !== Number.POSITIVE_INFINITY);
  const nearest = (group: string) =>
    Math.min(...found.filter(({ choice }) => choice.group === group).map(({ far }) => far));
  const order = [...new Set(found.map(({ choice }) => choice.group))].toSorted(
    (a, b) => nearest(a) - nearest(b),
  );
  return order.flatMap((group) =>
    found
      .filter(({ choice }) => choice.group === group)
      .toSorted((a, b) => a.far - b.far)
      .map(({ choice }) => choice),
  );
}

/** The types that a component can be added of, by group; one that there can be no second of says so. */
export function typeChoices(person: ExistingPerson, text: string): readonly PickerEntry[] {
  const present = new Set(person.components.map((component) => component.type));
  return ranked(text.trim().toLowerCase()).map(({ single, ...choice }) =>
    single && present.has(choice.id) ? { ...choice, detail: TAKEN, disabled: true } : choice,
  );
}
