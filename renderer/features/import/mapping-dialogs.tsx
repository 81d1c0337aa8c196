import type { ImportMapping } from '../../../domain/contract/import-mapping.ts';
import { Question } from '../../ui/dialog.tsx';
import { MappingLook } from './mapping-look.tsx';
import { NameDialog } from './name-dialog.tsx';
import { useBeginImport } from './use-begin-import.ts';
import type { LeavingEntry } from './use-focus-after-change.ts';
import { useMappingActions } from './use-mapping-actions.ts';

/** What is being done to a mapping of the list. `add`: it was read from a file, and its name is taken. */
export interface MappingTask {
  readonly what: 'look' | 'rename' | 'duplicate' | 'add' | 'delete';
  readonly mapping: ImportMapping;
}

const titles = { rename: 'Rename mapping', duplicate: 'Duplicate mapping', add: 'Add mapping' } as const;

export interface MappingDialogsProps {
  readonly task: MappingTask | null;
  readonly taken: readonly string[];
  /** An entry is about to be another one, or none. */
  readonly onLeaving: (entry: LeavingEntry) => void;
  readonly onDone: () => void;
}

/** The one question or form that an entry of the list has opened. */
export function MappingDialogs({ task, taken, onLeaving, onDone }: MappingDialogsProps) {
  const { saveMapping, renameMapping, removeMapping } = useMappingActions();
  const { chooseFor } = useBeginImport();
  if (task === null) return null;
  const { what, mapping } = task;
  if (what === 'look')
    return <MappingLook mapping={mapping} onClose={onDone} onUse={() => void chooseFor(mapping)} />;
  if (what === 'delete')
    return (
      <Question
        open
        title={`Delete the mapping “${mapping.name}”`}
        confirm="Delete mapping"
        cancel="Keep it"
        onCancel={onDone}
        onConfirm={() => {
          onLeaving({ name: mapping.name });
          void removeMapping(mapping.name).then(onDone);
        }}
      >
        All its versions are forgotten. What was imported with it stays.
      </Question>
    );
  const named = async (name: string) => {
    if (what === 'rename') onLeaving({ name: mapping.name, newName: name });
    const done =
      what === 'rename'
        ? await renameMapping(mapping, name)
        : await saveMapping({ ...mapping, name, version: 0 });
    if (done !== null) onDone();
  };
  return (
    <NameDialog
      title={titles[what]}
      name={mapping.name}
      taken={taken}
      onClose={onDone}
      onName={(name) => void named(name)}
    />
  );
}
