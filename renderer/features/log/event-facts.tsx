import type { ReactNode } from 'react';
import type { LogRow } from '../../../domain/contract/views.ts';
import { timeZoneOf, usePreferences } from '../../state/preferences.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { actorName } from '../../ui/format/labels.ts';
import { formatCount } from '../../ui/format/number.ts';
import { absoluteTime, isFar } from '../../ui/format/time.ts';
import { useNow } from '../../ui/hooks/use-now.ts';
import { Time } from '../../ui/time.tsx';
import styles from './event-detail.module.css';
import { PersonLink } from './person-link.tsx';
import { personIdOf } from './row-words.ts';

const SECOND = 1000;

/** What came from elsewhere happened long before it was recorded; times are shown to the second. */
function isApart({ timestamp, recordedAt }: LogRow): boolean {
  return Math.abs(Date.parse(timestamp) - Date.parse(recordedAt)) >= SECOND;
}

/** Everything that is known about an event besides what happened. */
export function EventFacts({ event }: { readonly event: LogRow }) {
  return (
    <dl className={styles['facts']}>
      <Fact label={personIdOf(event.streamId) === null ? 'Stream' : 'Person'}>
        <PersonLink row={event} />
      </Fact>
      <Fact label="Recorded">
        <Instant at={event.recordedAt} />
      </Fact>
      {isApart(event) ? (
        <Fact label="Happened">
          <Instant at={event.timestamp} />
        </Fact>
      ) : null}
      <Fact label="Actor">
        <bdi data-hint={event.actor ?? undefined}>{actorName(event.actor)}</bdi>
      </Fact>
      <Fact label="Type">
        <bdi>{event.type}</bdi>
        <span className={styles['quiet']}>{` schema version ${event.schemaVersion}`}</span>
      </Fact>
      <Fact label="Position" copied={String(event.position)}>
        <span className="tabular">{formatCount(event.position)}</span>
      </Fact>
      <Fact label="Version">
        <span className="tabular">{formatCount(event.version)}</span>
        <span className={styles['quiet']}> of its stream</span>
      </Fact>
      <Id label="Event" id={event.eventId} />
      <Id label="Command" id={event.commandId} />
      <Id label="Commit" id={event.commitId} />
      <Id label="Correlation" id={event.correlationId} />
      {event.causationId === null ? null : <Id label="Causation" id={event.causationId} />}
      <Id label="Stream" id={event.streamId} />
      <Id label="Origin" id={event.origin} />
    </dl>
  );
}

function Instant({ at }: { readonly at: string }) {
  const timeZone = usePreferences(timeZoneOf);
  const far = isFar(at, useNow());
  return (
    <>
      {absoluteTime(at, { timeZone })} {far ? null : <Time at={at} className={styles['quiet']} />}
    </>
  );
}

interface FactProps {
  readonly label: string;
  readonly children: ReactNode;
  /** What its copy button copies; absent: it has none. */
  readonly copied?: string | undefined;
}

function Fact({ label, children, copied }: FactProps) {
  return (
    <div className={styles['fact']}>
      <dt>{label}</dt>
      <dd>
        <span className={styles['value']}>{children}</span>
        {copied === undefined ? null : (
          <span className={styles['copy']}>
            <CopyButton value={copied} label={`Copy: ${label.toLowerCase()}`} />
          </span>
        )}
      </dd>
    </div>
  );
}

function Id({ label, id }: { readonly label: string; readonly id: string }) {
  return (
    <Fact label={label} copied={id}>
      <span className="mono">{id}</span>
    </Fact>
  );
}
