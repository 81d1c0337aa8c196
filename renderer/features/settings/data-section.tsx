import { FolderOpen } from 'lucide-react';
import type { ProcedureOutput } from '../../../domain/contract/procedures.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { dataFacts, versionFacts } from '../../words/console-facts.ts';
import { Section } from './section.tsx';
import styles from './settings.module.css';
import { useShowFolder } from './use-show-folder.ts';

export function DataSection({ info }: { readonly info: ProcedureOutput<'console.info'> }) {
  const show = useShowFolder();
  return (
    <Section title="Data and versions">
      <div className={styles['facts']}>
        <FactList
          facts={[...dataFacts(info), ...versionFacts(info)]}
          beside={({ label }) =>
            label === 'Data folder' ? (
              <IconButton size="small" icon={FolderOpen} label="Show in the file manager" onClick={show} />
            ) : null
          }
        />
      </div>
    </Section>
  );
}
