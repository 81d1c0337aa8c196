import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { infoQuery } from '../../bridge/console-queries.ts';
import { usePanel } from '../../state/panel.ts';
import { useTour } from '../../state/tour.ts';
import { Button } from '../../ui/button.tsx';
import { SettingRow } from '../../ui/form/setting-row.tsx';
import { Page } from '../../ui/page.tsx';
import { StaleNotice } from '../../ui/stale-notice.tsx';
import { AppearanceSection } from './appearance-section.tsx';
import { DataSection } from './data-section.tsx';
import { ListsSection } from './lists-section.tsx';
import { Section } from './section.tsx';
import styles from './settings.module.css';
import { TimesSection } from './times-section.tsx';

/** What is the operator's own, in one place. Everything holds at once; there is nothing to save. */
export function SettingsPage() {
  const query = useQuery(infoQuery);
  const info = query.data;
  return (
    <Page
      label="Settings"
      className={styles['sections']}
      notice={
        <StaleNotice query={query} what="The data folder’s state" onRefresh={() => void query.refetch()} />
      }
    >
      <OperatorSection operator={info?.operator ?? ''} />
      <AppearanceSection />
      <TimesSection />
      <ListsSection />
      <ConnectionsSection />
      <HelpSection />
      {info === undefined ? null : <DataSection info={info} />}
    </Page>
  );
}

function OperatorSection({ operator }: { readonly operator: string }) {
  const open = usePanel((store) => store.open);
  return (
    <Section title="Operator">
      <SettingRow
        label="Name"
        help="It stands beside every change made here. The history keeps the names it has."
        selfNamed
      >
        <bdi>{operator}</bdi>
        <Button onClick={() => open('operator')}>Change name…</Button>
      </SettingRow>
    </Section>
  );
}

function ConnectionsSection() {
  const navigate = useNavigate();
  return (
    <Section title="Connections">
      <SettingRow
        label="Installation"
        help="Servers, credentials and certificates, and which connection is in use."
        selfNamed
      >
        <Button onClick={() => void navigate({ to: '/link' })}>Manage connections…</Button>
      </SettingRow>
    </Section>
  );
}

function HelpSection() {
  const open = usePanel((store) => store.open);
  const startTour = useTour((tour) => tour.go);
  return (
    <Section title="Keyboard and help">
      <SettingRow label="Shortcuts" help="Everything can be done without a mouse." selfNamed>
        <Button shortcut="?" onClick={() => open('shortcuts')}>
          Show shortcuts
        </Button>
      </SettingRow>
      <SettingRow label="Guided tour" help="A few short steps through the console." selfNamed>
        <Button onClick={() => startTour(0)}>Start the tour</Button>
      </SettingRow>
    </Section>
  );
}
