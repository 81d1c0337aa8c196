import type { Control } from 'react-hook-form';
import { personCommands } from '../../../../domain/contract/forms.ts';
import type { PersonDetail } from '../../../../domain/contract/views.ts';
import { fieldsOf } from '../../../words/schema-fields.ts';
import { Words } from '../../../ui/words.tsx';
import { personOf } from '../person-model.ts';
import { useAsked } from './conflict-in-hand.ts';
import { FormSheet } from './form-sheet.tsx';
import { leavesOf } from './leaves.ts';
import { inputPath, labelOf } from './problems.ts';
import {
  type CommandValues,
  commandToSend,
  commandValues,
  type Target,
  validateCommand,
} from './record-values.ts';
import { SchemaFields } from './schema-field.tsx';
import type { SimpleForm } from './simple-form.ts';
import { useAccepted } from './use-accepted.ts';
import { useCommandForm } from './use-command-form.ts';
import { useOpenedDetail } from './use-opened-detail.ts';

export interface PersonFormProps {
  readonly detail: PersonDetail;
  readonly onClose: () => void;
}

function targetOf(command: SimpleForm, detail: PersonDetail): Target {
  const person = personOf(detail);
  const own = fieldsOf(personCommands[command.type].schema).filter(
    ({ name }) => name !== 'personId' && name !== 'componentId' && !Object.hasOwn(command.fixed ?? {}, name),
  );
  return { command, person, fields: command.fields?.(own, person) ?? own };
}

/** What a draft is kept under: two forms about different components of a person are two. */
function draftKeyOf({ type, fixed }: SimpleForm, personId: string): string {
  return [type, personId, ...Object.values(fixed ?? {}).map(String)].join('.');
}

/** The form of a command, built from its schema. */
export function CommandFormOf({ detail, onClose, form }: PersonFormProps & { readonly form: SimpleForm }) {
  const record = useOpenedDetail(detail);
  const target = targetOf(form, record.opened);
  const { fields, person } = target;
  const leaves = form.current === undefined ? [] : leavesOf(fields, 'data');
  const asked = useAsked();
  const handle = useCommandForm<CommandValues>({
    draftKey: draftKeyOf(form, person.personId),
    defaults: commandValues(target),
    mine: asked === null ? undefined : commandValues(target, asked),
    version: record.opened.version,
    validate: (values) => validateCommand(target, values),
    build: (values, standsOn) => commandToSend(target, values, standsOn),
    fieldOf: (path) => ['data', ...inputPath(fields, path)],
    onAccepted: useAccepted(form.done, person.personId),
  });
  return (
    <FormSheet
      title={form.title}
      description={<bdi>{record.opened.displayName}</bdi>}
      action={form.action}
      danger={form.danger}
      below={form.below}
      handle={handle}
      labelOf={(path) => labelOf(fields, path.slice(1))}
      record={{ ...record, leaves, valuesOf: (now) => commandValues(targetOf(form, now)) }}
      onClose={onClose}
    >
      <p>
        <Words text={form.consequence} spelt />
      </p>
      <SchemaFields fields={fields} path="data" control={handle.form.control as unknown as Control} />
    </FormSheet>
  );
}
