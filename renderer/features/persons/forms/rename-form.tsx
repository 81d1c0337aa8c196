import type { Control } from 'react-hook-form';
import { personCommands, personNameSchema } from '../../../../domain/contract/forms.ts';
import type { PersonDetail } from '../../../../domain/contract/views.ts';
import { fieldsOf } from '../../../words/schema-fields.ts';
import { personOf } from '../person-model.ts';
import type { PersonFormProps } from './command-form.tsx';
import { useAsked } from './conflict-in-hand.ts';
import { FormSheet } from './form-sheet.tsx';
import { fromFormValues, type FormValues, toFormValues } from './form-values.ts';
import { leavesOf } from './leaves.ts';
import { nameLeaves } from './name-leaves.ts';
import { nameFieldLabel, NameFields } from './name-fields.tsx';
import { emptyName, nameFromValues, type NameValues, nameValuesOf } from './name-values.ts';
import { problemsOf } from './problems.ts';
import { SchemaFields } from './schema-field.tsx';
import { useAccepted } from './use-accepted.ts';
import { useCommandForm } from './use-command-form.ts';
import { useOpenedDetail } from './use-opened-detail.ts';

interface RenameValues {
  readonly name: NameValues;
  readonly rest: FormValues;
}

const renameFields = fieldsOf(personCommands.UpdateName.schema).filter(({ name }) => name === 'reason');

function renameValues(detail: PersonDetail): RenameValues {
  return { name: nameValuesOf(personOf(detail).name), rest: toFormValues(renameFields, {}) };
}

function askedValues(asked: Readonly<Record<string, unknown>>): RenameValues {
  const name = personNameSchema.safeParse(asked['name']);
  return {
    name: name.success ? nameValuesOf(name.data) : emptyName,
    rest: toFormValues(renameFields, asked),
  };
}

function renameData(personId: string, values: RenameValues): Record<string, unknown> {
  return { personId, name: nameFromValues(values.name), ...fromFormValues(renameFields, values.rest) };
}

const nameText = (values: RenameValues) => JSON.stringify(nameFromValues(values.name));

export function RenameForm({ detail, onClose }: PersonFormProps) {
  const record = useOpenedDetail(detail);
  const { opened } = record;
  const { personId } = opened;
  const asked = useAsked();
  const onAccepted = useAccepted('Person renamed', personId);
  const handle = useCommandForm<RenameValues>({
    draftKey: `rename.${personId}`,
    defaults: renameValues(opened),
    mine: asked === null ? undefined : askedValues(asked),
    version: opened.version,
    validate: (values) =>
      problemsOf(personCommands.UpdateName.schema, renameData(personId, values)).map(toForm),
    build: (values, standsOn) =>
      nameText(values) === nameText(renameValues(opened))
        ? null
        : { type: 'UpdateName', data: renameData(personId, values), expectedVersion: standsOn },
    fieldOf: (path) => toForm({ path, message: '' }).path,
    onAccepted,
  });
  const control = handle.form.control as unknown as Control;
  const convention = handle.form.watch('name.convention');
  const leaves = [...nameLeaves(convention), ...leavesOf(renameFields, 'rest')];
  return (
    <FormSheet
      title="Rename person"
      description={<bdi>{opened.displayName}</bdi>}
      action="Rename person"
      handle={handle}
      labelOf={(path) => (path[0] === 'name' ? nameFieldLabel(path[1] ?? '', convention) : 'Reason')}
      record={{ ...record, leaves, valuesOf: renameValues }}
      onClose={onClose}
    >
      <NameFields control={control} path="name" />
      <SchemaFields fields={renameFields} path="rest" control={control} />
    </FormSheet>
  );
}

function toForm<P extends { readonly path: readonly string[] }>(problem: P): P {
  return problem.path[0] === 'reason' ? { ...problem, path: ['rest', 'reason'] } : problem;
}
