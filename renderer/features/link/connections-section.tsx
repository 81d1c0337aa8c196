import { useQueryClient } from '@tanstack/react-query';
import { CircleCheck, Ellipsis, KeyRound, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Connections } from '../../../domain/contract/connection-procedures.ts';
import type { AuthenticationKind, ConnectionRow, SecretPlace } from '../../../domain/contract/connections.ts';
import { call } from '../../bridge/client.ts';
import { keys } from '../../bridge/query-keys.ts';
import { attempt } from '../../ui/attempt.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Question } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { PageSection } from '../../ui/page.tsx';
import { Badge } from '../../ui/status.tsx';
import styles from './connections.module.css';
import page from './link.module.css';
import { TestReport } from './test-report.tsx';
import { useConnectionTest } from './use-connection-test.ts';

const kinds: Readonly<Record<AuthenticationKind, string>> = {
  none: 'No credentials',
  user: 'Password',
  token: 'Token',
  nkey: 'Nkey',
  creds: 'Credentials file',
};

const places: Readonly<Record<SecretPlace, string | null>> = {
  'not-needed': null,
  file: 'read from a file',
  keyring: 'in the keyring',
  memory: 'until the console is closed',
  missing: 'has to be entered',
};

export interface ConnectionsSectionProps {
  readonly connections: Connections;
  readonly onAdd: () => void;
  readonly onEdit: (row: ConnectionRow) => void;
}

/** The ways to the installation. Nothing is sent over one before an operator has agreed to it. */
export function ConnectionsSection({ connections, onAdd, onEdit }: ConnectionsSectionProps) {
  const { rows, installation } = connections;
  const test = useConnectionTest();
  const [tested, setTested] = useState('');
  const startTest = ({ id, name }: ConnectionRow): void => {
    setTested(name);
    void test.start({ id });
  };
  return (
    <PageSection title="Connections">
      {rows.length === 0 ? (
        <p className={styles['none']}>No connection is set up. Everything works here without one.</p>
      ) : (
        <table className={classNames(page['table'], styles['ways'])}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Servers</th>
              <th scope="col">Signs in with</th>
              <th scope="col">Installation</th>
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.id} row={row} installation={installation} onEdit={onEdit} onTest={startTest} />
            ))}
          </tbody>
        </table>
      )}
      {test.shown.state === 'none' ? null : (
        <div className={styles['tested']}>
          <h3 className={styles['testedName']}>Test of {tested}</h3>
          <TestReport shown={test.shown} onClear={test.clear} />
        </div>
      )}
      <Button icon={Plus} variant={rows.length === 0 ? 'primary' : undefined} onClick={onAdd}>
        Add a connection…
      </Button>
    </PageSection>
  );
}

interface RowProps {
  readonly row: ConnectionRow;
  /** Of the data folder. */
  readonly installation: string | null;
  readonly onEdit: (row: ConnectionRow) => void;
  readonly onTest: (row: ConnectionRow) => void;
}

function Row({ row, installation, onEdit, onTest }: RowProps) {
  const client = useQueryClient();
  const use = async (): Promise<void> => {
    await attempt('The link stays as it is', () => call('connections.use', { id: row.id }));
    await client.invalidateQueries({ queryKey: keys.linkLists });
  };
  const { authentication } = row;
  const user = 'user' in authentication ? ` of ${authentication.user}` : '';
  return (
    <tr>
      <th scope="row">
        <span className={styles['name']}>
          {row.name}
          {row.inUse ? (
            <Badge tone="ok" icon={CircleCheck}>
              In use
            </Badge>
          ) : null}
        </span>
      </th>
      <td className="mono">
        {row.servers.map((server) => (
          <span key={server} className={styles['server']}>
            {server}
          </span>
        ))}
      </td>
      <td>
        {kinds[authentication.kind]}
        {user}
        <Place place={row.secret} />
      </td>
      <td>
        <Installation theirs={row.installation} ours={installation} />
      </td>
      <td>
        <span className={styles['actions']}>
          {row.inUse ? null : (
            <Button size="small" onClick={() => void use()} aria-label={`Use ${row.name}`}>
              Use
            </Button>
          )}
          <Button size="small" onClick={() => onTest(row)} aria-label={`Test ${row.name}`}>
            Test
          </Button>
          <RowMenu row={row} onEdit={onEdit} />
        </span>
      </td>
    </tr>
  );
}

function Place({ place }: { readonly place: SecretPlace }) {
  const words = places[place];
  if (words === null) return null;
  if (place !== 'missing') return <span className={styles['place']}>{words}</span>;
  return (
    <span className={styles['place']}>
      <Badge plain tone="attention" icon={KeyRound}>
        {words}
      </Badge>
    </span>
  );
}

/** Enough of an id to tell two apart. */
const SHORT = 8;

function Installation({ theirs, ours }: { readonly theirs: string | null; readonly ours: string | null }) {
  if (theirs === null) return <span className={styles['place']}>Not known yet</span>;
  return (
    <>
      <code data-hint={theirs}>{theirs.slice(0, SHORT)}</code>
      {ours === null || ours === theirs ? null : (
        <span className={styles['place']}>not this data folder’s</span>
      )}
    </>
  );
}

function RowMenu({ row, onEdit }: Pick<RowProps, 'row' | 'onEdit'>) {
  const client = useQueryClient();
  const [asks, setAsks] = useState(false);
  const remove = async (): Promise<void> => {
    setAsks(false);
    await attempt('The connection stays', () => call('connections.remove', { id: row.id }));
    await client.invalidateQueries({ queryKey: keys.linkLists });
  };
  return (
    <>
      <Menu trigger={<IconButton size="small" icon={Ellipsis} label={`More about ${row.name}`} />}>
        <MenuItem icon={Pencil} onSelect={() => onEdit(row)}>
          Edit…
        </MenuItem>
        <MenuItem icon={Trash2} danger onSelect={() => setAsks(true)}>
          Remove…
        </MenuItem>
      </Menu>
      <Question
        open={asks}
        title={`Remove ${row.name}?`}
        confirm="Remove connection"
        cancel="Keep"
        onConfirm={() => void remove()}
        onCancel={() => setAsks(false)}
      >
        {row.inUse ? 'The link is held down from then on. ' : ''}
        Its credentials are forgotten on this computer. Nothing changes on the server, and no data is lost.
      </Question>
    </>
  );
}
