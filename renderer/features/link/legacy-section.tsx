import { useQuery } from '@tanstack/react-query';
import { CloudDownload, Plug, Unplug } from 'lucide-react';
import { useState } from 'react';
import type { LegacyStatus } from '../../../domain/contract/legacy.ts';
import { call } from '../../bridge/client.ts';
import { legacyOddQuery, legacyQuery } from '../../bridge/link-queries.ts';
import { attempt } from '../../ui/attempt.ts';
import { Button } from '../../ui/button.tsx';
import { Question } from '../../ui/dialog.tsx';
import { PageSection } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Badge } from '../../ui/status.tsx';
import { Time } from '../../ui/time.tsx';
import { legacyLook, legacyMeaning } from '../../words/legacy-words.ts';
import { Counts } from './counts.tsx';
import styles from './link.module.css';
import { MessageTable } from './message-table.tsx';
import { oddMessage } from './odd-message.ts';
import { SubHeading } from './sub-heading.tsx';
import { Trouble } from './trouble.tsx';

/** The bridge to the former system: nobody who has none needs to know more than that it is off. */
export function LegacySection() {
  const { data: status } = useQuery(legacyQuery);
  if (status === undefined) return null;
  const { tone, icon, word } = legacyLook(status);
  const { mode, error } = status;
  return (
    <PageSection title="Former system">
      <div className={styles['state']} data-quiet={isUsed(status) || mode !== 'off' ? undefined : ''}>
        <div className={styles['head']}>
          <Badge tone={tone} icon={icon}>
            {word}
          </Badge>
          {mode === 'off' ? null : (
            <span className={styles['since']}>
              since <Time at={status.since} />
            </span>
          )}
          <span className={styles['space']} />
          <Switches status={status} />
        </div>
        <p>{legacyMeaning(status)}</p>
        <Reading status={status} />
        {error === null ? null : (
          <Trouble error={error} tone="attention" nextAttemptAt={status.nextAttemptAt} />
        )}
        <CountsOf status={status} />
      </div>
      <NotTaken total={status.counts.odd} />
    </PageSection>
  );
}

function isUsed({ position, published }: Pick<LegacyStatus, 'position' | 'published'>): boolean {
  return position > 0 || published > 0;
}

function turn(procedure: 'legacy.on' | 'legacy.off' | 'legacy.read'): void {
  void attempt('The bridge stays as it is', () => call(procedure, {}));
}

function Switches({ status: { mode } }: { readonly status: LegacyStatus }) {
  const [asks, setAsks] = useState(false);
  if (mode !== 'off') {
    return (
      <Button icon={Unplug} onClick={() => turn('legacy.off')}>
        {mode === 'read' ? 'Stop reading' : 'Switch off'}
      </Button>
    );
  }
  return (
    <>
      <Button icon={CloudDownload} onClick={() => turn('legacy.read')}>
        Read once
      </Button>
      <Button icon={Plug} onClick={() => setAsks(true)}>
        Switch on…
      </Button>
      <Question
        open={asks}
        title="Switch the bridge on?"
        confirm="Switch on"
        cancel="Not now"
        confirmAs="primary"
        onConfirm={() => {
          setAsks(false);
          turn('legacy.on');
        }}
        onCancel={() => setAsks(false)}
      >
        From now on, commands to the former system are carried out here, and it is told every change that
        everybody in the installation makes. Make sure that it does not carry out the same commands itself.
      </Question>
    </>
  );
}

function Reading({ status: { state, position, behind } }: { readonly status: LegacyStatus }) {
  if (state !== 'reading' || behind === null) return null;
  return <Progress label="Reading the former system’s stream" share={position / (position + behind)} />;
}

function CountsOf({ status: { counts, position, published } }: { readonly status: LegacyStatus }) {
  if (!isUsed({ position, published })) return null;
  return (
    <Counts
      label="What came of the former system’s messages"
      facts={[
        ['Events taken in', counts.events],
        ['Commands carried out', counts.commands],
        ['Known before', counts.known],
        ['Our own, come back', counts.own],
        ['Earlier commands', counts.history],
        ['Not taken', counts.odd],
        ['Told', published],
        ['Last message', position],
      ]}
    />
  );
}

/** Under the box: messages that could not be taken, and why. */
function NotTaken({ total }: { readonly total: number }) {
  const { data } = useQuery({ ...legacyOddQuery, enabled: total > 0 });
  if (data === undefined || data.total === 0) return null;
  return (
    <>
      <SubHeading title="Not taken" count={data.total} />
      <MessageTable what="Message" rows={data.rows.map(oddMessage)} total={data.total} />
    </>
  );
}
