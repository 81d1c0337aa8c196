import { FileKey, FileText } from 'lucide-react';
import type { Connections } from '../../../domain/contract/connection-procedures.ts';
import type { ConnectionRow } from '../../../domain/contract/connections.ts';
import { call } from '../../bridge/client.ts';
import { attempt } from '../../ui/attempt.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/form/field.tsx';
import { TextInput } from '../../ui/form/inputs.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type ConnectionField, type ConnectionValues, hasKept, SECRET_LABELS } from './connection-values.ts';
import styles from './connections.module.css';

interface FieldProps {
  readonly values: ConnectionValues;
  readonly before: ConnectionRow | null;
  readonly error: string | undefined;
  readonly change: (part: Partial<ConnectionValues>, field?: ConnectionField) => void;
}

export function UserField({ values, error, change }: Omit<FieldProps, 'before'>) {
  if (values.kind !== 'user') return null;
  return (
    <Field label="User" required error={error}>
      <TextInput value={values.user} onChange={(event) => change({ user: event.target.value }, 'user')} />
    </Field>
  );
}

const GUARDED =
  'Kept in this computer’s keyring. It is never shown again, and is in no log, export or backup.';

export function SecretField({
  values,
  before,
  keeps,
  error,
  change,
}: FieldProps & { readonly keeps: Connections['keeps'] }) {
  const { kind } = values;
  if (kind === 'none') return null;
  const isKept = hasKept(before, kind);
  return (
    <>
      <Field
        label={SECRET_LABELS[kind]}
        required={!isKept}
        unmarked={isKept}
        error={error}
        help={keeps === 'keyring' ? GUARDED : undefined}
      >
        {kind === 'creds' ? (
          <CredentialsFile chosen={values.credentials?.name ?? null} isKept={isKept} change={change} />
        ) : (
          <TextInput
            type="password"
            mono
            value={values.secret}
            placeholder={isKept ? 'Unchanged' : undefined}
            autoComplete="new-password"
            onChange={(event) => change({ secret: event.target.value }, 'secret')}
          />
        )}
      </Field>
      {keeps === 'keyring' ? null : (
        <Notice tone="attention" title="It is not stored on this computer">
          No keyring is here that could guard it. It is kept until the console is closed, and asked for again
          then.
        </Notice>
      )}
    </>
  );
}

interface CredentialsFileProps extends Pick<FieldProps, 'change'> {
  readonly chosen: string | null;
  readonly isKept: boolean;
}

function CredentialsFile({ chosen, isKept, change }: CredentialsFileProps) {
  const choose = async (): Promise<void> => {
    const answer = await attempt('The file was not taken', () =>
      call('connections.choose-file', { what: 'credentials' }),
    );
    const file = answer?.file ?? null;
    if (file?.ticket) change({ credentials: { name: file.name, ticket: file.ticket } }, 'secret');
  };
  return (
    <div className={styles['choice']}>
      <span>{chosen ?? (isKept ? 'Unchanged' : 'None chosen')}</span>
      <Button icon={FileKey} onClick={() => void choose()}>
        Choose a credentials file…
      </Button>
    </div>
  );
}

function authorityWords({ authority }: ConnectionValues, before: ConnectionRow | null): string {
  if (typeof authority === 'object') return authority.name;
  const isOwn = authority === 'kept' && before !== null && before.authority !== 'none';
  return isOwn ? 'One of its own' : 'The authorities that this computer trusts';
}

/** Which authority vouches for the server. */
export function AuthorityField({ values, before, error, change }: FieldProps) {
  const choose = async (): Promise<void> => {
    const answer = await attempt('The file was not taken', () =>
      call('connections.choose-file', { what: 'authority' }),
    );
    const file = answer?.file ?? null;
    if (file?.text) change({ authority: { name: file.name, text: file.text } }, 'authority');
  };
  const hasOwn =
    typeof values.authority === 'object' ||
    (values.authority === 'kept' && (before?.authority ?? 'none') !== 'none');
  return (
    <Field
      label="Certificate authority"
      error={error}
      help="Of a private authority, as PEM, where a server’s certificate is none of a public one."
    >
      <div className={styles['choice']}>
        <span>{authorityWords(values, before)}</span>
        {hasOwn ? (
          <Button variant="quiet" onClick={() => change({ authority: 'none' })}>
            Remove
          </Button>
        ) : null}
        <Button icon={FileText} onClick={() => void choose()}>
          Choose a certificate…
        </Button>
      </div>
    </Field>
  );
}
