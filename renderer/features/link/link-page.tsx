import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Connections } from '../../../domain/contract/connection-procedures.ts';
import type { ConnectionRow } from '../../../domain/contract/connections.ts';
import type { LinkStatus } from '../../../domain/contract/link.ts';
import { connectionsQuery, linkQuery } from '../../bridge/link-queries.ts';
import { asConsoleError } from '../../ui/error-words.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Page } from '../../ui/page.tsx';
import { SkeletonLines } from '../../ui/skeleton.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { ConnectionForm } from './connection-form.tsx';
import { ConnectionsSection } from './connections-section.tsx';
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
  const connections = useQuery(connectionsQuery);
  const refresh = () => void Promise.all([query.refetch(), connections.refetch()]);
  const error = query.error ?? connections.error;
  if (query.data === undefined || connections.data === undefined) {
    if (error === null) return <SkeletonLines lines={6} label="Loading the link" />;
    return <ErrorState title="The link cannot be shown" error={asConsoleError(error)} onRetry={refresh} />;
  }
  return (
    <>
      <div className={styles['stale']}>
        <StaleNotice framed query={query} what="What this page says" onRefresh={refresh} />
      </div>
      <Ways status={query.data} connections={connections.data} />
      <WaitingSection />
      <RefusedSection refused={query.data.refused} />
      <RequestsSection requests={query.data.requests} />
      {query.data.installation === null ? null : <LegacySection />}
      <OddSection />
    </>
  );
}

/** The link as it is, and the connections that it can go over: what is wrong with the one in use is mended in its form. */
function Ways({ status, connections }: { readonly status: LinkStatus; readonly connections: Connections }) {
  const [form, setForm] = useState<{ readonly before: ConnectionRow | null } | null>(null);
  const inUse = connections.rows.find((row) => row.inUse) ?? null;
  return (
    <>
      <StateSection status={status} onMend={inUse === null ? undefined : () => setForm({ before: inUse })} />
      <ConnectionsSection
        connections={connections}
        onAdd={() => setForm({ before: null })}
        onEdit={(before) => setForm({ before })}
      />
      {form === null ? null : (
        <ConnectionForm before={form.before} keeps={connections.keeps} onClose={() => setForm(null)} />
      )}
    </>
  );
}
