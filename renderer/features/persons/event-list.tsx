import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { EventRow } from '../../../domain/contract/views.ts';
import { classNames } from '../../ui/class-names.ts';
import { actorName } from '../../ui/format/labels.ts';
import { JsonView } from '../../ui/json-view.tsx';
import { Time } from '../../ui/time.tsx';
import styles from './event-list.module.css';
import type { Subject } from '../../words/event-subjects.ts';
import { eventIcons } from '../../words/event-icons.ts';
import { eventWords } from '../../words/event-words.ts';
import { useEventSubjects } from './use-event-subjects.ts';
import { Words } from '../../words/words.tsx';

export interface EventListProps {
  readonly personId: string;
  readonly events: readonly EventRow[];
  readonly label: string;
  /** Without the raw JSON: for use inside a notice. */
  readonly plain?: boolean | undefined;
}

/** What happened to a person, newest first, in words. */
export function EventList({ personId, events, label, plain = false }: EventListProps) {
  const subjects = useEventSubjects(personId, events);
  return (
    <ol className={styles['list']} aria-label={label}>
      {events.map((event) => (
        <EventItem key={event.eventId} event={event} subject={subjects.get(event.eventId)} plain={plain} />
      ))}
    </ol>
  );
}

interface ItemProps {
  readonly event: EventRow;
  readonly subject: Subject | undefined;
  readonly plain: boolean;
}

function EventItem({ event, subject, plain }: ItemProps) {
  const [open, setOpen] = useState(false);
  const raw = useId();
  const words = eventWords(event, subject);
  const Icon = eventIcons[words.kind];
  const title = <span className={styles['title']}>{words.title}</span>;
  return (
    <li className={styles['item']}>
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
          <Words key={index} line={line} />
        ))}
        {words.reason === null ? null : (
          <p className={styles['reason']} dir="auto">
            Because: {words.reason}
          </p>
        )}
        <p className={styles['meta']}>
          <bdi>{actorName(event.actor)}</bdi>
          <span className="mono">{`v${event.version}`}</span>
        </p>
        {open ? <RawEvent id={raw} event={event} /> : null}
      </div>
    </li>
  );
}

const syncWords = { confirmed: 'confirmed', superseded: 'superseded' } as const;

function Sync({ status }: { readonly status: keyof typeof syncWords }) {
  return <span className={styles['sync']}>{syncWords[status]}</span>;
}

function RawEvent({ id, event }: { readonly id: string; readonly event: EventRow }) {
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
      <JsonView text={event.data} label={`Data of ${event.type}`} />
    </div>
  );
}
