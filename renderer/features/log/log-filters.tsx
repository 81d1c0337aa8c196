import { useQuery } from '@tanstack/react-query';
import type { ReactNode, RefObject } from 'react';
import { timeZoneOf, usePreferences } from '../../state/preferences.ts';
import { FilterChips } from '../../ui/filter-chips.tsx';
import { actorName, shortId } from '../../ui/format/labels.ts';
import { formatCount } from '../../ui/format/number.ts';
import { absoluteTime } from '../../ui/format/time.ts';
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
  const timeZone = usePreferences(timeZoneOf);
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

export interface LogFiltersProps {
  readonly search: LogSearch;
  readonly home: RefObject<HTMLElement | null>;
}

/** What narrows the log down. */
export function LogFilters({ search, home }: LogFiltersProps) {
  const go = useLogNavigation();
  const chips = useChips(search).map(({ remove, ...chip }) => ({ ...chip, onRemove: () => go.to(remove) }));
  return <FilterChips chips={chips} onClear={go.clear} home={home} />;
}
