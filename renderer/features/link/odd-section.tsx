import { useQuery } from '@tanstack/react-query';
import { oddQuery } from '../../bridge/link-queries.ts';
import { PageSection } from '../../ui/page.tsx';
import { MessageTable } from './message-table.tsx';
import { oddMessage } from './odd-message.ts';

/** Messages that had no effect, for anybody: kept, so that nobody has to guess what they were. */
export function OddSection() {
  const { data } = useQuery(oddQuery);
  if (data === undefined || data.total === 0) return null;
  return (
    <PageSection title="Messages without effect" count={data.total}>
      <MessageTable what="Message" rows={data.rows.map(oddMessage)} total={data.total} />
    </PageSection>
  );
}
