import { Trash2 } from 'lucide-react';
import { type SyntheticEvent, useRef, useState } from 'react';
import { type SavedFilter, useSavedFilters } from '../../state/saved-filters.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../ui/dialog.tsx';
import { Field } from '../../ui/form/field.tsx';
import { TextInput } from '../../ui/form/inputs.tsx';
import { removes, useFocusAfterRemoval } from '../../ui/hooks/use-focus-after-removal.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './saved-host.module.css';
import { savedWords, useSavedLists } from './use-saved-filters.ts';

const LONGEST_NAME = 80;

/** Naming, renaming and deleting saved filters, over whatever page is open. */
export function SavedHost() {
  const { panel, open } = useSavedFilters();
  const close = () => open(null);
  if (panel === null) return null;
  return panel === 'save' ? <SaveDialog onClose={close} /> : <ManageDialog onClose={close} />;
}

function SaveDialog({ onClose }: { readonly onClose: () => void }) {
  const { present, save, filters } = useSavedLists();
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const isTaken = filters.some((filter) => filter.name.toLowerCase() === name.trim().toLowerCase());
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setAsked(true);
    if (name.trim() === '') return;
    save(name);
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title="Save filters" description={savedWords(present)}>
      <form noValidate onSubmit={submit}>
        <DialogBody>
          <Field
            label="Name"
            required
            error={asked && name.trim() === '' ? 'Must not be blank' : undefined}
            help={
              isTaken ? 'There is one of this name: it is replaced.' : 'Filters, order and columns are kept.'
            }
          >
            <TextInput
              maxLength={LONGEST_NAME}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </Field>
        </DialogBody>
        <DialogFooter>
          <Button type="submit" variant="primary">
            {isTaken ? 'Replace' : 'Save filters'}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}

function ManageDialog({ onClose }: { readonly onClose: () => void }) {
  const filters = useSavedFilters((saved) => saved.filters);
  const list = useRef<HTMLUListElement>(null);
  const done = useRef<HTMLButtonElement>(null);
  const leaving = useFocusAfterRemoval(filters.length, list, done);
  return (
    <Dialog
      open
      onClose={onClose}
      title="Saved filters"
      description="Names are saved as you leave the field."
    >
      <DialogBody>
        {filters.length === 0 ? <p>None are left.</p> : null}
        <ul ref={list} className={styles['list']}>
          {filters.map((filter, index) => (
            <SavedRow key={filter.id} filter={filter} onRemove={() => leaving(index)} />
          ))}
        </ul>
      </DialogBody>
      <DialogFooter>
        <Button ref={done} variant="primary" onClick={onClose}>
          Done
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function problemWith(name: string): string {
  return name.trim() === '' ? 'Must not be blank' : 'Another one has this name';
}

interface SavedRowProps {
  readonly filter: SavedFilter;
  readonly onRemove: () => void;
}

function SavedRow({ filter, onRemove }: SavedRowProps) {
  const { rename, remove } = useSavedFilters();
  const [name, setName] = useState(filter.name);
  const [error, setError] = useState<string | undefined>();
  const settle = () => {
    const done = name.trim() !== '' && rename(filter.id, name);
    setError(done ? undefined : problemWith(name));
  };
  return (
    <li className={styles['row']}>
      <form
        className={styles['name']}
        onSubmit={(event) => {
          event.preventDefault();
          settle();
        }}
      >
        <Field label={`Name of ${filter.name}`} required error={error} help={savedWords(filter)}>
          <TextInput
            maxLength={LONGEST_NAME}
            value={name}
            onChange={(event) => setName(event.target.value)}
            onBlur={settle}
          />
        </Field>
      </form>
      <IconButton
        {...removes}
        icon={Trash2}
        label={`Delete ${filter.name}`}
        onClick={() => {
          onRemove();
          remove(filter.id);
        }}
      />
    </li>
  );
}
