import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { componentOf } from '../../../../domain/contract/forms.ts';
import type { PersonDetail } from '../../../../domain/contract/views.ts';
import { Dialog, DialogBody } from '../../../ui/dialog.tsx';
import { asConsoleError } from '../../../ui/error-words.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { SkeletonLines } from '../../../ui/skeleton.tsx';
import { personOf } from '../person-model.ts';
import { personQuery } from '../../../bridge/person-query.ts';
import { ChooseType } from './choose-type.tsx';
import { CommandFormOf } from './command-form.tsx';
import { componentForms } from './component-commands.ts';
import { AddComponentForm, EditComponentForm } from './component-form.tsx';
import { ComponentGone } from './component-gone.tsx';
import { ConflictForm } from './conflict-form.tsx';
import { CreateForm } from './create-form.tsx';
import { type FormSearch, parseFormSearch } from './form-address.ts';
import { FormPerson } from './form-person.ts';
import { MergeForm } from './merge-form.tsx';
import { RenameForm } from './rename-form.tsx';
import { simpleForms } from './simple-forms.ts';
import { useCloseForm, useOpenForm } from './use-open-form.ts';

/** Shows the form that the address names, over whatever page is open. */
export function FormHost() {
  const search = parseFormSearch(useSearch({ strict: false }));
  const close = useCloseForm();
  if (search.form === undefined) return null;
  if (search.form === 'create') return <CreateForm onClose={close} />;
  if (search.person === undefined) return null;
  if (search.form === 'decide-conflict') {
    const { conflict = '', person } = search;
    return <ConflictForm key={conflict} conflictId={conflict} personId={person} onClose={close} />;
  }
  return <PersonForm key={JSON.stringify(search)} personId={search.person} search={search} onClose={close} />;
}

interface PersonFormHostProps {
  readonly personId: string;
  readonly search: FormSearch;
  readonly onClose: () => void;
}

function PersonForm({ personId, search, onClose }: PersonFormHostProps) {
  const person = useQuery(personQuery(personId));
  if (person.data !== undefined) {
    return (
      <FormPerson value={personId}>
        <OpenForm detail={person.data} search={search} onClose={onClose} />
      </FormPerson>
    );
  }
  return (
    <Dialog open onClose={onClose} placement="side" title="Form">
      <DialogBody>
        {person.error === null ? (
          <SkeletonLines lines={5} label="Loading the person" />
        ) : (
          <ErrorState
            title="The form cannot be opened"
            error={asConsoleError(person.error)}
            onRetry={() => void person.refetch()}
          />
        )}
      </DialogBody>
    </Dialog>
  );
}

interface OpenFormProps {
  readonly detail: PersonDetail;
  readonly search: FormSearch;
  readonly onClose: () => void;
}

function OpenForm({ detail, search, onClose }: OpenFormProps) {
  const open = useOpenForm();
  const simple = search.form === undefined ? undefined : simpleForms[search.form];
  if (search.form === 'merge' && search.into !== undefined)
    return <MergeForm detail={detail} into={search.into} onClose={onClose} />;
  if (simple !== undefined) return <CommandFormOf detail={detail} form={simple} onClose={onClose} />;
  if (search.form === 'rename') return <RenameForm detail={detail} onClose={onClose} />;
  if (search.form === 'add-component') {
    if (search.type !== undefined)
      return <AddComponentForm detail={detail} type={search.type} onClose={onClose} />;
    return (
      <ChooseType
        detail={detail}
        onChoose={(type) => open({ form: 'add-component', person: detail.personId, type })}
        onClose={onClose}
      />
    );
  }
  return <ComponentFormOf detail={detail} search={search} onClose={onClose} />;
}

function ComponentFormOf({ detail, search, onClose }: OpenFormProps) {
  const component = componentOf(personOf(detail), search.component ?? '');
  if (component === undefined)
    return <ComponentGone componentId={search.component ?? ''} onClose={onClose} />;
  const form = search.form === undefined ? undefined : componentForms[search.form]?.(component);
  if (form !== undefined) return <CommandFormOf detail={detail} form={form} onClose={onClose} />;
  return <EditComponentForm detail={detail} component={component} onClose={onClose} />;
}
