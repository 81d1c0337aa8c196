import type { PersonRow } from '../../../domain/contract/views.ts';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { surelyFits, TEXT_13 } from '../../ui/data-table/surely-fits.ts';
import { Isolate } from '../../ui/isolate.tsx';
import { StatusBadge } from '../../ui/status.tsx';
import { Time } from '../../ui/time.tsx';
import styles from './columns.module.css';

interface TextProps {
  readonly value: string | null;
  readonly className?: string | undefined;
}

function Text({ value, className }: TextProps) {
  if (value === null || value === '') return <span className={styles['none']}>—</span>;
  return <Isolate of={value} data-hint="" className={className} />;
}

function workOf({ role, employer }: PersonRow): string {
  return [role, employer].filter((part) => part !== null && part !== '').join(', ');
}

/** Under this name the operator's choice of columns is kept. */
export const PERSONS_TABLE = 'persons';

export const personColumns: readonly DataColumn<PersonRow>[] = [
  {
    id: 'name',
    title: 'Name',
    track: 'minmax(176px, 2.2fr)',
    fits: ({ displayName }, least) => surelyFits(displayName, least, TEXT_13),
    sort: 'name',
    cell: (row) => <Isolate of={row.displayName} className={styles['name']} data-hint="" />,
  },
  {
    id: 'status',
    title: 'Status',
    track: '112px',
    fits: true,
    sort: 'status',
    from: 360,
    cell: (row) => <StatusBadge status={row.status} plain />,
  },
  {
    id: 'email',
    title: 'E-mail',
    track: 'minmax(140px, 2fr)',
    fits: (row, least) => surelyFits(row.primaryEmail ?? '', least),
    sort: 'email',
    from: 620,
    cell: (row) => <Text value={row.primaryEmail} />,
  },
  {
    id: 'phone',
    title: 'Phone',
    track: 'minmax(136px, 1fr)',
    fits: (row, least) => surelyFits(row.primaryPhone ?? '', least),
    sort: 'phone',
    from: 860,
    cell: (row) => <Text value={row.primaryPhone} className="tabular" />,
  },
  {
    id: 'work',
    title: 'Role, employer',
    track: 'minmax(140px, 2fr)',
    fits: (row, least) => surelyFits(workOf(row), least),
    sort: 'work',
    from: 740,
    cell: (row) => <Text value={workOf(row)} />,
  },
  {
    id: 'location',
    title: 'Location',
    track: 'minmax(96px, 1fr)',
    fits: (row, least) => surelyFits(row.location ?? '', least),
    sort: 'location',
    from: 1040,
    cell: (row) => <Text value={row.location} />,
  },
  {
    id: 'created',
    title: 'Created',
    track: '104px',
    fits: true,
    align: 'end',
    sort: 'created',
    from: 1280,
    cell: (row) => <Time at={row.createdAt} className="tabular" />,
  },
  {
    id: 'updated',
    title: 'Updated',
    track: '104px',
    fits: true,
    align: 'end',
    sort: 'updated',
    from: 440,
    cell: (row) => <Time at={row.updatedAt} className="tabular" />,
  },
];
