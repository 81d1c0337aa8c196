import type { Control } from 'react-hook-form';
import { personCommands } from '../../../../domain/contract/forms.ts';
import type { PersonDetail } from '../../../../domain/contract/views.ts';
import { Words } from '../../../ui/words.tsx';
import { personOf } from '../person-model.ts';
import { FormSheet } from './form-sheet.tsx';
import { fromFormValues, type FormValues, toFormValues } from './form-values.ts';
import { nameFieldLabel, NameFields } from './name-fields.tsx';
import { nameFromValues, type NameValues, nameValuesOf } from './name-values.ts';
import { labelOf, problemsOf } from './problems.ts';
import { SchemaFields } from './schema-field.tsx';
import { fieldsOf } from '../../../words/schema-fields.ts';
import type { SimpleForm } from './simple-forms.ts';
import { useAccepted } from './use-accepted.ts';
import { useCommandForm } from './use-command-form.ts';
import { useOpenedDetail } from './use-opened-detail.ts';

export interface PersonFormProps {
  readonly detail: PersonDetail;
  readonly onClose: () => void;
}

interface RenameValues {
  readonly name: NameValues;
  readonly rest: FormValues;
}

const renameFields = fieldsOf(personCommands.UpdateName.schema).filter(({ name }) => name === 'reason');

function renameDefaults(detail: PersonDetail): RenameValues {
  return { name: nameValuesOf(personOf(detail).name), rest: toFormValues(renameFields, {}) };
}

function renameData(personId: string, values: RenameValues): Record<string, unknown> {
  return { personId, name: nameFromValues(values.name), ...fromFormValues(renameFields, values.rest) };
}

export function RenameForm({ detail, onClose }: PersonFormProps) {
  const { opened, newer, reload } = useOpenedDetail(detail);
  const { personId } = opened;
  const onAccepted = useAccepted('Person renamed', personId);
  const handle = useCommandForm<RenameValues>({
    draftKey: `rename.${personId}`,
    defaults: renameDefaults(opened),
    version: opened.version,
    validate: (values) =>
      problemsOf(personCommands.UpdateName.schema, renameData(personId, values)).map(toForm),
    build: (values, standsOn) =>
      JSON.stringify(nameFromValues(values.name)) ===
      JSON.stringify(nameFromValues(renameDefaults(opened).name))
        ? null
        : { type: 'UpdateName', data: renameData(personId, values), expectedVersion: standsOn },
    fieldOf: (path) => toForm({ path, message: '' }).path,
    onAccepted,
  });
  const control = handle.form.control as unknown as Control;
  const convention = handle.form.watch('name.convention');
  return (
    <FormSheet
      title="Rename person"
      description={<bdi>{opened.displayName}</bdi>}
      action="Rename person"
      handle={handle}
      labelOf={(path) => (path[0] === 'name' ? nameFieldLabel(path[1] ?? '', convention) : 'Reason')}
      record={{
        personId,
        newer,
        shown: true,
        takeOver: async () => handle.rebase(renameDefaults(await reload())),
      }}
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

interface SimpleValues {
  readonly data: FormValues;
}

/** Commands that need a word or a date and nothing else. */
export function SimpleCommandForm({
  detail,
  onClose,
  simple,
}: PersonFormProps & { readonly simple: SimpleForm }) {
  const { opened, newer, reload } = useOpenedDetail(detail);
  const { personId, displayName } = opened;
  const { schema } = personCommands[simple.type];
  const fields = fieldsOf(schema).filter(
    (field) => field.name !== 'personId' && !Object.hasOwn(simple.fixed ?? {}, field.name),
  );
  const dataOf = (values: SimpleValues) => ({
    personId,
    ...simple.fixed,
    ...fromFormValues(fields, values.data),
  });
  const handle = useCommandForm<SimpleValues>({
    draftKey: `${simple.type}.${personId}`,
    defaults: { data: toFormValues(fields, {}) },
    version: opened.version,
    validate: (values) => problemsOf(schema, dataOf(values), ['data']),
    build: (values, standsOn) => ({ type: simple.type, data: dataOf(values), expectedVersion: standsOn }),
    fieldOf: (path) => ['data', ...path],
    onAccepted: useAccepted(simple.done, personId),
  });
  const takeOver = async () => {
    await reload();
    handle.rebase({ data: toFormValues(fields, {}) });
  };
  return (
    <FormSheet
      title={simple.title}
      description={<bdi>{displayName}</bdi>}
      action={simple.action}
      danger={simple.danger}
      handle={handle}
      labelOf={(path) => labelOf(fields, path.slice(1))}
      record={{ personId, newer, shown: false, takeOver }}
      onClose={onClose}
    >
      <p>
        <Words text={simple.consequence} spelt />
      </p>
      <SchemaFields fields={fields} path="data" control={handle.form.control as unknown as Control} />
    </FormSheet>
  );
}
