import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { History } from 'lucide-react';
import { useState } from 'react';
import type { EventRow } from '../../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { asConsoleError } from '../../ui/error-words.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { JsonView } from '../../ui/json-view.tsx';
import { type Segment, Segments } from '../../ui/segments.tsx';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { EventLine } from '../../words/event-line.tsx';
import type { ShowAsOf } from './as-of.ts';
import styles from './opened-event.module.css';
import { personOf } from './person-model.ts';
import { PersonName } from './person-name.tsx';
import { personAsOfQuery } from './queries.ts';
import { type ChangeGroup, stateChanges } from './state-changes.ts';

export interface OpenedEventProps {
  readonly id: string;
  readonly personId: string;
  readonly event: EventRow;
  readonly onAsOf: ShowAsOf | undefined;
}

type Side = 'changes' | 'json';

const sides: readonly Segment<Side>[] = [
  { value: 'changes', label: 'Changes' },
  { value: 'json', label: 'Raw JSON' },
];

/** An event from close by: what it did to the person, or what was written. What was superseded did nothing to them. */
export function OpenedEvent({ id, personId, event, onAsOf }: OpenedEventProps) {
  const [side, setSide] = useState<Side>('changes');
  if (event.status === 'superseded') {
    return (
      <div id={id} className={styles['raw']}>
        <Facts event={event} />
        <JsonView text={event.data} label={`Data of ${event.type}`} />
      </div>
    );
  }
  return (
    <div id={id} className={styles['raw']}>
      <Facts event={event} />
      {onAsOf === undefined ? null : (
        <Button size="small" icon={History} className={styles['asOf']} onClick={() => onAsOf(event.version)}>
          Show as of this version
        </Button>
      )}
      <div>
        <Segments label="What to show of the event" segments={sides} value={side} onChange={setSide} />
      </div>
      {side === 'json' ? (
        <JsonView text={event.data} label={`Data of ${event.type}`} />
      ) : (
        <Changes personId={personId} version={event.version} />
      )}
    </div>
  );
}

function Facts({ event }: { readonly event: EventRow }) {
  const facts = [
    ['Event', event.eventId],
    ['Command', event.commandId],
    ['Type', `${event.type} v${event.schemaVersion}`],
  ] as const;
  return (
    <dl className={styles['facts']}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="mono">{value}</dd>
        </div>
      ))}
      <div>
        <dt>Position</dt>
        <dd className="mono">
          <Link to="/log" search={{ event: event.position }} data-hint="Show it in the event log">
            {event.position}
          </Link>
        </dd>
      </div>
    </dl>
  );
}

interface ChangesProps {
  readonly personId: string;
  readonly version: number;
}

/** The person just before and just after, compared: so it says all of it, whatever the event itself says. */
function Changes({ personId, version }: ChangesProps) {
  const first = version <= 1;
  const before = useQuery({ ...personAsOfQuery(personId, version - 1), enabled: !first });
  const after = useQuery(personAsOfQuery(personId, version));
  const error = before.error ?? after.error;
  if (error !== null) {
    return (
      <ErrorState
        title="What changed cannot be shown"
        error={asConsoleError(error)}
        onRetry={() => void Promise.all([before.refetch(), after.refetch()])}
      />
    );
  }
  if (after.data === undefined || (before.data === undefined && !first))
    return <SkeletonLines lines={2} label="Comparing before and after" />;
  const was = before.data === undefined ? null : personOf(before.data);
  return <ChangeGroups groups={stateChanges(was, personOf(after.data))} />;
}

function ChangeGroups({ groups }: { readonly groups: readonly ChangeGroup[] }) {
  if (groups.length === 0) {
    return (
      <p className={styles['nothing']}>
        Nothing that is shown of the person changed. The raw JSON has what was written.
      </p>
    );
  }
  return (
    <div>
      {groups.map(({ title, what, lines }, index) => (
        <section key={`${title} ${index}`} className={styles['group']} aria-label={title}>
          <p className={styles['groupTitle']}>
            {title}
            {what === undefined ? null : (
              <span className={styles['what']}>
                {': '}
                <bdi>{what}</bdi>
              </span>
            )}
          </p>
          {lines.map((line, at) => (
            <EventLine key={at} line={line} person={(id) => <PersonName personId={id} />} />
          ))}
        </section>
      ))}
    </div>
  );
}
