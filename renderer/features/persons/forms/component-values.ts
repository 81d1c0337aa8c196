import { definitionOf, personCommands } from '../../../../domain/contract/forms.ts';
import type { CommandToSend } from '../../../bridge/use-command.ts';
import { humanize } from '../../../ui/format/labels.ts';
import type { Component } from '../person-model.ts';
import {
  type FormValues,
  fromFormValues,
  fromPairs,
  mergeKept,
  type Pair,
  toFormValues,
  toPairs,
} from './form-values.ts';
import { type Leaf, leavesOf } from './leaves.ts';
import { labelOf, pairProblems, type Problem, problemsOf } from './problems.ts';
import { type FieldSpec, fieldsOf } from '../../../words/schema-fields.ts';
import { sparsePatch } from './sparse-patch.ts';

type Data = Readonly<Record<string, unknown>>;

/** What every component has besides its data. */
export interface Envelope {
  readonly primary: boolean;
  readonly verified: boolean;
  readonly tags: readonly string[];
}

export const reasonField: FieldSpec = {
  name: 'reason',
  label: 'Reason',
  kind: 'longText',
  required: false,
  derived: false,
  help: 'Why it changes; kept in the history',
};

export const customField: FieldSpec = {
  name: 'custom',
  label: 'Custom fields',
  kind: 'pairs',
  required: false,
  derived: false,
  help: 'What the type has no field for, under names of your own',
};

const mark = (path: keyof Envelope, label: string): Leaf => ({
  path,
  label,
  text: (value) => (value === true ? 'yes' : 'no'),
});

/** The fields of an edited component, each that is said on its own. */
export function componentLeaves(type: string): readonly Leaf[] {
  const tags: Leaf = {
    path: 'tags',
    label: 'Tags',
    text: (value) => (Array.isArray(value) ? value : []).join(', '),
  };
  const marks = [mark('primary', 'Primary'), mark('verified', 'Verified'), tags];
  return [...leavesOf(fieldsOfType(type), 'data'), ...marks, ...leavesOf([customField, reasonField], '')];
}

export interface ComponentValues extends Envelope {
  readonly data: FormValues;
  readonly custom: readonly Pair[];
  readonly reason: string;
}

/** A type that this program does not know has no form: its data is shown and edited as JSON. */
export function fieldsOfType(type: string): readonly FieldSpec[] {
  const definition = definitionOf(type);
  return definition === undefined ? [] : fieldsOf(definition.schema);
}

/** Times that are "now" unless somebody says otherwise. */
const nowFields: ReadonlySet<string> = new Set(['recordedAt']);

function freshData(fields: readonly FieldSpec[]): Data {
  const now = new Date().toISOString();
  const stamped = fields.filter(
    (field) => field.required && field.kind === 'instant' && nowFields.has(field.name),
  );
  return Object.fromEntries(stamped.map((field) => [field.name, now]));
}

const noMarks: Envelope = { primary: false, verified: false, tags: [] };

export function componentValues(type: string, component: Component | undefined): ComponentValues {
  const fields = fieldsOfType(type);
  const { primary, verified, tags } = component ?? noMarks;
  return {
    data: toFormValues(fields, component?.data ?? freshData(fields)),
    primary,
    verified,
    tags,
    custom: toPairs(component?.custom),
    reason: '',
  };
}

const tagsOf = (values: ComponentValues): readonly string[] =>
  values.tags.map((tag) => tag.trim()).filter((tag) => tag !== '');

function addData(personId: string, type: string, values: ComponentValues): Record<string, unknown> {
  const tags = tagsOf(values);
  const custom = fromPairs(values.custom);
  return {
    personId,
    componentType: type,
    data: fromFormValues(fieldsOfType(type), values.data),
    ...(values.primary ? { primary: true } : {}),
    ...(values.verified ? { verified: true } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    ...(custom === undefined ? {} : { custom }),
  };
}

function dataProblems(type: string, data: Data): readonly Problem[] {
  const definition = definitionOf(type);
  return definition === undefined ? [] : problemsOf(definition.schema, data, ['data']);
}

const twiceIn = ({ custom }: ComponentValues) => pairProblems([customField], { custom }, []);
const atCustom = (problem: Problem): Problem =>
  problem.path[0] === 'custom' ? { ...problem, path: ['custom'] } : problem;

export function validateAdd(personId: string, type: string, values: ComponentValues): readonly Problem[] {
  const command = addData(personId, type, values);
  const envelope = problemsOf(personCommands.AddComponent.schema, command).map(atCustom);
  return [...dataProblems(type, command['data'] as Data), ...envelope, ...twiceIn(values)];
}

export function addCommand(
  personId: string,
  type: string,
  values: ComponentValues,
  expectedVersion: number,
): CommandToSend {
  return { type: 'AddComponent', data: addData(personId, type, values), expectedVersion };
}

function wantedData(before: Component, values: ComponentValues): Data {
  const fields = fieldsOfType(before.type);
  return mergeKept(fields, before.data, fromFormValues(fields, values.data));
}

export function validateUpdate(before: Component, values: ComponentValues): readonly Problem[] {
  const { tags, custom } = personCommands.AddComponent.schema.shape;
  return [
    ...dataProblems(before.type, wantedData(before, values)),
    ...problemsOf(tags, tagsOf(values), ['tags']),
    ...problemsOf(custom, fromPairs(values.custom), ['custom']).map(atCustom),
    ...twiceIn(values),
  ];
}

function envelopePatch(before: Component, values: ComponentValues): Data {
  const { primary, verified } = values;
  const custom = sparsePatch(before.custom, fromPairs(values.custom) ?? {});
  const old = { primary: before.primary, verified: before.verified, tags: before.tags };
  return {
    ...sparsePatch(old, { primary, verified, tags: tagsOf(values) }),
    ...(Object.keys(custom).length === 0 ? {} : { custom }),
  };
}

/** Only what changed goes out, so that what others changed meanwhile stays. Null: nothing changed. */
export function updateCommand(
  personId: string,
  before: Component,
  values: ComponentValues,
  expectedVersion: number,
): CommandToSend | null {
  const data = sparsePatch(before.data, wantedData(before, values));
  const changes = { ...(Object.keys(data).length > 0 ? { data } : {}), ...envelopePatch(before, values) };
  if (Object.keys(changes).length === 0) return null;
  const reason = values.reason.trim();
  const command = {
    personId,
    componentId: before.componentId,
    changes,
    ...(reason === '' ? {} : { reason }),
  };
  return { type: 'UpdateComponent', data: command, expectedVersion };
}

export function componentLabels(type: string, path: readonly string[]): string {
  return path[0] === 'data' ? labelOf(fieldsOfType(type), path.slice(1)) : humanize(path[0] ?? '');
}
