import { Plus, X } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../button.tsx';
import { IconButton } from '../icon-button.tsx';
import { useFieldIds } from './field.tsx';
import styles from './list-input.module.css';
import { TextInput } from './inputs.tsx';

export interface ListInputProps {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly onBlur?: (() => void) | undefined;
  /** What one entry is called: `tag`, `achievement`. */
  readonly entry: string;
}

/** A list of texts, one input each. Enter adds one below. */
export function ListInput({ value, onChange, onBlur, entry }: ListInputProps) {
  const { input } = useFieldIds();
  const list = useRef<HTMLDivElement>(null);
  const rows = value.length === 0 ? [''] : value;
  const focusRow = (index: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll('input')[index]?.focus());
  const set = (index: number, text: string) => onChange(rows.map((old, at) => (at === index ? text : old)));
  const add = (after: number) => {
    onChange([...rows.slice(0, after + 1), '', ...rows.slice(after + 1)]);
    focusRow(after + 1);
  };
  const remove = (index: number) => {
    onChange(rows.filter((_, at) => at !== index));
    focusRow(Math.max(0, index - 1));
  };
  return (
    <div ref={list} className={styles['list']} onBlur={onBlur}>
      {rows.map((text, index) => (
        <div key={index} className={styles['row']}>
          <TextInput
            id={index === 0 ? input : `${input}-${index}`}
            aria-label={rows.length > 1 ? `${entry} ${index + 1}` : undefined}
            value={text}
            onChange={(event) => set(index, event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              add(index);
            }}
          />
          {value.length > 0 ? (
            <IconButton icon={X} label={`Remove ${entry} ${index + 1}`} onClick={() => remove(index)} />
          ) : null}
        </div>
      ))}
      <Button variant="quiet" size="small" icon={Plus} onClick={() => add(rows.length - 1)}>
        {`Add another ${entry}`}
      </Button>
    </div>
  );
}
