import { useQuery } from '@tanstack/react-query';
import type { Conflict } from '../../../../domain/contract/conflicts.ts';
import { componentOf, personCommands } from '../../../../domain/contract/forms.ts';
import type { PersonDetail } from '../../../../domain/contract/views.ts';
import { conflictQuery } from '../../../bridge/link-queries.ts';
import { personAtHeadQuery } from '../../../bridge/person-query.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../../ui/dialog.tsx';
import { asConsoleError } from '../../../ui/error-words.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { SkeletonLines } from '../../../ui/skeleton.tsx';
import { personOf } from '../person-model.ts';
import { CommandFormOf } from './command-form.tsx';
import { componentForms } from './component-commands.ts';
import { AddComponentForm, EditComponentForm } from './component-form.tsx';
import { ConflictInHand } from './conflict-in-hand.ts';
import { FormPerson } from './form-person.ts';
import { RenameForm } from './rename-form.tsx';
import type { SimpleForm } from './simple-form.ts';
import { simpleForms } from './simple-forms.ts';

export interface ConflictFormProps {
  readonly conflictId: string;
  readonly personId: string;
  readonly onClose: () => void;
}

/** The form of the change that is in conflict, with mine in it, on the record as it is now. */
export function ConflictForm({ conflictId, personId, onClose }: ConflictFormProps) {
  const conflict = useQuery(conflictQuery(conflictId));
  const person = useQuery(personAtHeadQuery(personId));
  if (conflict.data !== undefined && person.data !== undefined) {
    return (
      <ConflictInHand value={conflict.data}>
        <FormPerson value={personId}>
          <AskedForm conflict={conflict.data} detail={person.data} onClose={onClose} />
        </FormPerson>
      </ConflictInHand>
    );
  }
  const error = conflict.error ?? person.error;
  return (
    <Dialog open onClose={onClose} placement="side" title="Edit and apply">
      <DialogBody>
        {error === null ? (
          <SkeletonLines lines={5} label="Loading the conflict" />
        ) : (
          <ErrorState
            title="The form cannot be opened"
            error={asConsoleError(error)}
            onRetry={() => void Promise.all([conflict.refetch(), person.refetch()])}
          />
        )}
      </DialogBody>
    </Dialog>
  );
}

interface AskedFormProps {
  readonly conflict: Conflict;
  readonly detail: PersonDetail;
  readonly onClose: () => void;
}

function AskedForm({ conflict: { command, state }, detail, onClose }: AskedFormProps) {
  const { type, data } = command;
  if (state !== 'open') return <NoForm title="This conflict is decided" text={DECIDED} onClose={onClose} />;
  if (type === 'UpdateName') return <RenameForm detail={detail} onClose={onClose} />;
  if (type === 'AddComponent')
    return <AddComponentForm detail={detail} type={String(data['componentType'])} onClose={onClose} />;
  const componentId = data['componentId'];
  if (typeof componentId !== 'string') return <SimpleOrNone detail={detail} type={type} onClose={onClose} />;
  const component = componentOf(personOf(detail), componentId);
  if (component === undefined) return <NoForm title="The component is gone" text={GONE} onClose={onClose} />;
  if (type === 'UpdateComponent')
    return <EditComponentForm detail={detail} component={component} onClose={onClose} />;
  const own = Object.values(componentForms).find((form) => form(component).type === type);
  const form = own?.(component) ?? plainForm(type, { componentId });
  if (form === null) return <NoForm title="There is no form for it" text={UNKNOWN} onClose={onClose} />;
  return <CommandFormOf detail={detail} form={form} onClose={onClose} />;
}

function SimpleOrNone({
  detail,
  type,
  onClose,
}: Omit<AskedFormProps, 'conflict'> & { readonly type: string }) {
  const form = Object.values(simpleForms).find((each) => each.type === type) ?? plainForm(type, {});
  if (form === null) return <NoForm title="There is no form for it" text={UNKNOWN} onClose={onClose} />;
  return <CommandFormOf detail={detail} form={form} onClose={onClose} />;
}

function isPersonCommand(type: string): type is keyof typeof personCommands {
  return Object.hasOwn(personCommands, type);
}

/** A command that has no form of its own, as older spellings: its fields as the schema has them. */
function plainForm(type: string, fixed: Readonly<Record<string, unknown>>): SimpleForm | null {
  if (!isPersonCommand(type)) return null;
  const { title, description } = personCommands[type];
  return { type, title, action: title, done: `${title}: done`, consequence: description, fixed };
}

const DECIDED = 'Somebody has decided it meanwhile. Conflicts show how.';
const GONE =
  'Others removed the component that it changes. Add it again on the person’s page, or drop this change.';
const UNKNOWN =
  'This program does not know the change. Make it by hand on the person’s page, then drop this one.';

interface NoFormProps {
  readonly title: string;
  readonly text: string;
  readonly onClose: () => void;
}

function NoForm({ title, text, onClose }: NoFormProps) {
  return (
    <Dialog open onClose={onClose} title={title}>
      <DialogBody>
        <p>{text}</p>
      </DialogBody>
      <DialogFooter>
        <Button onClick={onClose}>Close</Button>
      </DialogFooter>
    </Dialog>
  );
}
