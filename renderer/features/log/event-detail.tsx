import { useQuery } from '@tanstack/react-query';
import { Copy, Ellipsis, X } from 'lucide-react';
import type { EventSurroundings, LogRow } from '../../../domain/contract/views.ts';
import { useNotices } from '../../state/notices.ts';
import { classNames } from '../../ui/class-names.ts';
import { copyText } from '../../ui/copy-button.tsx';
import { asConsoleError } from '../../ui/error-words.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { formatCount } from '../../ui/format/number.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { JsonView } from '../../ui/json-view.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { Words } from '../../ui/words.tsx';
import { eventIcons } from '../../words/event-icons.ts';
import { type EventWords, eventWords } from '../../words/event-words.ts';
import { EventLine } from '../../words/event-line.tsx';
import { readingOf } from '../../words/event-data.ts';
import styles from './event-detail.module.css';
import { EventFacts } from './event-facts.tsx';
import { EventLinks } from './event-links.tsx';
import { eventQuery } from './queries.ts';
import { PersonName } from './person-link.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { StateBadge } from './state-badge.tsx';

export interface EventDetailProps {
  readonly position: number;
  /** It has the stage to itself. */
  readonly alone: boolean;
  readonly onClose: () => void;
}

/** One event: what it says, where it stands, and the ways on from it. */
export function EventDetail({ position, alone, onClose }: EventDetailProps) {
  const found = useQuery(eventQuery(position));
  if (found.data === undefined) {
    return (
      <div className={styles['state']}>
        {found.error === null ? (
          <SkeletonLines lines={8} label="Loading the event" />
        ) : (
          <ErrorState
            title="This event cannot be shown"
            error={asConsoleError(found.error)}
            onRetry={() => void found.refetch()}
            instead={<Button onClick={onClose}>Close</Button>}
          />
        )}
      </div>
    );
  }
  return (
    <>
      <StaleNotice query={found} what="The event" onRefresh={() => void found.refetch()} />
      <Detail surroundings={found.data} alone={alone} onClose={onClose} />
    </>
  );
}

interface DetailProps {
  readonly surroundings: EventSurroundings;
  readonly alone: boolean;
  readonly onClose: () => void;
}

function Detail({ surroundings, alone, onClose }: DetailProps) {
  const { event } = surroundings;
  const words = eventWords(readingOf(event));
  const Icon = eventIcons[words.kind];
  return (
    <article className={styles['detail']} aria-label={`Event ${event.position}`}>
      {/* Beside the list, the list's own title is there. */}
      {alone ? <h1 className="visually-hidden">Event log</h1> : null}
      <header className={styles['header']}>
        <span className={classNames(styles['icon'], styles[words.tone])}>
          <Icon aria-hidden size={16} />
        </span>
        <div className={styles['names']}>
          <h2 className={styles['title']}>{words.title}</h2>
          <p className={styles['sub']}>
            <span className="tabular">{formatCount(event.position)}</span>
            <bdi data-hint="">{event.type}</bdi>
          </p>
        </div>
        <StateBadge row={event} />
        <CopyMenu event={event} />
        <IconButton icon={X} label="Close" shortcut="Esc" onClick={onClose} />
      </header>
      <div className={styles['body']}>
        <Said words={words} />
        <EventFacts event={event} />
        <EventLinks surroundings={surroundings} />
        <section className={styles['section']} aria-labelledby="event-data">
          <h3 id="event-data" className={styles['heading']}>
            Data
          </h3>
          <JsonView text={event.data} label={`Data of ${event.type}`} />
        </section>
      </div>
    </article>
  );
}

function Said({ words }: { readonly words: EventWords }) {
  if (words.lines.length === 0 && words.reason === null) return null;
  return (
    <div className={styles['said']}>
      {words.lines.map((line, index) => (
        <EventLine key={index} line={line} person={(id) => <PersonName personId={id} name={null} />} />
      ))}
      {words.reason === null ? null : (
        <p className={styles['reason']} dir="auto">
          Because: <Words text={words.reason} />
        </p>
      )}
    </div>
  );
}

function CopyMenu({ event }: { readonly event: LogRow }) {
  const show = useNotices((notices) => notices.show);
  const copy = async (what: string, text: string) => {
    const done = await copyText(text);
    show(
      done
        ? { tone: 'ok', title: `${what} copied` }
        : { tone: 'attention', title: 'The system did not take the text' },
    );
  };
  return (
    <Menu trigger={<IconButton icon={Ellipsis} label="More actions" />}>
      <MenuItem icon={Copy} onSelect={() => void copy('Position', String(event.position))}>
        Copy position
      </MenuItem>
      <MenuItem icon={Copy} onSelect={() => void copy('Event id', event.eventId)}>
        Copy event id
      </MenuItem>
      <MenuItem icon={Copy} onSelect={() => void copy('Event', JSON.stringify(event, null, 2))}>
        Copy event as JSON
      </MenuItem>
    </Menu>
  );
}
