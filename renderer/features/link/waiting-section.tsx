import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { infoQuery } from '../../bridge/console-queries.ts';
import { waitingQuery } from '../../bridge/link-queries.ts';
import { asConsoleError } from '../../ui/error-words.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { humanize } from '../../ui/format/labels.ts';
import { countOf } from '../../ui/format/number.ts';
import { PageSection } from '../../ui/page.tsx';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import styles from './link.module.css';

/** What was done here and is not there yet, the oldest first. */
export function WaitingSection() {
  const count = useQuery(infoQuery).data?.pendingCommits ?? 0;
  return (
    <PageSection title="Waiting to go out">
      {count === 0 ? (
        <p className={styles['note']}>Nothing waits: what is done here is where it belongs.</p>
      ) : (
        <Waiting count={count} />
      )}
    </PageSection>
  );
}

function Waiting({ count }: { readonly count: number }) {
  const query = useQuery(waitingQuery);
  if (query.data === undefined) {
    if (query.error === null) return <SkeletonLines lines={3} label="Loading what waits" />;
    return (
      <ErrorState
        title="What waits cannot be listed"
        error={asConsoleError(query.error)}
        onRetry={() => void query.refetch()}
      />
    );
  }
  const { rows } = query.data;
  return (
    <>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Whom</th>
            <th scope="col">Change</th>
            <th scope="col">Waits since</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ position, streamId, personId, displayName, type, recordedAt }) => (
            <tr key={position}>
              <th scope="row">
                {personId === null ? (
                  <span className="mono">{streamId}</span>
                ) : (
                  <Link to="/persons/$personId" params={{ personId }}>
                    <bdi>{displayName ?? personId}</bdi>
                  </Link>
                )}
              </th>
              <td>{humanize(type)}</td>
              <td>
                <Time at={recordedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > rows.length ? (
        <p className={styles['note']}>and {countOf(count - rows.length, 'later change')}</p>
      ) : null}
    </>
  );
}
