import { useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import type { Connections } from '../../../domain/contract/connection-procedures.ts';
import { type AuthenticationKind, type ConnectionRow, hostOf } from '../../../domain/contract/connections.ts';
import { call } from '../../bridge/client.ts';
import { keys } from '../../bridge/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFooter } from '../../ui/dialog.tsx';
import { asConsoleError } from '../../ui/error-words.ts';
import { Field, Fields } from '../../ui/form/field.tsx';
import { TextInput } from '../../ui/form/inputs.tsx';
import { Select } from '../../ui/form/select.tsx';
import { submitByKey } from '../../ui/form/submit-by-key.ts';
import { Notice } from '../../ui/notice.tsx';
import {
  type ConnectionField,
  type ConnectionValues,
  draftOf,
  problemsIn,
  valuesOf,
} from './connection-values.ts';
import styles from './connections.module.css';
import { AuthorityField, SecretField, UserField } from './secret-field.tsx';
import { TestReport } from './test-report.tsx';
import { useConnectionTest } from './use-connection-test.ts';

const KINDS: readonly { readonly value: AuthenticationKind; readonly label: string }[] = [
  { value: 'none', label: 'No credentials' },
  { value: 'user', label: 'User and password' },
  { value: 'token', label: 'Token' },
  { value: 'nkey', label: 'Nkey' },
  { value: 'creds', label: 'Credentials file (JWT)' },
];

export interface ConnectionFormProps {
  /** Null: a new one. */
  readonly before: ConnectionRow | null;
  readonly keeps: Connections['keeps'];
  readonly onClose: () => void;
}

function useConnectionForm({ before, onClose }: ConnectionFormProps) {
  const client = useQueryClient();
  const [values, setValues] = useState(() => valuesOf(before));
  const [touched, setTouched] = useState<ReadonlySet<ConnectionField>>(new Set());
  const [asked, setAsked] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const problems = problemsIn(values, before);
  const change = (part: Partial<ConnectionValues>, field?: ConnectionField): void => {
    setValues((now) => ({ ...now, ...part }));
    if (field !== undefined) setTouched((now) => new Set(now).add(field));
    setFailed(null);
  };
  const errorOf = (field: ConnectionField) => (asked || touched.has(field) ? problems[field] : undefined);
  /** Null, and every problem shown, where it cannot be sent. */
  const draft = () => {
    setAsked(true);
    return Object.keys(problems).length === 0 ? draftOf(values, before) : null;
  };
  const save = async (use: boolean): Promise<void> => {
    const ready = draft();
    if (ready === null || busy) return;
    setBusy(true);
    try {
      const { id } = await call('connections.save', ready);
      if (use) await call('connections.use', { id });
      onClose();
    } catch (thrown) {
      setFailed(asConsoleError(thrown).message);
      setBusy(false);
    }
    await client.invalidateQueries({ queryKey: keys.linkLists });
  };
  return { values, change, errorOf, draft, save, failed, busy };
}

function KindField({ values, change }: Pick<ReturnType<typeof useConnectionForm>, 'values' | 'change'>) {
  return (
    <Field label="Signs in with" required>
      <Select
        value={values.kind}
        options={KINDS}
        onChange={(chosen) => {
          const kind = KINDS.find(({ value }) => value === chosen)?.value ?? 'none';
          change({ kind, secret: '', credentials: null });
        }}
      />
    </Field>
  );
}

/** Adds a connection or changes one. What was a secret is never shown again. */
export function ConnectionForm(props: ConnectionFormProps) {
  const { before, keeps, onClose } = props;
  const { values, change, errorOf, draft, save, failed, busy } = useConnectionForm(props);
  const test = useConnectionTest();
  const uses = before === null;
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void save(uses);
  };
  const tryOut = (): void => {
    const ready = draft();
    if (ready !== null) void test.start({ draft: ready });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      placement="side"
      title={before === null ? 'Add a connection' : `Edit ${before.name}`}
      description="Where the installation’s server is, and how this console signs in there."
    >
      <form noValidate className={styles['form']} onSubmit={submit} onKeyDown={submitByKey}>
        <DialogBody>
          <Fields>
            {failed === null ? null : <Notice tone="danger" role="alert" title={failed} />}
            <Field
              label="Server"
              required
              error={errorOf('servers')}
              help="A websocket of NATS: wss://, or ws:// on this machine. Several with commas are tried one after the other."
            >
              <TextInput
                mono
                data-autofocus
                value={values.servers}
                placeholder="wss://nats.example.org"
                onChange={(event) => change({ servers: event.target.value }, 'servers')}
              />
            </Field>
            <Field
              label="Name"
              error={errorOf('name')}
              help="By which you tell it from others. The server’s name, if left empty."
            >
              <TextInput
                value={values.name}
                placeholder={hostOf(values.servers.split(',')[0]?.trim() ?? '')}
                onChange={(event) => change({ name: event.target.value }, 'name')}
              />
            </Field>
            <KindField {...{ values, change }} />
            <UserField {...{ values, change }} error={errorOf('user')} />
            <SecretField {...{ values, before, keeps, change }} error={errorOf('secret')} />
            <AuthorityField {...{ values, before, change }} error={errorOf('authority')} />
            <TestReport shown={test.shown} onClear={test.clear} />
          </Fields>
        </DialogBody>
        <DialogFooter>
          <Button type="submit" variant="primary" busy={busy}>
            {uses ? 'Save and use' : 'Save'}
          </Button>
          {uses ? <Button onClick={() => void save(false)}>Save only</Button> : null}
          <Button onClick={tryOut} busy={test.shown.state === 'running'}>
            Test
          </Button>
          <Button variant="quiet" onClick={onClose}>
            Cancel
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
