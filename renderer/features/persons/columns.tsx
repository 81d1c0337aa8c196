import type { PersonRow } from '../../../domain/contract/views.ts';
import type { DataColumn } from '../../ui/data-table/columns.ts';
import { StatusBadge } from '../../ui/status.tsx';
import { Time } from '../../ui/time.tsx';
import styles from './columns.module.css';

interface TextProps {
  readonly value: string | null;
  readonly className?: string | undefined;
}

function Text({ value, className }: TextProps) {
  if (value === null || value === '') return <span className={styles['none']}>—</span>;
  return (
    <bdi data-hint="" className={className}>
      {value}
    </bdi>
  );
}

function Work({ role, employer }: { readonly role: string | null; readonly employer: string | null }) {
  const words = [role, employer].filter((part) => part !== null && part !== '').join(', ');
  return <Text value={words === '' ? null : words} />;
}

/** Under this name the operator's choice of columns is kept. */
export const PERSONS_TABLE = 'persons';

export const personColumns: readonly DataColumn<PersonRow>[] = [
  {
    id: 'name',
    title: 'Name',
    track: 'minmax(176px, 2.2fr)',
    sort: 'name',
    cell: (row) => (
      <bdi className={styles['name']} data-hint="">
        {row.displayName}
      </bdi>
    ),
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
    sort: 'email',
    from: 620,
    cell: (row) => <Text value={row.primaryEmail} />,
  },
  {
    id: 'phone',
    title: 'Phone',
    track: 'minmax(136px, 1fr)',
    sort: 'phone',
    from: 860,
    cell: (row) => <Text value={row.primaryPhone} className="tabular" />,
  },
  {
    id: 'work',
    title: 'Role, employer',
    track: 'minmax(140px, 2fr)',
    sort: 'work',
    from: 740,
    cell: (row) => <Work role={row.role} employer={row.employer} />,
  },
  {
    id: 'location',
    title: 'Location',
    track: 'minmax(96px, 1fr)',
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
