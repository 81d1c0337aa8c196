import { Plus, X } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../button.tsx';
import { IconButton } from '../icon-button.tsx';
import { useFieldIds } from './field.tsx';
import { TextInput } from './inputs.tsx';
import styles from './pair-input.module.css';

export interface NamedText {
  readonly name: string;
  readonly value: string;
}

export interface PairInputProps {
  readonly value: readonly NamedText[];
  readonly onChange: (value: readonly NamedText[]) => void;
  readonly onBlur?: (() => void) | undefined;
}

const EMPTY: NamedText = { name: '', value: '' };

/** Texts under names of their own, a line each. Enter adds one below. */
export function PairInput({ value, onChange, onBlur }: PairInputProps) {
  const { input } = useFieldIds();
  const list = useRef<HTMLDivElement>(null);
  const rows = value.length === 0 ? [EMPTY] : value;
  const focusRow = (index: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll('input')[2 * index]?.focus());
  const set = (index: number, change: Partial<NamedText>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...change } : row)));
  const add = () => {
    onChange([...rows, EMPTY]);
    focusRow(rows.length);
  };
  const remove = (index: number) => {
    onChange(rows.filter((_, at) => at !== index));
    focusRow(Math.max(0, index - 1));
  };
  return (
    <div ref={list} className={styles['pairs']} onBlur={onBlur}>
      {rows.map((row, index) => (
        <div key={index} className={styles['row']}>
          <TextInput
            id={index === 0 ? input : `${input}-name-${index}`}
            aria-label={`Name ${index + 1}`}
            placeholder="Name"
            value={row.name}
            onChange={(event) => set(index, { name: event.target.value })}
          />
          <TextInput
            id={`${input}-value-${index}`}
            aria-label={row.name.trim() === '' ? `Value ${index + 1}` : `Value of ${row.name}`}
            placeholder="Value"
            value={row.value}
            onChange={(event) => set(index, { value: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              add();
            }}
          />
          <IconButton
            icon={X}
            label={row.name.trim() === '' ? `Remove entry ${index + 1}` : `Remove ${row.name}`}
            disabled={value.length === 0}
            onClick={() => remove(index)}
          />
        </div>
      ))}
      <Button variant="quiet" size="small" icon={Plus} onClick={add}>
        Add an entry
      </Button>
    </div>
  );
}
