import { Link } from '@tanstack/react-router';
import { ChevronRight, History } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import type { EventRow } from '../../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { actorName } from '../../ui/format/labels.ts';
import { JsonView } from '../../ui/json-view.tsx';
import { Time } from '../../ui/time.tsx';
import { Words } from '../../ui/words.tsx';
import type { ShowAsOf } from './as-of.ts';
import { readingOf } from '../../words/event-data.ts';
import styles from './event-list.module.css';
import type { Subject } from '../../words/event-subjects.ts';
import { eventIcons } from '../../words/event-icons.ts';
import { eventWords } from '../../words/event-words.ts';
import { EventLine } from '../../words/event-line.tsx';
import { PersonName } from './person-name.tsx';
import { useEventSubjects } from './use-event-subjects.ts';

export interface EventListProps {
  readonly personId: string;
  readonly events: readonly EventRow[];
  readonly label: string;
  /** Without the raw JSON: for use inside a notice. */
  readonly plain?: boolean | undefined;
  /** Events after this version had not happened yet. */
  readonly asOf?: number | undefined;
  readonly onAsOf?: ShowAsOf | undefined;
}

/** What happened to a person, newest first, in words. */
export function EventList(props: EventListProps) {
  const { personId, events, label, plain = false, asOf, onAsOf } = props;
  const readings = useMemo(() => events.map(readingOf), [events]);
  const subjects = useEventSubjects(personId, readings);
  return (
    <ol className={styles['list']} aria-label={label}>
      {events.map((event) => (
        <EventItem
          key={event.eventId}
          event={event}
          subject={subjects.get(event.eventId)}
          plain={plain}
          isLater={asOf !== undefined && event.version > asOf}
          onAsOf={onAsOf}
        />
      ))}
    </ol>
  );
}

interface ItemProps {
  readonly event: EventRow;
  readonly subject: Subject | undefined;
  readonly plain: boolean;
  /** Than the version that is shown. */
  readonly isLater: boolean;
  readonly onAsOf: ShowAsOf | undefined;
}

function EventItem({ event, subject, plain, isLater, onAsOf }: ItemProps) {
  const [open, setOpen] = useState(false);
  const raw = useId();
  const words = eventWords(readingOf(event), subject);
  const Icon = eventIcons[words.kind];
  const title = <span className={styles['title']}>{words.title}</span>;
  return (
    <li className={styles['item']} data-later={isLater ? '' : undefined}>
      <span className={classNames(styles['icon'], styles[words.tone])}>
        <Icon aria-hidden size={14} />
      </span>
      <div className={styles['text']}>
        <div className={styles['head']}>
          {plain ? (
            title
          ) : (
            <button
              type="button"
              className={styles['toggle']}
              aria-expanded={open}
              aria-controls={raw}
              onClick={() => setOpen(!open)}
            >
              {title}
              <ChevronRight aria-hidden size={14} className={styles['chevron']} />
            </button>
          )}
          {event.status === 'pending' ? null : <Sync status={event.status} />}
          <Time at={event.timestamp} className={styles['time']} />
        </div>
        {words.lines.map((line, index) => (
          <EventLine key={index} line={line} person={(id) => <PersonName personId={id} link={!plain} />} />
        ))}
        {words.reason === null ? null : (
          <p className={styles['reason']} dir="auto">
            Because: <Words text={words.reason} />
          </p>
        )}
        <p className={styles['meta']}>
          <bdi>{actorName(event.actor)}</bdi>
          <span className="mono">{`v${event.version}`}</span>
        </p>
        {open ? <RawEvent id={raw} event={event} onAsOf={onAsOf} /> : null}
      </div>
    </li>
  );
}

const syncWords = { confirmed: 'confirmed', superseded: 'superseded' } as const;

function Sync({ status }: { readonly status: keyof typeof syncWords }) {
  return <span className={styles['sync']}>{syncWords[status]}</span>;
}

interface RawEventProps {
  readonly id: string;
  readonly event: EventRow;
  readonly onAsOf: ShowAsOf | undefined;
}

function RawEvent({ id, event, onAsOf }: RawEventProps) {
  const facts = [
    ['Event', event.eventId],
    ['Command', event.commandId],
    ['Type', `${event.type} v${event.schemaVersion}`],
  ] as const;
  return (
    <div id={id} className={styles['raw']}>
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
            <Link to="/log" search={{ event: event.position }} title="Show it in the event log">
              {event.position}
            </Link>
          </dd>
        </div>
      </dl>
      {onAsOf === undefined ? null : (
        <Button size="small" icon={History} onClick={() => onAsOf(event.version)}>
          Show as of this version
        </Button>
      )}
      <JsonView text={event.data} label={`Data of ${event.type}`} />
    </div>
  );
}
