import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { ComponentRule, MappedValue } from '../../../domain/contract/import-mapping.ts';
import { Button } from '../../ui/button.tsx';
import { LineField } from '../../ui/form/field.tsx';
import { TextInput } from '../../ui/form/inputs.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useEditor } from './editor-context.ts';
import { type Place, placeName, valueAt } from './mapping-edit.ts';
import styles from './mapping.module.css';
import { ValueRow } from './value-row.tsx';

export interface ValueListProps {
  readonly place: Place;
  readonly label: string;
  readonly each?: ComponentRule['each'];
}

/** Several values one after the other: each a line, and one more where all have something. */
export function ValueList({ place, label, each }: ValueListProps) {
  const { mapping, edit } = useEditor();
  const found = valueAt(mapping, place);
  const values = (Array.isArray(found) ? found : []) as readonly MappedValue[];
  const count = Math.max(1, values.length);
  const add = (
    <IconButton
      icon={Plus}
      size="small"
      label={`Another for ${label.toLowerCase()}`}
      onClick={() => edit(place, [...values, ''])}
    />
  );
  return Array.from({ length: count }, (_, index) => (
    <ValueRow
      key={index}
      place={[...place, index]}
      label={index === 0 ? label : `${label} ${index + 1}`}
      each={each}
      actions={index === count - 1 && values.length > 0 && values.length < 20 ? add : null}
    />
  ));
}

export interface NamedValuesProps {
  readonly place: Place;
  /** What each of them is: `Identity`. */
  readonly noun: string;
  readonly each?: ComponentRule['each'];
}

/** Values under names of one's own. */
export function NamedValues({ place, noun, each }: NamedValuesProps) {
  const { mapping, edit } = useEditor();
  const [name, setName] = useState('');
  const values = (valueAt(mapping, place) ?? {}) as Readonly<Record<string, MappedValue>>;
  const isFree = name.trim() !== '' && !Object.hasOwn(values, name.trim());
  const add = () => {
    if (!isFree) return;
    edit([...place, name.trim()], '');
    setName('');
  };
  return (
    <>
      {Object.keys(values).map((key) => (
        <ValueRow
          key={key}
          place={[...place, key]}
          label={`${noun} ${key}`}
          each={each}
          actions={
            <IconButton
              icon={X}
              size="small"
              label={`Remove ${noun.toLowerCase()} ${key}`}
              onClick={() => edit([...place, key], undefined)}
            />
          }
        />
      ))}
      <LineField id={`${placeName(place)}/new`} label={`Another ${noun.toLowerCase()}`}>
        <span className={styles['adding']}>
          <TextInput
            value={name}
            placeholder="Its name"
            onChange={(event) => setName(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') add();
            }}
          />
          <Button size="small" icon={Plus} disabled={!isFree} onClick={add}>
            Add
          </Button>
        </span>
      </LineField>
    </>
  );
}
