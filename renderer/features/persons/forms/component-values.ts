import { definitionOf, personCommands } from '../../../../domain/contract/forms.ts';
import type { CommandToSend } from '../../../bridge/use-command.ts';
import { humanize } from '../../../ui/format/labels.ts';
import type { Component } from '../person-model.ts';
import { type FormValues, fromFormValues, mergeKept, toFormValues } from './form-values.ts';
import { labelOf, type Problem, problemsOf } from './problems.ts';
import { type FieldSpec, fieldsOf } from '../../../words/schema-fields.ts';
import { sparsePatch } from './sparse-patch.ts';

type Data = Readonly<Record<string, unknown>>;

/** What every component has besides its data. */
export interface Envelope {
  readonly primary: boolean;
  readonly verified: boolean;
  readonly tags: readonly string[];
}

export interface ComponentValues extends Envelope {
  readonly data: FormValues;
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
    reason: '',
  };
}

const tagsOf = (values: ComponentValues): readonly string[] =>
  values.tags.map((tag) => tag.trim()).filter((tag) => tag !== '');

function addData(personId: string, type: string, values: ComponentValues): Record<string, unknown> {
  const tags = tagsOf(values);
  return {
    personId,
    componentType: type,
    data: fromFormValues(fieldsOfType(type), values.data),
    ...(values.primary ? { primary: true } : {}),
    ...(values.verified ? { verified: true } : {}),
    ...(tags.length > 0 ? { tags } : {}),
  };
}

function dataProblems(type: string, data: Data): readonly Problem[] {
  const definition = definitionOf(type);
  return definition === undefined ? [] : problemsOf(definition.schema, data, ['data']);
}

export function validateAdd(personId: string, type: string, values: ComponentValues): readonly Problem[] {
  const command = addData(personId, type, values);
  const envelope = problemsOf(personCommands.AddComponent.schema, command);
  return [...dataProblems(type, command['data'] as Data), ...envelope];
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
  const tags = problemsOf(personCommands.AddComponent.schema.shape.tags, tagsOf(values), ['tags']);
  return [...dataProblems(before.type, wantedData(before, values)), ...tags];
}

function envelopePatch(before: Component, values: ComponentValues): Data {
  const old = { primary: before.primary, verified: before.verified, tags: before.tags };
  return sparsePatch(old, { primary: values.primary, verified: values.verified, tags: tagsOf(values) });
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
