import {
  ChevronRight,
  CircleDot,
  CircleHelp,
  Flag,
  History,
  type LucideIcon,
  Merge,
  Minus,
  PencilLine,
  Plus,
  ToggleRight,
} from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import type { EventRow } from '../../../domain/contract/views.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { actorName } from '../../ui/format/labels.ts';
import { JsonView } from '../../ui/json-view.tsx';
import { Time } from '../../ui/time.tsx';
import { Words } from '../../ui/words.tsx';
import type { ShowAsOf } from './as-of.ts';
import { readingOf } from './event-data.ts';
import styles from './event-list.module.css';
import type { Subject } from './event-subjects.ts';
import { type EventKind, eventWords } from './event-words.ts';
import { PersonName } from './person-name.tsx';
import { useEventSubjects } from './use-event-subjects.ts';
import type { WordLine } from './word-line.ts';

const icons: Readonly<Record<EventKind, LucideIcon>> = {
  born: CircleDot,
  state: ToggleRight,
  change: PencilLine,
  add: Plus,
  remove: Minus,
  merge: Merge,
  end: Flag,
  unknown: CircleHelp,
};

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
  const Icon = icons[words.kind];
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
          <Line key={index} line={line} plain={plain} />
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

function Line({ line, plain }: { readonly line: WordLine; readonly plain: boolean }) {
  const { label, person } = line;
  return (
    <p className={styles['line']}>
      {label === undefined || label === '' ? null : <span className={styles['label']}>{label}</span>}
      <Change line={line} />
      {person === undefined ? null : <PersonName personId={person} link={!plain} />}
    </p>
  );
}

/** Signs and colours say what went and what came; so do words, for who does not see them. */
function Change({ line: { label, before, after, added } }: { readonly line: WordLine }) {
  const words = (text: string) => (
    <bdi>
      <Words text={text} spelt={label === undefined} />
    </bdi>
  );
  if (before === undefined && added !== true) return after === undefined ? null : words(after);
  return (
    <>
      {before === undefined ? null : (
        <del className={styles['before']}>
          <span className="visually-hidden">{after === undefined ? 'cleared, was ' : 'was '}</span>
          {words(before)}
        </del>
      )}
      {after === undefined ? null : (
        <ins className={styles['after']}>
          <span className="visually-hidden">now </span>
          {words(after)}
        </ins>
      )}
    </>
  );
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
    ['Position', String(event.position)],
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
