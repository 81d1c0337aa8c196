import { ChevronRight } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import type { EventRow, SupersededRow } from '../../../domain/contract/views.ts';
import { classNames } from '../../ui/class-names.ts';
import { actorName } from '../../ui/format/labels.ts';
import { Time } from '../../ui/time.tsx';
import { Words } from '../../ui/words.tsx';
import type { Undoable } from '../../state/undo-stack.ts';
import type { ShowAsOf } from './as-of.ts';
import { readingOf } from '../../words/event-data.ts';
import styles from './event-list.module.css';
import type { Subject } from '../../words/event-subjects.ts';
import { eventIcons } from '../../words/event-icons.ts';
import { eventWords } from '../../words/event-words.ts';
import { EventLine } from '../../words/event-line.tsx';
import { OpenedEvent } from './opened-event.tsx';
import { PersonName } from './person-name.tsx';
import { EventMenu } from './undo/event-menu.tsx';
import { SupersededWhy } from './superseded-why.tsx';
import { useEventSubjects } from './use-event-subjects.ts';

export interface EventListProps {
  readonly personId: string;
  readonly events: readonly EventRow[];
  /** What lost to others: shown between the events where it was made, and never as one of them. */
  readonly superseded?: readonly SupersededRow[] | undefined;
  readonly label: string;
  /** Without the raw JSON: for use inside a notice. */
  readonly plain?: boolean | undefined;
  /** Events after this version had not happened yet. */
  readonly asOf?: number | undefined;
  readonly onAsOf?: ShowAsOf | undefined;
  /** How the newest event is taken back. */
  readonly undo?: Undoable | null | undefined;
}

/** What happened to a person, newest first, in words. */
export function EventList(props: EventListProps) {
  const { personId, events, superseded, label, plain = false, asOf, onAsOf, undo = null } = props;
  const readings = useMemo(() => events.map(readingOf), [events]);
  const subjects = useEventSubjects(personId, readings);
  const shown = useMemo(() => between(events, superseded), [events, superseded]);
  return (
    <ol className={styles['list']} aria-label={label}>
      {shown.map(({ event, why }) => (
        <EventItem
          key={event.eventId}
          personId={personId}
          event={event}
          subject={subjects.get(event.eventId)}
          plain={plain}
          why={why}
          isLater={why === null && asOf !== undefined && event.version > asOf}
          onAsOf={onAsOf}
          undo={event === events[0] ? undo : null}
        />
      ))}
    </ol>
  );
}

interface Shown {
  readonly event: EventRow;
  readonly why: SupersededRow['why'] | null;
}

/** In the order in which they were written down, newest first. */
function between(events: readonly EventRow[], superseded: readonly SupersededRow[] = []): readonly Shown[] {
  const all: readonly Shown[] = [
    ...events.map((event) => ({ event, why: null })),
    ...superseded.map((event) => ({ event, why: event.why })),
  ];
  return all.toSorted((a, b) => b.event.position - a.event.position);
}

interface ItemProps {
  readonly personId: string;
  readonly event: EventRow;
  readonly subject: Subject | undefined;
  readonly plain: boolean;
  /** Why it does not count; null where it does. */
  readonly why: SupersededRow['why'] | null;
  /** Than the version that is shown. */
  readonly isLater: boolean;
  readonly onAsOf: ShowAsOf | undefined;
  readonly undo: Undoable | null;
}

function EventItem({ personId, event, subject, plain, why, isLater, onAsOf, undo }: ItemProps) {
  const [open, setOpen] = useState(false);
  const raw = useId();
  const words = eventWords(readingOf(event), subject);
  const Icon = eventIcons[words.kind];
  const title = <span className={styles['title']}>{words.title}</span>;
  return (
    <li
      className={styles['item']}
      data-version={why === null ? event.version : undefined}
      data-later={isLater ? '' : undefined}
      data-superseded={why === null ? undefined : ''}
    >
      <span className={classNames(styles['icon'], styles[why === null ? words.tone : 'undo'])}>
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
          {undo === null ? null : <EventMenu undo={undo} />}
        </div>
        {words.lines.map((line, index) => (
          <EventLine key={index} line={line} person={(id) => <PersonName personId={id} link={!plain} />} />
        ))}
        {words.reason === null ? null : (
          <p className={styles['reason']} dir="auto">
            Because: <Words text={words.reason} />
          </p>
        )}
        {why === null ? null : (
          <p className={styles['why']}>
            <SupersededWhy why={why} />
          </p>
        )}
        <p className={styles['meta']}>
          <bdi>{actorName(event.actor)}</bdi>
          {why === null ? <span className="mono">{`v${event.version}`}</span> : null}
        </p>
        {open ? <OpenedEvent id={raw} personId={personId} event={event} onAsOf={onAsOf} /> : null}
      </div>
    </li>
  );
}

const syncWords = { confirmed: 'confirmed', superseded: 'superseded' } as const;

function Sync({ status }: { readonly status: keyof typeof syncWords }) {
  return <span className={styles['sync']}>{syncWords[status]}</span>;
}
