import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RelatedRow } from '../../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { StatusBadge } from '../../ui/status.tsx';
import { Unread } from '../../ui/unread.tsx';
import { Words } from '../../ui/words.tsx';
import list from './component-list.module.css';
import type { Component, ExistingPerson } from './person-model.ts';
import { relatedQuery } from './queries.ts';
import { moreWords, othersOf, sharedTarget } from './related-others.ts';
import styles from './related.module.css';

export interface NamedByOthersProps {
  readonly person: ExistingPerson;
  readonly heading: 'h2' | 'h3';
}

/** Relationships that others have recorded toward this person: they stand on the others' records. */
export function NamedByOthers({ person, heading: Heading }: NamedByOthersProps) {
  const { personId } = person;
  const related = useInfiniteQuery(relatedQuery({ kind: 'person', personId }));
  const unread = <Unread query={related} what="Who names this person" />;
  const rows = related.data?.pages.flatMap((page) => page.rows) ?? [];
  if (rows.length === 0) return unread;
  return (
    <section className={styles['named']} aria-label="Named by others">
      <Heading className={list['heading']}>
        Named by others
        <span className={list['count']}>{`${rows.length}${related.hasNextPage ? '+' : ''}`}</span>
      </Heading>
      <ul>
        {rows.map((row) => (
          <li key={row.componentId} className={styles['row']}>
            <Other row={row} />
            <span className={styles['as']}>
              names them as:{' '}
              <bdi className={styles['label']}>
                <Words text={row.label} spelt />
              </bdi>
            </span>
          </li>
        ))}
      </ul>
      {related.hasNextPage ? (
        <Button
          size="small"
          className={styles['more']}
          busy={related.isFetchingNextPage}
          onClick={() => void related.fetchNextPage({ cancelRefetch: false })}
        >
          {related.isFetchingNextPage ? 'Loading…' : 'Load more'}
        </Button>
      ) : null}
      {unread}
    </section>
  );
}

function Other({ row }: { readonly row: RelatedRow }) {
  return (
    <span className={styles['other']}>
      <Link to="/persons/$personId" params={{ personId: row.personId }}>
        <bdi>{row.displayName}</bdi>
      </Link>
      {row.status === 'active' ? null : <StatusBadge status={row.status} />}
    </span>
  );
}

export interface OthersThereProps {
  readonly personId: string;
  readonly component: Component;
}

/** Who else is related to the organisation or the place of a component. */
export function OthersThere({ personId, component }: OthersThereProps) {
  const target = sharedTarget(component);
  return target === null ? null : <Others personId={personId} target={target} />;
}

interface OthersProps {
  readonly personId: string;
  readonly target: NonNullable<ReturnType<typeof sharedTarget>>;
}

function Others({ personId, target }: OthersProps) {
  const related = useInfiniteQuery(relatedQuery(target));
  const { shown, more } = othersOf(related.data?.pages.flatMap((page) => page.rows) ?? [], personId);
  if (shown.length === 0) return <Unread query={related} what="Who else is there" />;
  const words = moreWords(more, related.hasNextPage);
  return (
    <>
      <p className={styles['others']}>
        <span className={styles['with']}>Also there</span>
        {shown.map((row, index) => (
          <span key={row.personId}>
            <Link to="/persons/$personId" params={{ personId: row.personId }}>
              <bdi>{row.displayName}</bdi>
            </Link>
            {index < shown.length - 1 ? ',' : ''}
          </span>
        ))}
        {words === '' ? null : <span>{words}</span>}
      </p>
      <Unread query={related} what="Who else is there" />
    </>
  );
}
