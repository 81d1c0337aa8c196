import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Copy } from 'lucide-react';
import { Button } from '../../../ui/button.tsx';
import { countOf } from '../../../ui/format/number.ts';
import { Notice } from '../../../ui/notice.tsx';
import { duplicatesQuery } from '../queries.ts';
import styles from './compare.module.css';
import { reasonWords } from './reason-words.ts';

/** Others who may be the same person, with what speaks for it. Nothing where nobody is. */
export function DuplicatesNotice({ personId }: { readonly personId: string }) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    duplicatesQuery(personId),
  );
  const pairs = data?.pages.flatMap((page) => page.pairs) ?? [];
  if (pairs.length === 0) return null;
  const others = pairs.map(({ first, second, reasons }) => ({
    row: first.personId === personId ? second : first,
    reasons,
  }));
  return (
    <div className={styles['notice']}>
      <Notice
        tone="attention"
        icon={Copy}
        title={`May be the same as ${hasNextPage ? 'more than ' : ''}${countOf(others.length, 'other record')}`}
      >
        <ul className={styles['candidates']}>
          {others.map(({ row, reasons }) => (
            <li key={row.personId}>
              <Link to="/persons/$personId/compare/$otherId" params={{ personId, otherId: row.personId }}>
                Compare with <bdi>{row.displayName}</bdi>
              </Link>
              : both have <bdi>{reasonWords(reasons)}</bdi>
            </li>
          ))}
        </ul>
        {hasNextPage ? (
          <Button size="small" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Show more
          </Button>
        ) : null}
      </Notice>
    </div>
  );
}
