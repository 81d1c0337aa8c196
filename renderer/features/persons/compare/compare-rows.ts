import { displayName } from '../../../../domain/contract/forms.ts';
import { calendarDate } from '../../../ui/format/time.ts';
import { statusWord } from '../../../ui/status-words.ts';
import { headlineOf } from '../../../words/data-words.ts';
import { typeTitle } from '../../../words/type-title.ts';
import { type Component, type ExistingPerson, sectionsOf } from '../person-model.ts';
import { type DetailDifference, detailDifferences, folded } from './detail-differences.ts';
import { canBeGiven } from './given-component.ts';

/** What the other record says of the same, and how this one differs. */
export interface Otherwise {
  readonly componentId: string;
  readonly differences: readonly DetailDifference[];
}

export interface CompareValue {
  readonly text: string;
  /** The other record has it as well. */
  readonly isShared: boolean;
  /** The other record has it, and says something else about it; null for all else. */
  readonly otherwise: Otherwise | null;
  /** A part that the other record lacks and can be given; null for all else. */
  readonly lacking: Component | null;
}

/** One line of the comparison: what each record has under a label. */
export interface CompareRow {
  readonly label: string;
  readonly first: readonly CompareValue[];
  readonly second: readonly CompareValue[];
  readonly isSame: boolean;
}

interface Value {
  readonly text: string;
  readonly component?: Component;
}

/** Whom a relationship is with does not stand in its text. */
function isAlike(a: Value, b: Value): boolean {
  const whom = (value: Value) => value.component?.data['otherPersonId'];
  return folded(a.text) === folded(b.text) && whom(a) === whom(b);
}

type Values = readonly Value[];

/** Of several on the other record that say the same, the one that differs least. */
function nearest(mine: Component, alike: Values): Otherwise | null {
  const theirs = alike.flatMap(({ component }) => (component === undefined ? [] : [component]));
  const [first] = theirs
    .map((other) => ({ componentId: other.componentId, differences: detailDifferences(mine, other) }))
    .toSorted((a, b) => a.differences.length - b.differences.length);
  return first === undefined || first.differences.length === 0 ? null : first;
}

function marked(values: Values, others: Values): readonly CompareValue[] {
  return values.map((value) => {
    const { text, component = null } = value;
    const alike = others.filter((other) => isAlike(value, other));
    const otherwise = component === null ? null : nearest(component, alike);
    const isShared = alike.length > 0 && otherwise === null;
    const isLacking = alike.length === 0 && component !== null && canBeGiven(component);
    return { text, isShared, otherwise, lacking: isLacking ? component : null };
  });
}

function rowOf(label: string, first: Values, second: Values): CompareRow {
  const sides = { first: marked(first, second), second: marked(second, first) };
  const isSame = [...sides.first, ...sides.second].every(({ isShared }) => isShared);
  return { label, ...sides, isSame };
}

function listed(value: string | null): Values {
  return value === null || value === '' ? [] : [{ text: value }];
}

function entriesOf(record: Readonly<Record<string, string>>): Values {
  return Object.entries(record).map(([key, value]) => ({ text: `${key}: ${value}` }));
}

function identityRows(a: ExistingPerson, b: ExistingPerson): readonly CompareRow[] {
  const row = (label: string, of: (person: ExistingPerson) => string | null) =>
    rowOf(label, listed(of(a)), listed(of(b)));
  return [
    row('Name', ({ name }) => displayName(name)),
    row('Status', ({ lifecycle }) => statusWord(lifecycle.status)),
    row('Born', ({ birthDate }) => (birthDate === null ? null : calendarDate(birthDate))),
    row('Source', ({ source, sourceSystem, importId }) =>
      [source, sourceSystem, importId].filter((part) => part !== null).join(' · '),
    ),
    row('Location', ({ location }) => location),
    rowOf('Known elsewhere as', entriesOf(a.identities), entriesOf(b.identities)),
    rowOf('Metadata', entriesOf(a.metadata), entriesOf(b.metadata)),
  ];
}

/** Component types in the order of a person's page, of either record. */
function typesOf(...persons: readonly ExistingPerson[]): readonly string[] {
  const components = persons.flatMap((person) => person.components);
  const [first] = persons;
  if (first === undefined) return [];
  const sections = sectionsOf({ ...first, components });
  return [...new Set(sections.flatMap((section) => section.components.map(({ type }) => type)))];
}

function valuesOf(person: ExistingPerson, type: string): Values {
  return person.components
    .filter((component) => component.type === type)
    .map((component) => ({ text: headlineOf(type, component.data), component }));
}

/** Two records line by line. What neither has is left out. */
export function compareRows(a: ExistingPerson, b: ExistingPerson): readonly CompareRow[] {
  const rows = [
    ...identityRows(a, b),
    ...typesOf(a, b).map((type) => rowOf(typeTitle(type), valuesOf(a, type), valuesOf(b, type))),
  ];
  return rows.filter(({ first, second }) => first.length + second.length > 0);
}
