import { useQuery } from '@tanstack/react-query';
import { use, useState } from 'react';
import { ConsoleFailure } from '../../../../domain/contract/errors.ts';
import type { PersonRow } from '../../../../domain/contract/views.ts';
import { useBuilding } from '../../../bridge/building.ts';
import { useFoundPersons } from '../../../bridge/found-persons.ts';
import { noneYet } from '../../../ui/building-words.ts';
import { Button } from '../../../ui/button.tsx';
import { failureWords } from '../../../ui/error-words.ts';
import { useFieldIds } from '../../../ui/form/field.tsx';
import { type SearchEntry, SearchInput } from '../../../ui/form/search-input.tsx';
import { useDebounced } from '../../../ui/hooks/use-debounced.ts';
import { statusWord } from '../../../ui/status-words.ts';
import { PersonName } from '../person-name.tsx';
import { personQuery } from '../../../bridge/person-query.ts';
import { FormPerson } from './form-person.ts';
import styles from './person-picker.module.css';

export interface PersonPickerProps {
  readonly value: string;
  readonly onChange: (personId: string) => void;
  readonly onBlur: () => void;
}

const PAUSE_MS = 100;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** An id that nobody has is a text that finds nobody. */
function isMissing(thrown: unknown): boolean {
  return thrown instanceof ConsoleFailure && thrown.error.code === 'person-missing';
}

/** The person of an id that was pasted. */
function useNamed(settled: string, isId: boolean) {
  const { data, error, isPending } = useQuery({ ...personQuery(settled.toLowerCase()), enabled: isId });
  const entries = data === undefined ? [] : [{ id: data.personId, title: data.displayName }];
  return { entries, looking: isPending, error: isMissing(error) ? null : error };
}

function entryOf(row: PersonRow): SearchEntry {
  const { personId, displayName, status, role, employer, primaryEmail } = row;
  const detail = [statusWord(status), role, employer, primaryEmail].filter(Boolean).join(' · ');
  return { id: personId, title: displayName, detail };
}

/** Persons whose name begins with what was typed, or the one of a pasted id; never the one that the form is about. */
function useFound(text: string) {
  const own = use(FormPerson);
  const settled = useDebounced(text, PAUSE_MS);
  const isId = UUID.test(settled);
  const searched = useFoundPersons(text, isId ? '' : settled);
  const named = useNamed(settled, isId);
  const byName = { ...searched, entries: searched.persons.map(entryOf) };
  const { entries, looking, error } = isId && text === settled ? named : byName;
  return {
    entries: entries.filter(({ id }) => id !== own),
    looking,
    failure: failureWords('Persons cannot be searched', error),
  };
}

/** Another person, found by name. Who is chosen stands there by name; choosing somebody else is one press away. */
export function PersonPicker({ value, onChange, onBlur }: PersonPickerProps) {
  const [text, setText] = useState('');
  const [again, setAgain] = useState(false);
  const found = useFound(text.trim());
  const building = useBuilding('persons.search');
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
      {...found}
      focused={again}
      none={noneYet(text.trim() === '' ? '' : `No other person is found for “${text.trim()}”`, building)}
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
