import { useQuery } from '@tanstack/react-query';
import { linkQuery } from '../../bridge/link-queries.ts';
import { asConsoleError } from '../../ui/error-words.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Page } from '../../ui/page.tsx';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { ConnectionSection } from './connection-section.tsx';
import { LegacySection } from './legacy-section.tsx';
import styles from './link.module.css';
import { OddSection } from './odd-section.tsx';
import { RequestsSection } from './requests-section.tsx';
import { RefusedSection } from './refused-section.tsx';
import { StateSection } from './state-section.tsx';
import { WaitingSection } from './waiting-section.tsx';

/** How this console stands to the others: the link, what waits to go out, and what came that is no change. */
export function LinkPage() {
  return (
    <Page label="Link" className={styles['sections']}>
      <Content />
    </Page>
  );
}

function Content() {
  const query = useQuery(linkQuery);
  const refresh = () => void query.refetch();
  if (query.data === undefined) {
    if (query.error === null) return <SkeletonLines lines={6} label="Loading the link" />;
    return (
      <ErrorState title="The link cannot be shown" error={asConsoleError(query.error)} onRetry={refresh} />
    );
  }
  return (
    <>
      <div className={styles['stale']}>
        <StaleNotice framed query={query} what="What this page says" onRefresh={refresh} />
      </div>
      <StateSection status={query.data} />
      <ConnectionSection status={query.data} />
      <WaitingSection />
      <RefusedSection refused={query.data.refused} />
      <RequestsSection requests={query.data.requests} />
      <OddSection />
      {query.data.installation === null ? null : <LegacySection />}
    </>
  );
}
