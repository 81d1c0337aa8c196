import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useRouter } from '@tanstack/react-router';
import { ArrowLeft, Merge } from 'lucide-react';
import { useState } from 'react';
import type { PersonDetail } from '../../../../domain/contract/views.ts';
import { useBuilding } from '../../../bridge/building.ts';
import { BuildingState } from '../../../ui/building.tsx';
import { Button } from '../../../ui/button.tsx';
import { asConsoleError } from '../../../ui/error-words.ts';
import { ErrorState } from '../../../ui/error-state.tsx';
import { focusHome } from '../../../ui/focus-home.ts';
import { Checkbox } from '../../../ui/form/inputs.tsx';
import { useHotkeys } from '../../../ui/hooks/use-hotkeys.ts';
import { SkeletonLines } from '../../../ui/skeleton.tsx';
import { StaleNotice } from '../../../ui/stale-notice.tsx';
import { StatusBadge } from '../../../ui/status.tsx';
import { Time } from '../../../ui/time.tsx';
import { useOpenForm } from '../forms/use-open-form.ts';
import { abilitiesOf, personOf } from '../person-model.ts';
import { personQuery } from '../../../bridge/person-query.ts';
import styles from './compare.module.css';
import { CompareTable } from './compare-table.tsx';

const route = getRouteApi('/persons/$personId/compare/$otherId');

/** Two records side by side, to see whether they are one person, and to merge one into the other. */
export function ComparePage() {
  const { personId, otherId } = route.useParams();
  const router = useRouter();
  const first = useQuery(personQuery(personId));
  const second = useQuery(personQuery(otherId));
  useHotkeys({ escape: () => router.history.back() });
  const error = first.error ?? second.error;
  const building = useBuilding('persons.get');
  return (
    <div className={styles['page']}>
      <nav className={styles['crumbs']} aria-label="Path">
        <Link to="/persons/$personId" params={{ personId }} className={styles['crumb']}>
          <ArrowLeft aria-hidden size={14} />
          <bdi>{first.data?.displayName ?? 'Person'}</bdi>
        </Link>
      </nav>
      <h1 className={styles['title']} {...focusHome}>
        Compare records
      </h1>
      {first.data === undefined || second.data === undefined ? null : (
        <div className={styles['stale']}>
          <StaleNotice
            framed
            query={first.error === null ? second : first}
            what="What is compared"
            onRefresh={() => void Promise.all([first.refetch(), second.refetch()])}
          />
        </div>
      )}
      {first.data !== undefined && second.data !== undefined ? (
        <Comparison first={first.data} second={second.data} />
      ) : error === null ? (
        <SkeletonLines lines={8} label="Loading both records" />
      ) : building !== null && asConsoleError(error).code === 'person-not-in-views' ? (
        <BuildingState building={building} title="The records are not in the lists yet">
          The lists and pages of persons are being built from the log. The comparison appears as soon as that
          is done.
        </BuildingState>
      ) : (
        <ErrorState
          title="The records cannot be compared"
          error={asConsoleError(error)}
          onRetry={() => void Promise.all([first.refetch(), second.refetch()])}
        />
      )}
    </div>
  );
}

interface ComparisonProps {
  readonly first: PersonDetail;
  readonly second: PersonDetail;
}

function Comparison({ first, second }: ComparisonProps) {
  const [onlyDifferences, setOnlyDifferences] = useState(false);
  return (
    <>
      <div className={styles['heads']}>
        <span />
        <RecordHead detail={first} other={second} />
        <RecordHead detail={second} other={first} />
      </div>
      <div className={styles['tools']}>
        <Checkbox
          label="Only what differs"
          checked={onlyDifferences}
          onChange={(event) => setOnlyDifferences(event.target.checked)}
        />
      </div>
      <CompareTable first={first} second={second} onlyDifferences={onlyDifferences} />
    </>
  );
}

interface RecordHeadProps {
  readonly detail: PersonDetail;
  /** The record that would be frozen, where this one is kept. */
  readonly other: PersonDetail;
}

function RecordHead({ detail, other }: RecordHeadProps) {
  const open = useOpenForm();
  const person = personOf(detail);
  const mergeable = abilitiesOf(personOf(other)).close && abilitiesOf(person).close;
  return (
    <div className={styles['record']}>
      <p className={styles['name']}>
        <Link to="/persons/$personId" params={{ personId: detail.personId }}>
          <bdi>{detail.displayName}</bdi>
        </Link>
        <StatusBadge status={person.lifecycle.status} plain />
      </p>
      <p className={styles['meta']}>
        Version {detail.version}, updated <Time at={person.updatedAt} />
      </p>
      <Button
        icon={Merge}
        size="small"
        disabled={!mergeable}
        onClick={() => open({ form: 'merge', person: other.personId, into: detail.personId })}
      >
        Keep this one…
      </Button>
      {mergeable ? null : <p className={styles['meta']}>One of the two is closed already.</p>}
    </div>
  );
}
