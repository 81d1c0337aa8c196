import { X } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './filter-chips.module.css';
import { filterChips, type FilterParts } from './list-filter.ts';
import type { ListSearch } from './search-params.ts';

export interface FilterChipsProps {
  readonly search: ListSearch;
  readonly onEdit: () => void;
  readonly onRemove: (part: keyof FilterParts) => void;
  readonly onClear: () => void;
}

/** What the list is narrowed by. A click on the words changes it, the cross takes it away. */
export function FilterChips({ search, onEdit, onRemove, onClear }: FilterChipsProps) {
  const chips = filterChips(search);
  if (chips.length === 0) return null;
  return (
    <ul className={styles['chips']} aria-label="Filters">
      {chips.map(({ part, words }) => (
        <li key={part} className={styles['chip']}>
          <button type="button" className={styles['words']} onClick={onEdit}>
            <bdi>{words}</bdi>
          </button>
          <IconButton
            size="small"
            icon={X}
            label={`Remove filter: ${words}`}
            className={styles['remove']}
            onClick={() => onRemove(part)}
          />
        </li>
      ))}
      {chips.length < 2 ? null : (
        <li>
          <Button size="small" variant="quiet" onClick={onClear}>
            Remove all
          </Button>
        </li>
      )}
    </ul>
  );
}
