import { useNavigate } from '@tanstack/react-router';
import { CircleAlert, CircleCheck, CircleDashed, CircleMinus } from 'lucide-react';
import type { BulkRow, BulkState } from '../../../domain/contract/bulk.ts';
import { Badge } from '../../ui/status.tsx';
import styles from './bulk-report.module.css';
import type { Look } from '../../ui/tone.ts';

const looks: Readonly<Record<BulkState, Look>> = {
  done: { tone: 'ok', icon: CircleCheck, word: 'Done' },
  refused: { tone: 'danger', icon: CircleAlert, word: 'Refused' },
  unchanged: { tone: 'neutral', icon: CircleMinus, word: 'Nothing to change' },
  'not-reached': { tone: 'attention', icon: CircleDashed, word: 'Not reached' },
};

/** Each person's result, with the way to the person. */
export function BulkRows({ rows }: { readonly rows: readonly BulkRow[] }) {
  const navigate = useNavigate();
  const open = (personId: string) => void navigate({ to: '/persons/$personId', params: { personId } });
  if (rows.length === 0) return <p className={styles['none']}>Nobody</p>;
  return (
    <table className={styles['rows']}>
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">Result</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ personId, displayName, state, code, message }) => {
          const { tone, icon, word } = looks[state];
          return (
            <tr key={personId}>
              <th scope="row">
                {displayName === null ? (
                  <span className="mono">{personId}</span>
                ) : (
                  <button type="button" className={styles['person']} onClick={() => open(personId)}>
                    <bdi>{displayName}</bdi>
                  </button>
                )}
              </th>
              <td>
                <Badge plain tone={tone} icon={icon}>
                  {word}
                </Badge>
              </td>
              <td className={styles['why']}>
                {message}
                {code === null ? null : (
                  <p className={styles['code']}>
                    Code <code>{code}</code>
                  </p>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
