import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { infoQuery } from '../../bridge/console-queries.ts';
import { waitingQuery } from '../../bridge/link-queries.ts';
import { classNames } from '../../ui/class-names.ts';
import { asConsoleError } from '../../ui/error-words.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { humanize } from '../../ui/format/labels.ts';
import { PageSection } from '../../ui/page.tsx';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { MoreRows, useFewRows } from './few-rows.tsx';
import styles from './link.module.css';

function useWaiting(): number {
  return useQuery(infoQuery).data?.pendingCommits ?? 0;
}

/** A section that is empty has no heading: its one sentence stands where the link's state does. */
export function NothingWaits() {
  if (useWaiting() > 0) return null;
  return <span className={styles['note']}>Nothing waits: what is done here is where it belongs.</span>;
}

/** What was done here and is not there yet, the oldest first. */
export function WaitingSection() {
  const count = useWaiting();
  if (count === 0) return null;
  return (
    <PageSection title="Waiting to go out" count={count}>
      <Waiting count={count} />
    </PageSection>
  );
}

function Waiting({ count }: { readonly count: number }) {
  const query = useQuery(waitingQuery);
  const { shown, hidden, showAll } = useFewRows(query.data?.rows ?? []);
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
  return (
    <>
      <table className={classNames(styles['table'], styles['three'])}>
        <thead>
          <tr>
            <th scope="col">Whom</th>
            <th scope="col">Change</th>
            <th scope="col">Waits since</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ position, streamId, personId, displayName, type, recordedAt }) => (
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
      <MoreRows shown={shown.length} hidden={hidden} total={count} showAll={showAll} />
    </>
  );
}
