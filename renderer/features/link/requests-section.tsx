import { useQuery } from '@tanstack/react-query';
import type { RequestsStatus } from '../../../domain/contract/requests.ts';
import { refusedRequestsQuery } from '../../bridge/link-queries.ts';
import { formatCount } from '../../ui/format/number.ts';
import { PageSection } from '../../ui/page.tsx';
import { Badge } from '../../ui/status.tsx';
import { requestReason, requestsLook } from '../../words/request-words.ts';
import { Counts } from './counts.tsx';
import styles from './link.module.css';
import { type KeptMessage, MessageTable } from './message-table.tsx';
import { SubHeading } from './sub-heading.tsx';
import { Trouble } from './trouble.tsx';

type Refused = Awaited<ReturnType<NonNullable<typeof refusedRequestsQuery.queryFn>>>['rows'][number];

/** Commands of other systems: whether this console takes any, what came of them, and which it did not carry out. */
export function RequestsSection({ requests }: { readonly requests: RequestsStatus }) {
  const { data } = useQuery(refusedRequestsQuery);
  const total = data?.total ?? 0;
  const { done, refused, conflicts, unreadable, exhausted, underWay, error } = requests;
  const facts = [
    ['Carried out', done],
    ['Under way', underWay],
    ['Refused', refused],
    ['Conflicts', conflicts],
    ['Not readable', unreadable],
    ['Given up', exhausted],
  ] as const;
  const hasCounts = facts.some(([, count]) => count > 0);
  if (total === 0 && error === null && !hasCounts) return null;
  const { tone, icon, word, meaning } = requestsLook(requests);
  return (
    <PageSection title="Commands of other systems">
      <div className={styles['state']}>
        <div className={styles['head']}>
          <Badge tone={tone} icon={icon}>
            {word}
          </Badge>
          {meaning === '' ? null : <p>{meaning}</p>}
        </div>
        {error === null ? null : <Trouble error={error} tone="attention" />}
        {hasCounts ? <Counts label="Since the console was opened" facts={facts} /> : null}
      </div>
      {data === undefined || total === 0 ? null : (
        <>
          <SubHeading title="Not carried out" count={total} />
          <MessageTable what="Command" rows={data.rows.map(refusedRequest)} total={total} />
        </>
      )}
    </PageSection>
  );
}

function refusedRequest(row: Refused): KeptMessage {
  const { number, type, sequence, subject, reason, message, sentAt, body, isCut } = row;
  return {
    key: number,
    title: type ?? formatCount(sequence),
    subject,
    why: requestReason(reason),
    detail: message,
    at: sentAt,
    body: isCut ? `${body} …` : body,
  };
}
