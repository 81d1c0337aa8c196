import { useQuery } from '@tanstack/react-query';
import { oddQuery } from '../../bridge/link-queries.ts';
import { formatCount } from '../../ui/format/number.ts';
import { PageSection } from '../../ui/page.tsx';
import { Time } from '../../ui/time.tsx';
import styles from './link.module.css';

const reasons: Readonly<Record<string, string>> = {
  predecessor: 'Not the next change of its record',
  repeated: 'A change that was there already',
  'command-repeated': 'A command that was carried out already',
  unreadable: 'No change that can be read',
};

/** Messages that had no effect, for anybody: kept, so that nobody has to guess what they were. */
export function OddSection() {
  const { data } = useQuery(oddQuery);
  if (data === undefined || data.total === 0) return null;
  return (
    <PageSection title={`Messages without effect: ${formatCount(data.total)}`}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Message</th>
            <th scope="col">Why</th>
            <th scope="col">Came</th>
          </tr>
        </thead>
        <tbody>
          {data.rows.map(({ sequence, subject, reason, detail, receivedAt, body }) => (
            <tr key={sequence}>
              <th scope="row">
                <details>
                  <summary>
                    {formatCount(sequence)} <span className={styles['subject']}>{subject}</span>
                  </summary>
                  <pre className={styles['body']}>{body}</pre>
                </details>
              </th>
              <td>
                {reasons[reason] ?? reason}
                {detail === '' ? null : <span className={styles['detail']}>{detail}</span>}
              </td>
              <td>
                <Time at={receivedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </PageSection>
  );
}
