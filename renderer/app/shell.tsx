import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { memo } from 'react';
import { infoQuery } from '../bridge/console-queries.ts';
import { restartEngine } from '../bridge/engine-state.ts';
import { BulkHost } from '../features/bulk/bulk-host.tsx';
import { FirstRun } from '../features/first-run/first-run.tsx';
import { JobHost } from '../features/maintenance/job-host.tsx';
import { RestoreHost } from '../features/maintenance/restore/restore-host.tsx';
import { useRestore } from '../features/maintenance/restore/use-restore.ts';
import { useJobNotices } from '../features/maintenance/use-job-notices.ts';
import { FormHost } from '../features/persons/forms/form-host.tsx';
import { SavedHost } from '../features/persons/saved-host.tsx';
import { UndoHost } from '../features/persons/undo/undo-host.tsx';
import { TourHost } from '../features/tour/tour-host.tsx';
import { TourOffer } from '../features/tour/tour-offer.tsx';
import { usePanel } from '../state/panel.ts';
import { Button } from '../ui/button.tsx';
import { asConsoleError } from '../ui/error-words.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { useHotkeys } from '../ui/hooks/use-hotkeys.ts';
import { About } from './about.tsx';
import { EngineBanner } from './engine-banner.tsx';
import { Notices } from './notices.tsx';
import { OperatorDialog } from './operator-dialog.tsx';
import { Palette } from './palette.tsx';
import { Rail } from './rail.tsx';
import styles from './shell.module.css';
import { Shortcuts } from './shortcuts.tsx';
import { StatusBar } from './status-bar.tsx';
import { usePlaceKeys } from './use-place-keys.ts';
import { useWindowTitle } from './window-title.ts';

/** The frame of every page. Who works here is asked before anything else. */
export function Shell() {
  return (
    <>
      <Content />
      <RestoreHost />
    </>
  );
}

/** Codes of a log that only a backup can take the place of. */
const NEEDS_BACKUP: ReadonlySet<string> = new Set(['database-corrupt', 'not-a-database', 'log-lost']);

function Content() {
  const restore = useRestore((store) => store.look);
  const info = useQuery(infoQuery);
  if (info.data === undefined) {
    return (
      <main className={styles['blank']}>
        {info.error === null ? null : (
          <ErrorState
            title="The console cannot start"
            level={1}
            error={asConsoleError(info.error)}
            onRetry={() => void restartEngine().finally(() => info.refetch())}
            beside={
              NEEDS_BACKUP.has(asConsoleError(info.error).code) ? (
                <Button onClick={() => void restore()}>Restore a backup…</Button>
              ) : null
            }
          />
        )}
      </main>
    );
  }
  const { operator, sample } = info.data;
  return operator === null ? <FirstRun info={info.data} /> : <Frame operator={operator} sample={sample} />;
}

interface FrameProps {
  readonly operator: string;
  /** What is shown is generated. */
  readonly sample: boolean;
}

/** Stays as it is while the log grows: what is known of the console is asked for again with every push. */
const Frame = memo(function Frame({ operator, sample }: FrameProps) {
  const { panel, open: setPanel } = usePanel();
  const close = () => setPanel(null);
  useWindowTitle();
  useJobNotices();
  usePlaceKeys();
  useHotkeys({
    'mod+k': () => setPanel('palette'),
    '?': () => setPanel('shortcuts'),
  });
  return (
    <div className={styles['shell']}>
      <Rail operator={operator} onOpen={setPanel} />
      <div className={styles['stage']}>
        <EngineBanner />
        <TourOffer sample={sample} />
        <main className={styles['page']}>
          <Outlet />
        </main>
        <section data-stage-foot className={styles['foot']} />
      </div>
      <StatusBar onOpen={setPanel} />
      <FormHost />
      <JobHost />
      <BulkHost />
      <SavedHost />
      <UndoHost />
      <TourHost sample={sample} />
      <Notices />
      <About open={panel === 'about'} onClose={close} />
      <Shortcuts open={panel === 'shortcuts'} onClose={close} />
      <OperatorDialog open={panel === 'operator'} operator={operator} onClose={close} />
      <Palette open={panel === 'palette'} onClose={close} onOpen={setPanel} />
    </div>
  );
});
