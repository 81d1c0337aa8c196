import type { LogRow } from '../../../domain/contract/views.ts';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { actorName } from '../../ui/format/labels.ts';
import { formatCount } from '../../ui/format/number.ts';
import { Time } from '../../ui/time.tsx';
import { EventSummary } from './event-summary.tsx';
import styles from './log-cells.module.css';
import { PersonLink } from './person-link.tsx';
import { StateBadge } from './state-badge.tsx';

export const logColumns: readonly DataColumn<LogRow>[] = [
  {
    id: 'position',
    meta: { title: 'Position', track: '96px', align: 'end', sort: 'position' },
    cell: ({ row }) => <span className={styles['position']}>{formatCount(row.original.position)}</span>,
  },
  {
    id: 'time',
    meta: { title: 'Recorded', track: '92px', from: 420 },
    cell: ({ row }) => <Time at={row.original.recordedAt} className="tabular" />,
  },
  {
    id: 'type',
    meta: { title: 'Type', track: '152px', from: 980 },
    cell: ({ row }) => (
      <span
        className={styles['type']}
        title={`${row.original.type}, schema version ${row.original.schemaVersion}`}
      >
        {row.original.type}
      </span>
    ),
  },
  {
    id: 'summary',
    meta: { title: 'What happened', track: 'minmax(160px, 3fr)' },
    cell: ({ row }) => <EventSummary row={row.original} />,
  },
  {
    id: 'person',
    meta: { title: 'Person', track: 'minmax(120px, 1.2fr)', from: 560 },
    cell: ({ row }) => <PersonLink row={row.original} />,
  },
  {
    id: 'actor',
    meta: { title: 'Actor', track: 'minmax(96px, 0.8fr)', from: 820 },
    cell: ({ row }) => <bdi title={row.original.actor ?? undefined}>{actorName(row.original.actor)}</bdi>,
  },
  {
    id: 'state',
    meta: { title: 'State', track: '108px', from: 700 },
    cell: ({ row }) => <StateBadge row={row.original} plain />,
  },
];
