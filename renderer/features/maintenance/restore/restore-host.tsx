import type { ReactNode } from 'react';
import type { ConsoleError } from '../../../../domain/contract/errors.ts';
import type { Restored } from '../../../../domain/contract/restore.ts';
import { useRestoreProgress } from '../../../bridge/restore-progress.ts';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../../ui/dialog.tsx';
import { countOf } from '../../../ui/format/number.ts';
import { Notice } from '../../../ui/notice.tsx';
import { shareOf } from '../../../ui/job-words.ts';
import { Progress } from '../../../ui/progress.tsx';
import { RestoreQuestion } from './restore-question.tsx';
import { stagingWords } from './restore-words.ts';
import styles from './restore.module.css';
import { useRestore } from './use-restore.ts';

/** A restore, step by step, over whatever page is open: also where there is none, for want of a log that can be read. */
export function RestoreHost() {
  const now = useRestore((store) => store.now);
  switch (now?.step) {
    case undefined:
      return null;
    case 'looking':
      return <Looking />;
    case 'asks':
      return <RestoreQuestion asked={now.asked} refused={now.refused} />;
    case 'restoring':
      return <RestoreQuestion asked={now.asked} refused={null} underWay />;
    case 'done':
      return <Done restored={now.restored} />;
    case 'failed':
      return <Failed error={now.error} />;
  }
}

interface StepProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly buttons: ReactNode;
  readonly children: ReactNode;
}

function Step({ title, onClose, buttons, children }: StepProps) {
  return (
    <Dialog open onClose={onClose} title={title}>
      <DialogBody>
        <div className={styles['restore']}>{children}</div>
      </DialogBody>
      <DialogFooter>{buttons}</DialogFooter>
    </Dialog>
  );
}

function Looking() {
  const giveUp = useRestore((store) => store.giveUp);
  return (
    <Step title="Restore a backup" onClose={giveUp} buttons={<Button onClick={giveUp}>Cancel</Button>}>
      <p role="status">
        Choose the file. It is then copied and checked, which takes the longer the larger it is; work can go
        on meanwhile. Nothing is changed before you have seen what it holds.
      </p>
      <Progressing />
    </Step>
  );
}

/** Nothing is known of it while the operator chooses, and nobody knows how far the checking is. */
function Progressing() {
  const now = useRestoreProgress((store) => store.now);
  const share = now?.step === 'copying' ? shareOf(now.progress) : null;
  return (
    <div>
      <Progress label="Copying and checking the backup" share={share} />
      <p className={styles['far']}>{stagingWords(now)}</p>
    </div>
  );
}

/** Everything that this window knew was of the former log: it is loaded anew. */
const loadAnew = () => window.location.reload();

function Done({ restored: { events, persons, setAside } }: { readonly restored: Restored }) {
  return (
    <Step
      title="The backup is restored"
      onClose={loadAnew}
      buttons={
        <Button variant="primary" onClick={loadAnew}>
          Go on with it
        </Button>
      }
    >
      <Notice tone="ok" role="status" title={`${countOf(events, 'event')} of ${countOf(persons, 'person')}`}>
        The views are being filled from it.
      </Notice>
      {setAside === null ? null : (
        <div>
          <p>The former log lies here, as it was. It can be restored in the same way.</p>
          <p className={styles['path']}>
            <bdi dir="ltr">{setAside}</bdi>
            <CopyButton value={setAside} label="Copy the path" />
          </p>
        </div>
      )}
    </Step>
  );
}

function Failed({ error }: { readonly error: ConsoleError }) {
  const { look, giveUp } = useRestore();
  return (
    <Step
      title="Nothing was restored"
      onClose={giveUp}
      buttons={
        <>
          <Button onClick={() => void look()}>Choose another file…</Button>
          <Button variant="quiet" onClick={giveUp}>
            Close
          </Button>
        </>
      }
    >
      <Notice tone="danger" role="alert" title={error.message}>
        Code <code>{error.code}</code>
      </Notice>
    </Step>
  );
}
