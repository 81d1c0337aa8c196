import { formatCount } from '../../ui/format/number.ts';
import { Time } from '../../ui/time.tsx';
import styles from './link.module.css';

const reasons: Readonly<Record<string, string>> = {
  predecessor: 'Not the next change of its record',
  repeated: 'A change that was there already',
  'command-repeated': 'A command that was carried out already',
  unreadable: 'No change that can be read',
  'legacy-unreadable': 'In no form that the former system wrote',
  'legacy-unknown': 'Nothing that is known here',
  'legacy-too-large': 'Too large',
  'legacy-refused': 'A command that could not be carried out',
};

interface KeptMessage {
  readonly sequence: number;
  readonly subject: string;
  readonly reason: string;
  readonly detail: string;
  readonly receivedAt: string;
  readonly body: string;
}

/** Messages as they came, with why nothing came of them. */
export function MessageTable({ rows }: { readonly rows: readonly KeptMessage[] }) {
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">Message</th>
          <th scope="col">Why</th>
          <th scope="col">Came</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ sequence, subject, reason, detail, receivedAt, body }) => (
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
  );
}
