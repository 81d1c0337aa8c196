import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { EventRow } from '../../../domain/contract/views.ts';
import { type Subject, speakOfOlder, subjectsOf } from '../../words/event-subjects.ts';
import { personOf } from './person-model.ts';
import { personAsOfQuery } from './queries.ts';

const NONE: ReadonlyMap<string, Subject> = new Map();

/** The components that a person's events are about. What is older than the events is asked for as it was before them. */
export function useEventSubjects(
  personId: string,
  newestFirst: readonly EventRow[],
): ReadonlyMap<string, Subject> {
  const version = (newestFirst.at(-1)?.version ?? 1) - 1;
  const enabled = version > 0 && speakOfOlder(newestFirst);
  const before = useQuery({ ...personAsOfQuery(personId, version), enabled }).data;
  return useMemo(
    // Half of what a component said would pass for all of it.
    () => {
      if (!enabled) return subjectsOf([], newestFirst);
      return before === undefined ? NONE : subjectsOf(personOf(before).components, newestFirst);
    },
    [enabled, before, newestFirst],
  );
}
