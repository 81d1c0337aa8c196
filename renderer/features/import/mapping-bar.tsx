import { useQuery } from '@tanstack/react-query';
import { Braces, Copy, Ellipsis, Pencil, Save, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ImportMapping } from '../../../domain/contract/import-mapping.ts';
import { mappingsQuery } from '../../bridge/import-queries.ts';
import { Button } from '../../ui/button.tsx';
import { Question } from '../../ui/dialog.tsx';
import { LineField } from '../../ui/form/field.tsx';
import { Select } from '../../ui/form/select.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { JsonDialog } from './json-dialog.tsx';
import styles from './mapping.module.css';
import { NameDialog } from './name-dialog.tsx';
import { problemsOf } from './mapping-problems.ts';
import { sameMapping, savedWords } from './saved-words.ts';
import type { ImportUnderWay } from './use-import.ts';
import { useMappingActions } from './use-mapping-actions.ts';

export interface MappingBarProps {
  readonly underWay: ImportUnderWay;
  readonly mapping: ImportMapping;
}

type Open = 'copy' | 'rename' | 'delete' | 'json' | null;

/** Which mapping this is: choose, save, rename and delete, and the whole of it as JSON. */
export function MappingBar({ underWay, mapping }: MappingBarProps) {
  const [open, setOpen] = useState<Open>(null);
  const saved = useQuery(mappingsQuery).data ?? [];
  const { saveMapping, removeMapping } = useMappingActions();
  const { setMapping } = underWay;
  const own = saved.find(({ name }) => name === mapping.name);
  const isSaved = own !== undefined && sameMapping(own, mapping);
  const mayBeSaved = problemsOf(mapping).length === 0;
  const close = () => setOpen(null);
  const save = async (name: string, instead?: string) => {
    const kept = await saveMapping({ ...mapping, name });
    if (kept === null) return;
    setMapping({ ...kept.mapping, reading: mapping.reading });
    if (instead !== undefined && instead !== name) await removeMapping(instead);
    close();
  };
  return (
    <div className={styles['bar']}>
      <Chosen underWay={underWay} mapping={mapping} saved={saved} />
      <span className={styles['barNote']}>{own === undefined ? null : savedWords(own, mapping)}</span>
      <Button
        size="small"
        icon={Save}
        disabled={!mayBeSaved || isSaved}
        onClick={() => void save(mapping.name)}
      >
        {own === undefined ? 'Save mapping' : 'Save as next version'}
      </Button>
      <Menu trigger={<IconButton icon={Ellipsis} size="small" label="More about this mapping" />}>
        <MenuItem icon={Copy} disabled={!mayBeSaved} onSelect={() => setOpen('copy')}>
          Save under another name…
        </MenuItem>
        <MenuItem
          icon={Pencil}
          disabled={own === undefined || !mayBeSaved}
          onSelect={() => setOpen('rename')}
        >
          Rename…
        </MenuItem>
        <MenuItem icon={Braces} onSelect={() => setOpen('json')}>
          As JSON…
        </MenuItem>
        <MenuItem icon={Trash2} danger disabled={own === undefined} onSelect={() => setOpen('delete')}>
          Delete…
        </MenuItem>
      </Menu>
      {open === 'copy' || open === 'rename' ? (
        <NameDialog
          title={open === 'copy' ? 'Save mapping' : 'Rename mapping'}
          name={mapping.name}
          taken={saved.map(({ name }) => name)}
          onClose={close}
          onName={(name) => void save(name, open === 'rename' ? mapping.name : undefined)}
        />
      ) : null}
      {open === 'json' ? <JsonDialog mapping={mapping} onClose={close} onChange={setMapping} /> : null}
      <Question
        open={open === 'delete'}
        title={`Delete the mapping “${mapping.name}”`}
        confirm="Delete mapping"
        cancel="Keep it"
        onCancel={close}
        onConfirm={() => void removeMapping(mapping.name).then(close)}
      >
        All its versions are forgotten. What was imported with it stays, and so does what is on this page.
      </Question>
    </div>
  );
}

interface ChosenProps extends MappingBarProps {
  readonly saved: readonly ImportMapping[];
}

const SUGGESTED = '';

/** What the mapping begins with: the suggestion, or a saved one. */
function Chosen({ underWay, mapping, saved }: ChosenProps) {
  const { inspection, reading, setMapping } = underWay;
  const { suggestion } = inspection;
  const isSaved = saved.some(({ name }) => name === mapping.name);
  const options = [
    { value: SUGGESTED, label: isSaved ? 'Suggested for this file' : `${mapping.name} (not saved)` },
    ...saved.map(({ name, version }) => ({ value: name, label: `${name}, version ${version}` })),
  ];
  const choose = (name: string) => {
    const found = saved.find((each) => each.name === name);
    if (found !== undefined) setMapping(found);
    else if (suggestion !== null) setMapping({ ...suggestion, reading });
  };
  return (
    <LineField id="import-mapping" label="Mapping">
      <Select value={isSaved ? mapping.name : SUGGESTED} options={options} onChange={choose} />
    </LineField>
  );
}
