import { shortId } from '../../ui/format/labels.ts';
import type { EventSurroundings, LogRow } from '../../../domain/contract/views.ts';
import { classNames } from '../../ui/class-names.ts';
import { formatCount } from '../../ui/format/number.ts';
import { Time } from '../../ui/time.tsx';
import { eventIcons } from '../../words/event-icons.ts';
import { readingOf } from '../../words/event-data.ts';
import { eventWords } from '../../words/event-words.ts';
import styles from './event-detail.module.css';
import type { LogSearch } from './log-search.ts';
import { nameOf, personIdOf } from './row-words.ts';
import { afterWords, beforeWords, causeWords, effectWords } from './surrounding-words.ts';
import { useLogNavigation } from './use-log-navigation.ts';

/** The ways on from an event: to its causes and effects, its commit, and its neighbours in the stream. */
export function EventLinks({ surroundings }: { readonly surroundings: EventSurroundings }) {
  const { event, previous, following, commit, causes, effects } = surroundings;
  const own = personIdOf(event.streamId) === null ? 'stream' : 'person';
  const one = (row: LogRow | null): readonly LogRow[] => (row === null ? [] : [row]);
  return (
    <section className={styles['section']} aria-labelledby="event-links">
      <h3 id="event-links" className={styles['heading']}>
        Around it
      </h3>
      <Linked title="Led to by" rows={causes} from={event} none={causeWords(event)} />
      <Linked title="Led to" rows={effects} from={event} none={effectWords(surroundings)} />
      <Linked title="Same commit" rows={commit} from={event} />
      <Linked
        title={`Before, same ${own}`}
        rows={one(previous)}
        from={event}
        none={beforeWords(surroundings)}
      />
      <Linked
        title={`After, same ${own}`}
        rows={one(following)}
        from={event}
        none={afterWords(surroundings)}
      />
      <div className={styles['ways']}>
        <Way to={{ correlation: event.correlationId }}>Everything with this correlation</Way>
        {effects.length === 0 && surroundings.searchedTo >= surroundings.head ? null : (
          <Way to={{ cause: effects[0]?.causationId ?? event.eventId }}>Everything it led to</Way>
        )}
        <Way to={{ stream: event.streamId }}>{`Everything of this ${own}`}</Way>
        <Way to={{ at: event.position }}>Where it stands in the log</Way>
      </div>
    </section>
  );
}

interface LinkedProps {
  readonly title: string;
  readonly rows: readonly LogRow[];
  readonly from: LogRow;
  /** Said where there are none; absent: nothing is. */
  readonly none?: string | undefined;
}

function Linked({ title, rows, from, none }: LinkedProps) {
  if (rows.length === 0 && none === undefined) return null;
  return (
    <div className={styles['linked']}>
      <h4 className={styles['linkTitle']}>{title}</h4>
      {rows.length === 0 ? (
        <p className={styles['none']}>{none}</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <li key={row.position}>
              <EventLink row={row} named={row.streamId !== from.streamId} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function EventLink({ row, named }: { readonly row: LogRow; readonly named: boolean }) {
  const go = useLogNavigation();
  const words = eventWords(readingOf(row));
  const Icon = eventIcons[words.kind];
  return (
    <button type="button" className={styles['link']} onClick={() => go.follow(row.position)}>
      <Icon aria-hidden size={14} className={classNames(styles['linkIcon'], styles[words.tone])} />
      <span className={styles['linkWords']}>
        {words.title}
        {named ? (
          <>
            {', '}
            <bdi>{nameOf(row) ?? shortId(row.streamId)}</bdi>
          </>
        ) : null}
      </span>
      <span className={styles['linkPosition']}>{formatCount(row.position)}</span>
      <Time at={row.recordedAt} className={styles['linkTime']} />
    </button>
  );
}

function Way({ to, children }: { readonly to: LogSearch; readonly children: string }) {
  const go = useLogNavigation();
  return (
    <button
      type="button"
      className={styles['way']}
      onClick={() => go.to(({ event }) => (event === undefined ? to : { ...to, event }))}
    >
      {children}
    </button>
  );
}
