import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useProgress } from '../bridge/command-progress.ts';
import { useSharesLog } from '../bridge/use-shares-log.ts';
import { commandSteps } from '../features/persons/forms/command-steps.ts';
import { type AppNotice, useNotices } from '../state/notices.ts';
import { PersonName } from '../features/persons/person-name.tsx';
import { UndoButton } from '../features/persons/undo/undo-button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Stepper } from '../ui/stepper.tsx';
import styles from './notices.module.css';

/** What has just been done, with each command's way as it happens. */
export function Notices() {
  const notices = useNotices((store) => store.notices);
  return (
    <div className={styles['notices']} role="region" aria-label="Notices" data-beside-dialogs="">
      {notices.map((notice) => (
        <NoticeItem key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

const SHOWN_MS = 6000;

function NoticeItem({ notice }: { readonly notice: AppNotice }) {
  const dismiss = useNotices((store) => store.dismiss);
  const progress = useProgress(notice.commandId);
  const shares = useSharesLog();
  const [held, setHeld] = useState(false);
  const stalled = progress.stages.includes('stalled') && !progress.stages.includes('visible');
  const settled = notice.commandId === undefined || progress.stages.includes('visible');
  const stays = notice.tone === 'danger' || notice.tone === 'attention' || stalled;
  useEffect(() => {
    if (held || stays || !settled) return;
    const timer = setTimeout(() => dismiss(notice.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, stays, settled, dismiss, notice.id]);
  return (
    <div
      className={styles['item']}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Notice
        tone={stalled ? 'attention' : notice.tone}
        role={notice.tone === 'danger' ? 'alert' : 'status'}
        title={notice.title}
        actions={
          <>
            {notice.undo === undefined ? null : <UndoButton id={notice.undo} />}
            <IconButton size="small" icon={X} label="Dismiss" onClick={() => dismiss(notice.id)} />
          </>
        }
      >
        <Told notice={notice} />
        {stalled ? (
          <p>
            {progress.stalledBy?.message ?? 'It is committed, but a view stopped before it could show it.'}
          </p>
        ) : null}
        {notice.commandId === undefined ? null : (
          <Stepper label="Progress of the command" steps={commandSteps(progress, shares)} />
        )}
      </Notice>
    </div>
  );
}

/** Of whom, what, and the code to quote. */
function Told({ notice: { person, detail, code } }: { readonly notice: AppNotice }) {
  return (
    <>
      {person === undefined ? null : <PersonName personId={person} link={false} />}
      {detail}
      {code === undefined ? null : (
        <>
          {' Code '}
          <code className={styles['code']}>{code}</code>
        </>
      )}
    </>
  );
}
