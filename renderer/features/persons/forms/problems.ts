import { get, set } from 'react-hook-form';
import type { z } from 'zod';
import type { Outcome } from '../../../../domain/contract/commands.ts';
import { plainWords } from '../../../../domain/contract/forms.ts';
import type { FieldProblem } from '../../../ui/form/error-summary.tsx';
import { humanize } from '../../../ui/format/labels.ts';
import { speltDates } from '../../../ui/format/word-parts.ts';
import type { FieldSpec } from '../../../words/schema-fields.ts';
import { type FormValues, pairsOf } from './form-values.ts';

/** Something wrong with one field of a form, by its path in the form's values. */
export interface Problem {
  readonly path: readonly string[];
  readonly message: string;
}

export function inputIdOf(path: string): string {
  return `field-${path.replaceAll('.', '-')}`;
}

export function pathText(path: readonly string[]): string {
  return path.join('.');
}

/** Entries of lists have no input of their own in the summary: their problem is the list's. */
export function withoutIndexes(path: readonly PropertyKey[]): readonly string[] {
  const named = path.map(String);
  const index = named.findIndex((part) => /^\d+$/u.test(part));
  return index === -1 ? named : named.slice(0, index);
}

/** As a refusal would say it; options, though, have labels here that the schema does not know, and times are read in more ways. */
function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `Does not take ${issue.keys.join(', ')}`;
  if (issue.code === 'invalid_value') return 'Choose one of the options';
  if (issue.code === 'invalid_format' && issue.format === 'datetime')
    return 'Must be a date or a time, like 2026-11-14 or 2026-11-14 09:41';
  return issue.message;
}

/** Where the input stands that a path leads into: what is below a list or a set of pairs has none of its own. */
export function inputPath(fields: readonly FieldSpec[], path: readonly string[]): readonly string[] {
  const [name, ...rest] = path;
  const field = fields.find((candidate) => candidate.name === name);
  if (name === undefined || field === undefined) return path;
  return ['object', 'choice'].includes(field.kind) ? [name, ...inputPath(innerFields(field), rest)] : [name];
}

/** The same names twice in a set of pairs: one of the two values would be lost. */
export function pairProblems(
  fields: readonly FieldSpec[],
  values: FormValues,
  prefix: readonly string[],
): readonly Problem[] {
  return fields.flatMap((field) => {
    if (field.kind !== 'pairs') return [];
    const names = pairsOf(values[field.name]).map(({ name }) => name.trim());
    const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
    if (twice === undefined) return [];
    return [{ path: [...prefix, field.name], message: `“${twice}” is there twice: keep one of the two` }];
  });
}

/** What the schema finds wrong; `prefix` is where the checked value stands in the form. */
export function problemsOf(
  schema: z.ZodType,
  value: unknown,
  prefix: readonly string[] = [],
): readonly Problem[] {
  const result = schema.safeParse(value, { error: plainWords });
  if (result.success) return [];
  return result.error.issues.map((issue) => ({
    path: [...prefix, ...withoutIndexes(issue.path)],
    message: messageOf(issue),
  }));
}

/** Label of a field by path, nested ones with the label of what they stand in. */
export function labelOf(fields: readonly FieldSpec[], path: readonly string[]): string {
  const [name, ...rest] = path;
  if (name === undefined) return 'The form';
  const field = fields.find((candidate) => candidate.name === name);
  if (field === undefined) return humanize(name);
  if (rest.length === 0) return field.label;
  return `${field.label}: ${labelOf(innerFields(field), rest).toLowerCase()}`;
}

function innerFields(field: FieldSpec): readonly FieldSpec[] {
  if (field.kind === 'object') return field.fields;
  return field.kind === 'choice' ? field.variants.flatMap((variant) => variant.fields) : [];
}

/** `details.issues` of a refusal, where it names fields. Paths come as lists or as `a.b` and `a/b`. */
export function issuesIn(details: Readonly<Record<string, unknown>> | undefined): readonly Problem[] {
  const issues = details?.['issues'];
  if (!Array.isArray(issues)) return [];
  return issues.flatMap((issue: unknown): readonly Problem[] => {
    if (typeof issue !== 'object' || issue === null || !('message' in issue) || !('path' in issue)) return [];
    const path = Array.isArray(issue.path) ? issue.path : String(issue.path).split(/[./]/u).filter(Boolean);
    return [{ path: withoutIndexes(path as PropertyKey[]), message: String(issue.message) }];
  });
}

/** Refusals that are about one field of the command, by their codes. */
const refusedFields: ReadonlyMap<string, string> = new Map([
  ['birth-date-already-set', 'birthDate'],
  ['death-before-birth', 'dateOfDeath'],
  ['merge-cycle', 'targetId'],
  ['merge-into-itself', 'targetId'],
  ['merge-target-missing', 'targetId'],
  ['merge-target-terminal', 'targetId'],
  ['relationship-target-missing', 'otherPersonId'],
  ['relationship-to-itself', 'otherPersonId'],
]);

/** What a refusal says of single fields, so that it stands there as well. */
export function refusalProblems(outcome: Pick<Outcome, 'code' | 'message' | 'details'>): readonly Problem[] {
  const { code = '', message, details } = outcome;
  const issues = issuesIn(details);
  const field = code === 'date-in-future' ? details?.['field'] : refusedFields.get(code);
  if (issues.length > 0 || message === undefined || typeof field !== 'string') return issues;
  return [{ path: [field], message: speltDates(message) }];
}

/** As react-hook-form keeps them, in the order of the fields; of two about one field the first. */
export function errorsOf(problems: readonly Problem[]): object {
  const errors = {};
  for (const { path, message } of problems) {
    const at = path.length === 0 ? 'root.form' : pathText(path);
    if (get(errors, at) === undefined) set(errors, at, { type: 'schema', message });
  }
  return errors;
}

interface ErrorNode {
  readonly message?: unknown;
  readonly type?: unknown;
}

/** All messages in react-hook-form's tree of errors, with their paths. */
export function flattenErrors(errors: object, path: readonly string[] = []): readonly Problem[] {
  return Object.entries(errors).flatMap(([name, node]: [string, unknown]): readonly Problem[] => {
    if (typeof node !== 'object' || node === null || name === 'ref') return [];
    const { message, type } = node as ErrorNode;
    const at = name === 'root' ? path : [...path, name];
    const isLeaf = typeof type === 'string' && typeof message === 'string';
    return isLeaf ? [{ path: at, message }] : flattenErrors(node, at);
  });
}

export function summaryOf(
  problems: readonly Problem[],
  label: (path: readonly string[]) => string,
): readonly FieldProblem[] {
  return problems.map(({ path, message }) => ({
    label: label(path),
    message,
    ...(path.length === 0 ? {} : { inputId: inputIdOf(pathText(path)) }),
  }));
}
