import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type Control, Controller } from 'react-hook-form';
import { v7 } from 'uuid';
import type { Outcome } from '../../../../domain/contract/commands.ts';
import { personCommands } from '../../../../domain/contract/forms.ts';
import { Field, Fold } from '../../../ui/form/field.tsx';
import { TextInput } from '../../../ui/form/inputs.tsx';
import { textOf } from '../../../ui/form/values.ts';
import { humanize } from '../../../ui/format/labels.ts';
import { useStillHere } from '../../../ui/hooks/use-still-here.ts';
import { useNotices } from '../../../state/notices.ts';
import { waitForPerson } from '../wait-for-person.ts';
import { FormSheet } from './form-sheet.tsx';
import { nameFieldLabel, NameFields } from './name-fields.tsx';
import { emptyName, nameFromValues, type NameValues } from './name-values.ts';
import { inputIdOf, problemsOf } from './problems.ts';
import { useFieldError } from './schema-field.tsx';
import { useCommandForm } from './use-command-form.ts';

interface Values {
  readonly name: NameValues;
  readonly source: string;
  readonly sourceSystem: string;
  readonly importId: string;
}

const defaults: Values = { name: emptyName, source: '', sourceSystem: '', importId: '' };
const origins = [
  { name: 'source', label: 'Source', help: 'Who or what brought the person in' },
  { name: 'sourceSystem', label: 'Source system', help: 'The system the record comes from' },
  { name: 'importId', label: 'Import id', help: 'The id of the record there' },
] as const;

function commandData(personId: string, { name, ...rest }: Values): Record<string, unknown> {
  const said = Object.entries(rest).filter(([, text]) => text.trim() !== '');
  return { personId, name: nameFromValues(name), ...Object.fromEntries(said) };
}

/** After a create the page opens once the views can show it, unless the operator has gone elsewhere meanwhile. */
function useOpenCreated(personId: string): (outcome: Outcome) => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  const show = useNotices((notices) => notices.show);
  const stillHere = useStillHere();
  return async (outcome) => {
    show({ tone: 'ok', title: 'Person created', commandId: outcome.commandId });
    await waitForPerson(client, personId, outcome);
    if (!stillHere()) return;
    await navigate({ to: '/persons/$personId', params: { personId }, replace: true, ignoreBlocker: true });
  };
}

export function CreateForm({ onClose }: { readonly onClose: () => void }) {
  const [personId] = useState(() => v7());
  const onAccepted = useOpenCreated(personId);
  const handle = useCommandForm<Values>({
    draftKey: 'create',
    defaults,
    version: 0,
    validate: (values) => problemsOf(personCommands.CreatePerson.schema, commandData(personId, values)),
    build: (values) => ({ type: 'CreatePerson', data: commandData(personId, values) }),
    fieldOf: (path) => path,
    onAccepted,
  });
  const control = handle.form.control as unknown as Control;
  const convention = handle.form.watch('name.convention');
  return (
    <FormSheet
      title="Create person"
      description="The name is enough to begin with. E-mail, phone and all else are added on the person’s page."
      action="Create person"
      handle={handle}
      labelOf={(path) =>
        path[0] === 'name' ? nameFieldLabel(path[1] ?? '', convention) : humanize(path[0] ?? '')
      }
      onClose={onClose}
    >
      <NameFields control={control} path="name" />
      <Fold summary="Where the record comes from" hint="source, system, import id">
        {origins.map((origin) => (
          <OriginInput key={origin.name} control={control} {...origin} />
        ))}
      </Fold>
    </FormSheet>
  );
}

interface OriginInputProps {
  readonly control: Control;
  readonly name: string;
  readonly label: string;
  readonly help: string;
}

function OriginInput({ control, name, label, help }: OriginInputProps) {
  const error = useFieldError(control, name);
  return (
    <Field label={label} help={help} error={error} id={inputIdOf(name)}>
      <Controller
        control={control}
        name={name}
        render={({ field }) => <TextInput {...field} value={textOf(field.value)} />}
      />
    </Field>
  );
}
