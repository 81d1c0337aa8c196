import type { LogRow } from '../../../domain/contract/views.ts';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { surelyFits } from '../../ui/data-table/surely-fits.ts';
import { actorName } from '../../ui/format/labels.ts';
import { formatCount } from '../../ui/format/number.ts';
import { Isolate } from '../../ui/isolate.tsx';
import { Time } from '../../ui/time.tsx';
import { EventSummary } from './event-summary.tsx';
import styles from './log-cells.module.css';
import { PersonLink } from './person-link.tsx';
import { StateBadge } from './state-badge.tsx';

/** Least width of the column of persons, in CSS pixels. */
const PERSON_TRACK = 120;

export const logColumns: readonly DataColumn<LogRow>[] = [
  {
    id: 'position',
    title: 'Position',
    track: '96px',
    fits: true,
    align: 'end',
    sort: 'position',
    cell: (row) => <span className={styles['position']}>{formatCount(row.position)}</span>,
  },
  {
    id: 'time',
    title: 'Recorded',
    track: '92px',
    fits: true,
    from: 420,
    cell: (row) => <Time at={row.recordedAt} className="tabular" />,
  },
  {
    id: 'type',
    title: 'Type',
    track: '152px',
    fits: (row, least) => surelyFits(row.type, least),
    from: 980,
    cell: (row) => (
      <span className={styles['type']} data-hint={`${row.type}, schema version ${row.schemaVersion}`}>
        {row.type}
      </span>
    ),
  },
  {
    id: 'summary',
    title: 'What happened',
    track: 'minmax(160px, 3fr)',
    fits: true,
    cell: (row) => <EventSummary row={row} />,
  },
  {
    id: 'person',
    title: 'Person',
    track: `minmax(${PERSON_TRACK}px, 1.2fr)`,
    // A name that may not fit is cut within its link: the room beside it is the row's.
    fits: true,
    from: 560,
    cell: (row) => <PersonLink row={row} column={PERSON_TRACK} />,
  },
  {
    id: 'actor',
    title: 'Actor',
    track: 'minmax(96px, 0.8fr)',
    fits: (row, least) => surelyFits(actorName(row.actor), least),
    from: 820,
    cell: (row) => <Isolate of={actorName(row.actor)} data-hint={row.actor ?? undefined} />,
  },
  {
    id: 'state',
    title: 'State',
    track: '108px',
    from: 700,
    cell: (row) => <StateBadge row={row} plain />,
  },
];
