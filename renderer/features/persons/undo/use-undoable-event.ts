import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { EventRow } from '../../../../domain/contract/views.ts';
import type { Undoable } from '../../../state/undo-stack.ts';
import { readingOf } from '../../../words/event-data.ts';
import { eventWords } from '../../../words/event-words.ts';
import { personAsOfQuery } from '../queries.ts';
import { undoableOf } from './undo-entry.ts';

/** What the newest command did to the person, where it can be taken back. Events come newest first. */
export function useUndoableEvent(
  personId: string,
  newestFirst: readonly EventRow[],
  enabled: boolean,
): Undoable | null {
  const [newest] = newestFirst;
  const after = newest?.version ?? 0;
  const own = newestFirst.filter(({ commandId }) => commandId === newest?.commandId);
  const before = after - own.length;
  const ready = enabled && before > 0;
  const was = useQuery({ ...personAsOfQuery(personId, before), enabled: ready }).data;
  const is = useQuery({ ...personAsOfQuery(personId, after), enabled: ready }).data;
  const title = newest === undefined ? '' : eventWords(readingOf(newest)).title;
  return useMemo(
    () =>
      ready && was !== undefined && is !== undefined
        ? undoableOf({ personId, title, before, after }, was, is)
        : null,
    [ready, was, is, personId, title, before, after],
  );
}
