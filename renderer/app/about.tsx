import { useQuery } from '@tanstack/react-query';
import { infoQuery } from '../bridge/console-queries.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Dialog, DialogBody } from '../ui/dialog.tsx';
import { formatCount } from '../ui/format/number.ts';
import styles from './about.module.css';
import type { PanelProps } from './panels.ts';

export function About({ open, onClose }: PanelProps) {
  const info = useQuery(infoQuery).data;
  if (info === undefined) return null;
  const facts = [
    { label: 'Data folder', value: info.dataFolder, copy: true },
    { label: 'Version', value: `${info.product} ${info.version}` },
    { label: 'Runs on', value: info.runtime },
    { label: 'Origin', value: info.origin, copy: true },
    { label: 'Events on the log', value: formatCount(info.events) },
    { label: 'Commits to go out', value: formatCount(info.pendingCommits) },
  ] as const;
  return (
    <Dialog open={open} onClose={onClose} title="About this console">
      <DialogBody>
        <dl className={styles['facts']}>
          {facts.map((fact) => (
            <div key={fact.label} className={styles['fact']}>
              <dt>{fact.label}</dt>
              <dd>
                <span className="mono">{fact.value}</span>
                {'copy' in fact ? (
                  <CopyButton value={fact.value} label={`Copy ${fact.label.toLowerCase()}`} />
                ) : null}
              </dd>
            </div>
          ))}
        </dl>
        <p className={styles['note']}>
          All data is in this folder and works without a network. The origin names the folder: every event
          made here carries it.
        </p>
      </DialogBody>
    </Dialog>
  );
}
