import { X } from 'lucide-react';
import { type ReactNode, type RefObject, useId, useRef } from 'react';
import { Button } from './button.tsx';
import styles from './filter-chips.module.css';
import { removes, useFocusAfterRemoval } from './hooks/use-focus-after-removal.ts';
import { Tooltip } from './tooltip.tsx';

export interface FilterChip {
  readonly id: string;
  /** What is asked about; absent where the value says it all. */
  readonly label?: string | undefined;
  readonly value: ReactNode;
  readonly onRemove: () => void;
}

export interface FilterChipsProps {
  readonly chips: readonly FilterChip[];
  readonly onClear: () => void;
  /** What a click on the words does. */
  readonly onEdit?: (() => void) | undefined;
  /** Where filters come from: it gets the focus once the last one is gone. */
  readonly home: RefObject<HTMLElement | null>;
}

/** What a list is narrowed by, each to be taken off again. */
export function FilterChips({ chips, onClear, onEdit, home }: FilterChipsProps) {
  const list = useRef<HTMLUListElement>(null);
  const leaving = useFocusAfterRemoval(chips.length, list, home);
  if (chips.length === 0) return null;
  return (
    <ul ref={list} className={styles['chips']} aria-label="Filters">
      {chips.map((chip, index) => (
        <Chip
          key={chip.id}
          {...chip}
          onEdit={onEdit}
          onRemove={() => {
            leaving(index);
            chip.onRemove();
          }}
        />
      ))}
      {chips.length < 2 ? null : (
        <li>
          <Button
            size="small"
            variant="quiet"
            onClick={() => {
              leaving(0);
              onClear();
            }}
          >
            Remove all
          </Button>
        </li>
      )}
    </ul>
  );
}

function Chip({ label, value, onEdit, onRemove }: FilterChip & Pick<FilterChipsProps, 'onEdit'>) {
  const id = useId();
  const words = (
    <>
      {label === undefined ? null : <span className={styles['label']}>{label}</span>}
      <span className={styles['value']}>{value}</span>
    </>
  );
  return (
    <li className={styles['chip']}>
      {onEdit === undefined ? (
        <span id={id} className={styles['words']}>
          {words}
        </span>
      ) : (
        <button id={id} type="button" className={styles['words']} onClick={onEdit}>
          {words}
        </button>
      )}
      <Tooltip content="Remove filter">
        <button
          {...removes}
          type="button"
          className={styles['remove']}
          id={`${id}-remove`}
          aria-label="Remove filter:"
          aria-labelledby={`${id}-remove ${id}`}
          onClick={onRemove}
        >
          <X aria-hidden size={14} />
        </button>
      </Tooltip>
    </li>
  );
}
