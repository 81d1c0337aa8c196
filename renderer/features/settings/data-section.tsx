import { useMutation } from '@tanstack/react-query';
import { FolderOpen } from 'lucide-react';
import type { ProcedureOutput } from '../../../domain/contract/procedures.ts';
import { call } from '../../bridge/client.ts';
import { useNotices } from '../../state/notices.ts';
import { asConsoleError } from '../../ui/error-words.ts';
import { FactList } from '../../ui/fact-list.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { dataFacts, versionFacts } from '../../words/console-facts.ts';
import { Section } from './section.tsx';
import styles from './settings.module.css';

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

function useShowFolder(): () => void {
  const tell = useNotices((store) => store.show);
  const cannot = (detail: string) => tell({ tone: 'attention', title: 'The folder was not shown', detail });
  const show = useMutation({
    mutationFn: () => call('window.show-folder', {}),
    onSuccess: ({ shown }) => {
      if (!shown) cannot('This system has no file manager for it. Copy the path instead.');
    },
    onError: (thrown) => cannot(asConsoleError(thrown).message),
  });
  return () => show.mutate();
}
