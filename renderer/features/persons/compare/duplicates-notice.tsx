import { Link } from '@tanstack/react-router';
import { Copy } from 'lucide-react';
import { MAX_SHARING } from '../../../../domain/contract/procedures.ts';
import { Button } from '../../../ui/button.tsx';
import { countOf, formatCount } from '../../../ui/format/number.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Unread } from '../../../ui/unread.tsx';
import styles from './compare.module.css';
import { reasonWords } from './reason-words.ts';
import { usePossiblySame } from './use-possibly-same.ts';

/** Others who may be the same person, with what speaks for it. Nothing where nobody is, or nobody is known yet. */
export function DuplicatesNotice({ personId }: { readonly personId: string }) {
  const { duplicates, others } = usePossiblySame(personId);
  const unread = <Unread query={duplicates} what="Who may be the same" />;
  if (others.length === 0)
    return duplicates.error === null ? null : <div className={styles['notice']}>{unread}</div>;
  const count = countOf(others.length, 'other record');
  const more = (
    <Button
      size="small"
      busy={duplicates.isFetchingNextPage}
      onClick={() => void duplicates.fetchNextPage({ cancelRefetch: false })}
    >
      {duplicates.isFetchingNextPage ? 'Loading…' : 'Load more'}
    </Button>
  );
  return (
    <div className={styles['notice']}>
      <Notice
        tone="attention"
        icon={Copy}
        title={`May be the same as ${duplicates.hasNextPage ? `more than ${count}` : count}`}
        actions={duplicates.hasNextPage ? more : undefined}
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
        <p className={styles['passedOver']}>
          An address or number shared by more than {formatCount(MAX_SHARING)} records is ignored.
        </p>
        {unread}
      </Notice>
    </div>
  );
}
