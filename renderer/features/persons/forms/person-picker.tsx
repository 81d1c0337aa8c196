import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { useFieldIds } from '../../../ui/form/field.tsx';
import { SearchInput } from '../../../ui/form/search-input.tsx';
import { useDebounced } from '../../../ui/hooks/use-debounced.ts';
import { statusWord } from '../../../ui/status-words.ts';
import { PersonName } from '../person-name.tsx';
import { quickSearchQuery } from '../queries.ts';
import { personQuery } from '../../../bridge/person-query.ts';
import styles from './person-picker.module.css';

export interface PersonPickerProps {
  readonly value: string;
  readonly onChange: (personId: string) => void;
  readonly onBlur: () => void;
}

const PAUSE_MS = 100;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** Persons whose name begins with what was typed; an id that was pasted finds its person. */
function useFound(text: string) {
  const settled = useDebounced(text.trim(), PAUSE_MS);
  const isId = UUID.test(settled);
  const found = useQuery(quickSearchQuery(isId ? '' : settled));
  const named = useQuery({ ...personQuery(settled.toLowerCase()), enabled: isId });
  if (isId) {
    const { data } = named;
    return data === undefined ? [] : [{ id: data.personId, title: data.displayName }];
  }
  if (settled === '') return [];
  return (found.data?.rows ?? []).map((row) => ({
    id: row.personId,
    title: row.displayName,
    detail: [statusWord(row.status), row.role, row.employer, row.primaryEmail].filter(Boolean).join(' · '),
  }));
}

/** Another person, found by name. Who is chosen stands there by name; choosing somebody else is one press away. */
export function PersonPicker({ value, onChange, onBlur }: PersonPickerProps) {
  const [text, setText] = useState('');
  const [again, setAgain] = useState(false);
  const entries = useFound(text);
  const chooseAgain = () => {
    setAgain(true);
    onChange('');
  };
  if (UUID.test(value)) return <Chosen value={value} onChange={chooseAgain} />;
  return (
    <SearchInput
      placeholder="Type a name"
      text={text}
      onText={setText}
      entries={entries}
      focused={again}
      none={text.trim() === '' ? '' : `No person is found for “${text.trim()}”`}
      onPick={(entry) => {
        setText('');
        onChange(entry.id);
      }}
      onBlur={onBlur}
    />
  );
}

function Chosen({ value, onChange }: { readonly value: string; readonly onChange: () => void }) {
  const { input } = useFieldIds();
  return (
    <div className={styles['chosen']}>
      <span className={styles['name']}>
        <PersonName personId={value} link={false} />
      </span>
      <Button id={input} size="small" variant="quiet" onClick={onChange}>
        Change
      </Button>
    </div>
  );
}
