import type { ConsoleError } from '../../../../domain/contract/errors.ts';
import type { LogFacts, RestoreAsked } from '../../../../domain/contract/restore.ts';
import { timeZoneOf, usePreferences } from '../../../state/preferences.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { comparedFacts, installationWarning } from './restore-words.ts';
import styles from './restore.module.css';
import { useRestore } from './use-restore.ts';

export interface RestoreQuestionProps {
  readonly asked: RestoreAsked;
  /** Why it cannot be just now. */
  readonly refused: ConsoleError | null;
  readonly underWay?: boolean;
}

/** What the backup holds beside what there is, and what becomes of that: the last look before it is done. */
export function RestoreQuestion({ asked, refused, underWay = false }: RestoreQuestionProps) {
  const { begin, giveUp } = useRestore();
  const { file, backup, present } = asked;
  const warning = installationWarning(backup, present);
  return (
    <Dialog
      open
      onClose={underWay ? () => undefined : giveUp}
      title="Restore this backup?"
      description="It takes the place of the present log. Nothing is deleted."
    >
      <DialogBody>
        <div className={styles['restore']}>
          <p className={styles['path']}>
            <bdi dir="ltr">{file}</bdi>
          </p>
          <Compared backup={backup} present={present} />
          {warning === null ? null : <Notice tone="attention" title={warning} />}
          <Consequence asked={asked} />
          {refused === null ? null : (
            <Notice tone="danger" role="alert" title={refused.message}>
              Code <code>{refused.code}</code>
            </Notice>
          )}
          {underWay ? <Progress label="Restoring the backup" share={null} /> : null}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="undo" busy={underWay} onClick={() => void begin(asked)}>
          Restore the backup
        </Button>
        <Button variant="quiet" disabled={underWay} onClick={giveUp}>
          Cancel
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function Compared({ backup, present }: { readonly backup: LogFacts; readonly present: LogFacts | null }) {
  const timeZone = usePreferences(timeZoneOf);
  return (
    <table className={styles['compared']}>
      <thead>
        <tr>
          <td />
          <th scope="col">Backup</th>
          <th scope="col">Present log</th>
        </tr>
      </thead>
      <tbody>
        {comparedFacts(backup, present, timeZone).map(({ name, inBackup, inPresent }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{inBackup}</td>
            <td>{inPresent}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Consequence({ asked: { setAside, present } }: { readonly asked: RestoreAsked }) {
  return (
    <div>
      <p>
        The console stops for a moment and starts again on the backup; an open link is closed for it.
        {present === null ? ' What lies in the place of the log' : ' The present log'} is set aside as
      </p>
      <p className={styles['path']}>
        <bdi dir="ltr">{setAside}</bdi>
      </p>
    </div>
  );
}
