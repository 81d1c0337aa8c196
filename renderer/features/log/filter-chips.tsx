import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { usePreferences } from '../../state/preferences.ts';
import { Button } from '../../ui/button.tsx';
import { actorName, shortId } from '../../ui/format/labels.ts';
import { formatCount } from '../../ui/format/number.ts';
import { absoluteTime } from '../../ui/format/time.ts';
import { Tooltip } from '../../ui/tooltip.tsx';
import styles from './filter-chips.module.css';
import { type LogSearch, toggleType, without } from './log-search.ts';
import { personQuery } from '../../bridge/person-query.ts';
import { personIdOf } from './row-words.ts';
import { useLogNavigation } from './use-log-navigation.ts';

function StreamName({ stream }: { readonly stream: string }) {
  const personId = personIdOf(stream);
  const person = useQuery({ ...personQuery(personId ?? ''), enabled: personId !== null });
  return <bdi>{person.data?.displayName ?? shortId(stream)}</bdi>;
}

interface Chip {
  readonly id: string;
  readonly label: string;
  readonly value: ReactNode;
  readonly remove: (search: LogSearch) => LogSearch;
}

function useChips(search: LogSearch): readonly Chip[] {
  const timeZone = usePreferences((preferences) => preferences.timeZone);
  const { types = [], at, order } = search;
  const one = (
    key: Exclude<keyof LogSearch, 'types' | 'at' | 'event'>,
    label: string,
    show: (value: string) => ReactNode,
  ): readonly Chip[] => {
    const value = search[key];
    if (value === undefined) return [];
    return [{ id: key, label, value: show(value), remove: (old) => without(old, key) }];
  };
  const time = (value: string) => absoluteTime(value, { timeZone });
  const id = (value: string) => <span className="mono">{shortId(value)}</span>;
  return [
    ...types.map((type) => ({
      id: type,
      label: 'Type',
      value: <bdi>{type}</bdi>,
      remove: (old: LogSearch) => toggleType(old, type),
    })),
    ...one('stream', 'Person', (stream) => <StreamName stream={stream} />),
    ...one('actor', 'Actor', (actor) => <bdi>{actorName(actor)}</bdi>),
    ...one('from', 'From', time),
    ...one('to', 'Before', time),
    ...one('origin', 'Origin', id),
    ...one('correlation', 'Correlation', id),
    ...one('cause', 'Led to by', id),
    ...one('command', 'Command', id),
    ...one('id', 'Event', id),
    ...(at === undefined
      ? []
      : [
          {
            id: 'at',
            label: order === 'oldest' ? 'From position' : 'Down from position',
            value: formatCount(at),
            remove: (old: LogSearch) => without(old, 'at'),
          },
        ]),
  ];
}

/** What narrows the list down, each to be taken off again. */
export function FilterChips({ search }: { readonly search: LogSearch }) {
  const chips = useChips(search);
  const go = useLogNavigation();
  if (chips.length === 0) return null;
  return (
    <ul className={styles['chips']} aria-label="Filters">
      {chips.map(({ id, label, value, remove }) => (
        <li key={id} className={styles['chip']}>
          <span id={`chip-${id}-label`} className={styles['label']}>
            {label}
          </span>
          <span id={`chip-${id}-value`} className={styles['value']}>
            {value}
          </span>
          <Tooltip content="Take off">
            <button
              type="button"
              className={styles['remove']}
              id={`chip-${id}-off`}
              aria-label="Take off:"
              aria-labelledby={`chip-${id}-off chip-${id}-label chip-${id}-value`}
              onClick={() => go.to(remove)}
            >
              <X aria-hidden size={12} />
            </button>
          </Tooltip>
        </li>
      ))}
      {chips.length < 2 ? null : (
        <li>
          <Button size="small" variant="quiet" onClick={go.clear}>
            Take all off
          </Button>
        </li>
      )}
    </ul>
  );
}
