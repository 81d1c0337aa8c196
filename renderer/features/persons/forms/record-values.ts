import { patched, personCommands } from '../../../../domain/contract/forms.ts';
import type { CommandToSend } from '../../../bridge/use-command.ts';
import type { FieldSpec } from '../../../words/schema-fields.ts';
import type { ExistingPerson } from '../person-model.ts';
import { type FormValues, fromFormValues, toFormValues } from './form-values.ts';
import { inputPath, pairProblems, type Problem, problemsOf } from './problems.ts';
import type { SimpleForm } from './simple-form.ts';
import { same } from './sparse-patch.ts';

type Data = Readonly<Record<string, unknown>>;

/** What every field of a command's form holds, under `data`. */
export interface CommandValues {
  readonly data: FormValues;
}

/** What a form is about: a person, and of two versions which. */
export interface Target {
  readonly command: SimpleForm;
  readonly fields: readonly FieldSpec[];
  readonly person: ExistingPerson;
}

/** What the record says in the form's fields, as the form would send it. */
function recorded({ command, fields, person }: Target): Data {
  return fromFormValues(fields, toFormValues(fields, command.current?.(person) ?? {}));
}

/** What the record says in the form's fields; with what a change in conflict had asked for laid over it. */
export function commandValues({ command, fields, person }: Target, asked: Data = {}): CommandValues {
  return { data: toFormValues(fields, patched(command.current?.(person) ?? {}, asked)) };
}

/** Only the fields that change: what others changed meanwhile stays. Null clears. A reason alone is no change. */
export function changedData(before: Data, after: Data): Data {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...keys].filter((key) => !same(before[key], after[key]));
  return Object.fromEntries(changed.map((key) => [key, after[key] ?? null]));
}

const saysSomething = (data: Data): boolean => Object.keys(data).some((key) => key !== 'reason');

function dataOf(target: Target, values: CommandValues): Data {
  const after = fromFormValues(target.fields, values.data);
  if (target.command.current === undefined) return after;
  const before = recorded(target);
  return target.command.changes?.(before, after) ?? changedData(before, after);
}

function commandData(target: Target, values: CommandValues): Data {
  return { personId: target.person.personId, ...target.command.fixed, ...dataOf(target, values) };
}

export function validateCommand(target: Target, values: CommandValues): readonly Problem[] {
  const { command, fields } = target;
  const twice = pairProblems(fields, values.data, ['data']);
  const untouched = command.current !== undefined && !saysSomething(dataOf(target, values));
  if (twice.length > 0 || untouched) return twice;
  const found = problemsOf(personCommands[command.type].schema, commandData(target, values));
  return found.map(({ path, message }) => ({ path: ['data', ...inputPath(fields, path)], message }));
}

/** The command that the form stands for; null where it shows the record and nothing of it was changed. */
export function commandToSend(
  target: Target,
  values: CommandValues,
  expectedVersion: number,
): CommandToSend | null {
  if (target.command.current !== undefined && !saysSomething(dataOf(target, values))) return null;
  return { type: target.command.type, data: commandData(target, values), expectedVersion };
}
