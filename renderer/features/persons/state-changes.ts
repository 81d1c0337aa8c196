import { displayName, type JsonObject, type PersonName } from '../../../domain/contract/forms.ts';
import { calendarDate } from '../../ui/format/time.ts';
import { headlineOf } from '../../words/data-words.ts';
import { patchLines } from '../../words/patch-words.ts';
import { typeTitle } from '../../words/type-title.ts';
import type { WordLine } from '../../words/word-line.ts';
import { statusWord } from '../../ui/status-words.ts';
import { nameFieldLabel } from './forms/name-fields.tsx';
import { emptyName, type NameValues, nameValuesOf } from './forms/name-values.ts';
import { same, sparsePatch } from './forms/sparse-patch.ts';
import type { Component, ExistingPerson } from './person-model.ts';

/** What one event changed of a part of a person, field by field. */
export interface ChangeGroup {
  readonly title: string;
  /** Which one, where there are several. */
  readonly what?: string | undefined;
  readonly lines: readonly WordLine[];
}

function line(label: string, before: string, after: string): readonly WordLine[] {
  if (before === after) return [];
  if (before === '') return [{ label, after, added: true }];
  return after === '' ? [{ label, before }] : [{ label, before, after }];
}

const group = (title: string, lines: readonly WordLine[]): readonly ChangeGroup[] =>
  lines.length === 0 ? [] : [{ title, lines }];

type Person = ExistingPerson | null;

function nameLines(before: Person, after: ExistingPerson): readonly WordLine[] {
  if (before !== null && same(before.name, after.name)) return [];
  const now = nameValuesOf(after.name);
  const was = before === null ? emptyName : nameValuesOf(before.name);
  const names = Object.keys(emptyName) as readonly (keyof NameValues)[];
  const parts = names.flatMap((part) => line(nameFieldLabel(part, now.convention), was[part], now[part]));
  const shown = (name: PersonName | undefined) => (name === undefined ? '' : displayName(name));
  return [...line('In lists', shown(before?.name), shown(after.name)), ...parts];
}

function lifecycleLines(before: Person, { lifecycle: now }: ExistingPerson): readonly WordLine[] {
  const was = before?.lifecycle;
  if (was !== undefined && same(was, now)) return [];
  const reason = (state: typeof was) => (state !== undefined && 'reason' in state ? state.reason : '');
  const died = now.status === 'deceased' ? calendarDate(now.dateOfDeath) : '';
  return [
    ...line('Status', was === undefined ? '' : statusWord(was.status), statusWord(now.status)),
    ...line('Reason', reason(was), reason(now)),
    ...line('Date of death', '', died),
    ...(now.status === 'merged' ? [{ label: 'Into', person: now.into }] : []),
  ];
}

function recordLines(before: JsonObject, after: JsonObject): readonly WordLine[] {
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].toSorted().flatMap((name) => line(name, text(before[name]), text(after[name])));
}

const dateText = (date: string | null): string => (date === null ? '' : calendarDate(date));

/** Before there was anything. */
const unborn = {
  birthDate: null,
  location: null,
  source: null,
  sourceSystem: null,
  importId: null,
  identities: {},
  metadata: {},
};

const origins = [
  ['source', 'Source'],
  ['sourceSystem', 'Source system'],
  ['importId', 'Import id'],
] as const;

function recordGroups(before: Person, after: ExistingPerson): readonly ChangeGroup[] {
  const was = before ?? unborn;
  return [
    ...group('Name', nameLines(before, after)),
    ...group('Lifecycle', lifecycleLines(before, after)),
    ...group('Person', [
      ...line('Date of birth', dateText(was.birthDate), dateText(after.birthDate)),
      ...line('Location', was.location ?? '', after.location ?? ''),
      ...origins.flatMap(([key, label]) => line(label, was[key] ?? '', after[key] ?? '')),
    ]),
    ...group('Identities', recordLines(was.identities, after.identities)),
    ...group('Metadata', recordLines(was.metadata, after.metadata)),
  ];
}

type Content = Pick<Component, 'data' | 'custom' | 'tags' | 'primary' | 'verified'>;

const nothing: Content = { data: {}, custom: {}, tags: [], primary: false, verified: false };

function contentLines(type: string, was: Content, now: Content): readonly WordLine[] {
  const marks = ({ primary, verified, tags }: Content) => ({ primary, verified, tags });
  const changes = {
    ...sparsePatch(marks(was), marks(now)),
    data: sparsePatch(was.data, now.data),
    custom: sparsePatch(was.custom, now.custom),
  };
  return patchLines(type, changes, was);
}

function changedComponent(before: Component, after: Component): readonly ChangeGroup[] {
  const { type, data } = after;
  const lines = contentLines(type, before, after);
  return lines.length === 0 ? [] : [{ title: typeTitle(type), what: headlineOf(type, data), lines }];
}

function comesOrGoes({ type, data }: Component, verb: string, lines: readonly WordLine[]): ChangeGroup {
  return { title: `${typeTitle(type)} ${verb}`, what: headlineOf(type, data), lines };
}

function componentGroup(before: Component | undefined, after: Component | undefined): readonly ChangeGroup[] {
  if (before !== undefined && after !== undefined) return changedComponent(before, after);
  if (after !== undefined) return [comesOrGoes(after, 'added', contentLines(after.type, nothing, after))];
  if (before === undefined) return [];
  return [comesOrGoes(before, 'removed', contentLines(before.type, before, nothing))];
}

/** What differs between two states of a person, part by part, in words. `before` is null where there was none yet. */
export function stateChanges(before: Person, after: ExistingPerson): readonly ChangeGroup[] {
  const old = new Map((before?.components ?? []).map((component) => [component.componentId, component]));
  const now = new Map(after.components.map((component) => [component.componentId, component]));
  const ids = new Set([...old.keys(), ...now.keys()]);
  return [
    ...recordGroups(before, after),
    ...[...ids].flatMap((id) => componentGroup(old.get(id), now.get(id))),
  ];
}
