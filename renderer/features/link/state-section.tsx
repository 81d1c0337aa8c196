import { Cable, Unplug } from 'lucide-react';
import { useState } from 'react';
import { type LinkStatus, type Permission, PERMISSION_FOR } from '../../../domain/contract/link.ts';
import { call } from '../../bridge/client.ts';
import { linkLook, linkMeaning } from '../../words/link-words.ts';
import { attempt } from '../../ui/attempt.ts';
import { Button } from '../../ui/button.tsx';
import { Question } from '../../ui/dialog.tsx';
import { PageSection } from '../../ui/page.tsx';
import { Badge } from '../../ui/status.tsx';
import { Time } from '../../ui/time.tsx';
import { Counts } from './counts.tsx';
import styles from './link.module.css';
import { Trouble } from './trouble.tsx';
import { NothingWaits } from './waiting-section.tsx';

interface Decision {
  readonly action: string;
  readonly question: string;
  readonly consequence: string;
}

/** What an operator can agree to, and what it means. */
const decisions: Readonly<Record<Permission, Decision>> = {
  begin: {
    action: 'Begin an installation here…',
    question: 'Begin an installation on this server?',
    consequence:
      'Everything that is in this data folder goes to the server, and consoles that join later get all of it. The folder belongs to that installation from then on.',
  },
  join: {
    action: 'Join with what is here…',
    question: 'Send what is here to this installation?',
    consequence:
      'The changes that were made in this data folder on their own go to everybody in that installation. This cannot be undone.',
  },
  fill: {
    action: 'Fill the server again…',
    question: 'Fill the server again from this console?',
    consequence:
      'The server gets every change that this console has. Do this only where the server’s data cannot be restored: what others have and this console has not, they send once they are back.',
  },
};

function wanted(online: boolean): Promise<unknown> {
  return attempt('The link stays as it is', () =>
    online ? call('link.online', {}) : call('link.offline', {}),
  );
}

export interface StateSectionProps {
  readonly status: LinkStatus;
  /** Opens the connection in use, where there is one. */
  readonly onMend: (() => void) | undefined;
}

/** What can be mended in the form of a connection. */
const MENDED: ReadonlyMap<string, string> = new Map([
  ['secret-missing', 'Enter it…'],
  ['link-refused', 'Change credentials…'],
  ['credentials-unreadable', 'Change credentials…'],
  ['link-certificate', 'Choose the authority…'],
  ['authority-unreadable', 'Choose the authority…'],
  ['link-not-encrypted', 'Change the address…'],
]);

export function StateSection({ status, onMend }: StateSectionProps) {
  const { tone, icon, word } = linkLook(status);
  const isSet = status.servers.length > 0;
  const isDown = status.state === 'offline';
  return (
    <PageSection title="State">
      <div className={styles['state']}>
        <div className={styles['head']}>
          <Badge tone={tone} icon={icon}>
            {word}
          </Badge>
          {status.connection === null ? null : <span>{status.connection}</span>}
          <span className={styles['since']}>
            since <Time at={status.since} />
          </span>
          <span className={styles['space']} />
          {isSet ? (
            <Button icon={isDown ? Cable : Unplug} onClick={() => void wanted(isDown)}>
              {isDown ? 'Go online' : 'Work offline'}
            </Button>
          ) : null}
        </div>
        <p>
          {linkMeaning(status)} {status.installation === null ? null : <NothingWaits />}
        </p>
        <TroubleOf status={status} onMend={onMend} />
        <CountsOf status={status} />
      </div>
    </PageSection>
  );
}

function TroubleOf({ status: { error, nextAttemptAt }, onMend }: StateSectionProps) {
  if (error === null) return null;
  const permission = PERMISSION_FOR.get(error.code);
  if (permission !== undefined)
    return <Trouble error={error} tone="attention" actions={<Agree to={permission} />} />;
  const mend = MENDED.get(error.code);
  return (
    <Trouble
      error={error}
      tone={error.kind === 'retryable' ? 'attention' : 'danger'}
      nextAttemptAt={nextAttemptAt}
      actions={
        mend === undefined || onMend === undefined ? undefined : (
          <Button size="small" onClick={onMend}>
            {mend}
          </Button>
        )
      }
    />
  );
}

/** Asks before anything is sent. */
function Agree({ to }: { readonly to: Permission }) {
  const [asks, setAsks] = useState(false);
  const { action, question, consequence } = decisions[to];
  const agree = (): void => {
    setAsks(false);
    void attempt('The link stays as it is', () => call('link.online', { allow: [to] }));
  };
  return (
    <>
      <Button size="small" onClick={() => setAsks(true)}>
        {action}
      </Button>
      <Question
        open={asks}
        title={question}
        confirm={action.replace('…', '')}
        cancel="Not now"
        confirmAs="primary"
        onConfirm={agree}
        onCancel={() => setAsks(false)}
      >
        {consequence}
      </Question>
    </>
  );
}

function CountsOf({ status: { counts, position, installation } }: { readonly status: LinkStatus }) {
  if (installation === null) return null;
  return (
    <Counts
      label="Since the console was opened"
      facts={[
        ['Sent', counts.pushed],
        ['Taken in', counts.pulled],
        ['Joined anew', counts.rebased],
        ['Conflicts', counts.conflicts],
        ['Without effect', counts.voids + counts.unreadable],
        ['Sent again', counts.steppedBack],
        ['Last message', position],
      ]}
    />
  );
}
