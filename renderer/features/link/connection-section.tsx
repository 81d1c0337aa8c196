import { useState } from 'react';
import { type LinkStatus, serverSchema } from '../../../domain/contract/link.ts';
import { call } from '../../bridge/client.ts';
import { asConsoleError } from '../../ui/error-words.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/form/field.tsx';
import { TextInput } from '../../ui/form/inputs.tsx';
import { PageSection } from '../../ui/page.tsx';
import styles from './link.module.css';

function serversIn(text: string): readonly string[] {
  return text.split(/[\s,]+/u).filter((server) => server !== '');
}

function faultIn(servers: readonly string[]): string | undefined {
  if (servers.length === 0) return 'Enter the address of a server';
  const wrong = servers.find((server) => !serverSchema.safeParse(server).success);
  return wrong === undefined ? undefined : `${wrong} is no address like wss://nats.example.org`;
}

/** Where the installation is. Nothing is sent to a server before an operator has agreed to it. */
export function ConnectionSection({ status }: { readonly status: LinkStatus }) {
  const known = status.servers.join(', ');
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | undefined>(undefined);
  const text = typed ?? known;
  const send = async (): Promise<void> => {
    const servers = serversIn(text);
    const fault = faultIn(servers);
    setError(fault);
    if (fault !== undefined) return;
    try {
      await call('link.connect', { servers: [...servers] });
      setTyped(null);
    } catch (thrown) {
      setError(asConsoleError(thrown).message);
    }
  };
  return (
    <PageSection title="Connection">
      <form
        noValidate
        className={styles['connection']}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Field
          label="Server"
          required
          error={error}
          help="A websocket of NATS with JetStream: wss://, or ws:// on this machine. Several with commas are tried one after the other."
        >
          <TextInput
            mono
            value={text}
            placeholder="wss://nats.example.org"
            onChange={(event) => setTyped(event.target.value)}
          />
        </Field>
        <Button type="submit" variant={known === '' ? 'primary' : undefined}>
          {known === '' ? 'Connect' : 'Use this server'}
        </Button>
      </form>
      <p className={styles['note']}>
        Credentials files and private authorities are named on the command line:{' '}
        <code>link online --nats URL --creds FILE --ca FILE</code>
      </p>
    </PageSection>
  );
}
