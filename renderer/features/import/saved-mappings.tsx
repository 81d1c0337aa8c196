import { Copy, Ellipsis, FileDown, FileInput, FileUp, Pencil, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ImportMapping } from '../../../domain/contract/import-mapping.ts';
import type { Job } from '../../../domain/contract/jobs.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { PageSection } from '../../ui/page.tsx';
import { Time } from '../../ui/time.tsx';
import { MappingDialogs, type MappingTask } from './mapping-dialogs.tsx';
import { lastUse, readsWords } from './mapping-reads.ts';
import { WholeWords } from '../../ui/whole-words.tsx';
import styles from './saved-mappings.module.css';
import { useBeginImport } from './use-begin-import.ts';
import { useFocusAfterChange } from './use-focus-after-change.ts';
import { useMappingActions } from './use-mapping-actions.ts';

export interface SavedMappingsProps {
  readonly mappings: readonly ImportMapping[];
  readonly jobs: readonly Job[];
}

/** The saved mappings, and all that can be done with one while no file is open. */
export function SavedMappings({ mappings, jobs }: SavedMappingsProps) {
  const [task, setTask] = useState<MappingTask | null>(null);
  const { readMapping, saveMapping } = useMappingActions();
  const taken = mappings.map(({ name }) => name);
  const list = useRef<HTMLTableSectionElement>(null);
  const leaving = useFocusAfterChange(taken, list);
  const add = async () => {
    const mapping = await readMapping();
    if (mapping === null) return;
    const isTaken = taken.some((name) => name.toLowerCase() === mapping.name.toLowerCase());
    if (isTaken) setTask({ what: 'add', mapping });
    else await saveMapping({ ...mapping, version: 0 });
  };
  return (
    <PageSection title="Saved mappings">
      {mappings.length === 0 ? (
        <p className={styles['none']}>
          None yet. Save one beside the mapping of a file, and the next file of its kind is read by it.
        </p>
      ) : (
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Reads</th>
              <th scope="col">Source</th>
              <th scope="col">Used last</th>
              <th scope="col">
                <span className="visually-hidden">More</span>
              </th>
            </tr>
          </thead>
          <tbody ref={list}>
            {mappings.map((mapping) => (
              <MappingEntry
                key={mapping.name}
                mapping={mapping}
                used={lastUse(jobs, mapping.name)}
                onTask={(what) => setTask({ what, mapping })}
              />
            ))}
          </tbody>
        </table>
      )}
      <div className={styles['below']}>
        <Button size="small" icon={FileUp} onClick={() => void add()}>
          Add a mapping from a file…
        </Button>
      </div>
      <MappingDialogs
        key={task === null ? '' : `${task.what} ${task.mapping.name}`}
        task={task}
        taken={taken}
        onLeaving={leaving}
        onDone={() => setTask(null)}
      />
    </PageSection>
  );
}

interface MappingEntryProps {
  readonly mapping: ImportMapping;
  readonly used: string | null;
  readonly onTask: (what: MappingTask['what']) => void;
}

function MappingEntry({ mapping, used, onTask }: MappingEntryProps) {
  const { chooseFor } = useBeginImport();
  const { exportMapping } = useMappingActions();
  const { name, version, source } = mapping;
  const reads = readsWords(mapping);
  return (
    <tr>
      <th scope="row">
        <Button
          variant="quiet"
          size="small"
          className={styles['name']}
          data-hint={`Version ${version}`}
          onClick={() => onTask('look')}
        >
          <bdi>{name}</bdi>
        </Button>
      </th>
      <WholeWords words={<bdi>{reads}</bdi>}>
        <td className={styles['reads']}>
          <bdi>{reads}</bdi>
        </td>
      </WholeWords>
      <td className={styles['source']}>
        <bdi>{source}</bdi>
      </td>
      <td className={styles['used']}>{used === null ? 'not known' : <Time at={used} />}</td>
      <td className={styles['more']}>
        <Menu trigger={<IconButton icon={Ellipsis} size="small" label={`More about ${name}`} />}>
          <MenuItem icon={FileInput} onSelect={() => void chooseFor(mapping)}>
            Import a file by it…
          </MenuItem>
          <MenuItem icon={Pencil} onSelect={() => onTask('rename')}>
            Rename…
          </MenuItem>
          <MenuItem icon={Copy} onSelect={() => onTask('duplicate')}>
            Duplicate…
          </MenuItem>
          <MenuItem icon={FileDown} onSelect={() => void exportMapping(mapping)}>
            Export as a file…
          </MenuItem>
          <MenuItem icon={Trash2} danger onSelect={() => onTask('delete')}>
            Delete…
          </MenuItem>
        </Menu>
      </td>
    </tr>
  );
}
