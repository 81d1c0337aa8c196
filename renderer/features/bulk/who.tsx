import { useInfiniteQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ProcedureInput, ProcedureOutput } from '../../../domain/contract/procedures.ts';
import { call } from '../../bridge/client.ts';
import { keys } from '../../bridge/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { countOf, formatCount } from '../../ui/format/number.ts';
import { Unread } from '../../ui/unread.tsx';
import styles from './bulk.module.css';
import { examplesWords } from './bulk-texts.ts';

interface Named {
  readonly personId: string;
  readonly displayName: string | null;
}

export interface WhoProps {
  /** The first of them, in the order of the list that they were selected in. */
  readonly persons: readonly Named[];
  /** All of them. */
  readonly count: number;
  /** What becomes of them: for whoever hears the button without the line above it. */
  readonly what: string;
  /** How those who are not among the first are asked for. */
  readonly asked: ProcedureInput<'bulk.names'>;
}

const NAMED_AT_FIRST = 5;

/** Goes on where the preview has ended, and only where somebody asks. */
function useNames(asked: WhoProps['asked'], first: readonly Named[]) {
  const page: ProcedureOutput<'bulk.names'> = { persons: [...first], next: first.at(-1)?.personId ?? null };
  return useInfiniteQuery({
    queryKey: keys.bulkNames(asked),
    queryFn: ({ pageParam: after }) =>
      call('bulk.names', { ...asked, ...(after === undefined ? {} : { after }) }),
    initialPageParam: undefined as string | undefined,
    initialData: { pages: [page], pageParams: [undefined] },
    getNextPageParam: ({ next }) => next ?? undefined,
    enabled: false,
    gcTime: 0,
    retry: false,
  });
}

/** The first by name; all, as a list of its own to scroll through, where one asks for them. */
export function Who({ persons: first, count, what, asked }: WhoProps) {
  const [all, setAll] = useState(false);
  const id = useId();
  const names = useNames(asked, first);
  const persons = names.data.pages.flatMap((page) => page.persons);
  const left = count - persons.length;
  const words = examplesWords(persons.slice(0, NAMED_AT_FIRST), count);
  if (words === '') return null;
  if (count <= NAMED_AT_FIRST)
    return (
      <p className={styles['names']}>
        <bdi>{words}</bdi>
      </p>
    );
  return (
    <>
      {all ? (
        <ol id={id} className={styles['everybody']} tabIndex={0} aria-label={what}>
          {persons.map(({ personId, displayName }) => (
            <li key={personId}>
              <bdi>{displayName ?? personId}</bdi>
            </li>
          ))}
          {left > 0 ? <li>and {countOf(left, 'other')}</li> : null}
        </ol>
      ) : (
        <p className={styles['names']}>
          <bdi>{words}</bdi>
        </p>
      )}
      {all ? <Unread query={names} what={what} /> : null}
      {all && left > 0 && names.hasNextPage ? (
        <Button
          size="small"
          variant="quiet"
          className={styles['showAll']}
          busy={names.isFetchingNextPage}
          aria-label={`Show more: ${what}`}
          onClick={() => void names.fetchNextPage({ cancelRefetch: false })}
        >
          Show more
        </Button>
      ) : null}
      <Button
        size="small"
        variant="quiet"
        className={styles['showAll']}
        aria-expanded={all}
        aria-controls={all ? id : undefined}
        aria-label={`${all ? 'Show the first few' : 'Show all'}: ${what}`}
        onClick={() => setAll(!all)}
      >
        {all ? 'Show the first few' : `Show all ${formatCount(count)}`}
      </Button>
    </>
  );
}
