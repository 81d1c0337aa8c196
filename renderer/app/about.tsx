import { useQuery } from '@tanstack/react-query';
import { infoQuery } from '../bridge/console-queries.ts';
import { Dialog, DialogBody } from '../ui/dialog.tsx';
import { FactList } from '../ui/fact-list.tsx';
import { dataFacts, versionFacts } from '../words/console-facts.ts';
import styles from './about.module.css';
import type { PanelProps } from './panels.ts';

export function About({ open, onClose }: PanelProps) {
  return (
    <Dialog open={open} onClose={onClose} title="About this console">
      <AboutBody />
    </Dialog>
  );
}

/** Asks only while it is open: what it shows moves with every command. */
function AboutBody() {
  const info = useQuery(infoQuery).data;
  if (info === undefined) return null;
  return (
    <DialogBody>
      <FactList facts={[...dataFacts(info), ...versionFacts(info)]} />
      <p className={styles['note']}>
        All data is in this folder and works without a network. The origin names the folder: every event made
        here carries it.
      </p>
    </DialogBody>
  );
}
