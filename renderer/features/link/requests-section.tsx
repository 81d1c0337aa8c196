import { useQuery } from '@tanstack/react-query';
import type { RequestReason, RequestsStatus } from '../../../domain/contract/requests.ts';
import { refusedRequestsQuery } from '../../bridge/link-queries.ts';
import { formatCount } from '../../ui/format/number.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageSection } from '../../ui/page.tsx';
import { Time } from '../../ui/time.tsx';
import styles from './link.module.css';

const reasons: Readonly<Record<RequestReason, string>> = {
  refused: 'Refused',
  unreadable: 'No command that can be read',
  exhausted: 'Given up after too many attempts',
};

/** Commands of other systems that this console did not carry out, and whether it takes any. */
export function RequestsSection({ requests }: { readonly requests: RequestsStatus }) {
  const { data } = useQuery(refusedRequestsQuery);
  const total = data?.total ?? 0;
  if (total === 0 && requests.error === null) return null;
  const title = 'Commands of other systems';
  return (
    <PageSection title={total === 0 ? title : `${title}, not carried out: ${formatCount(total)}`}>
      {requests.error === null ? null : (
        <Notice tone="attention" role="status" title={requests.error.message}>
          Code <code>{requests.error.code}</code>
        </Notice>
      )}
      {total === 0 ? null : <Refused rows={data?.rows ?? []} />}
    </PageSection>
  );
}

type Rows = Awaited<ReturnType<NonNullable<typeof refusedRequestsQuery.queryFn>>>['rows'];

function Refused({ rows }: { readonly rows: Rows }) {
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">Command</th>
          <th scope="col">Why</th>
          <th scope="col">Came</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ number, sequence, type, subject, reason, message, sentAt, body, isCut }) => (
          <tr key={number}>
            <th scope="row">
              <details>
                <summary>
                  {type ?? formatCount(sequence)} <span className={styles['subject']}>{subject}</span>
                </summary>
                <pre className={styles['body']}>{isCut ? `${body} …` : body}</pre>
              </details>
            </th>
            <td>
              {reasons[reason]}
              <span className={styles['detail']}>{message}</span>
            </td>
            <td>
              <Time at={sentAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
