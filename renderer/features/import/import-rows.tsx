import { Link } from '@tanstack/react-router';
import { CircleAlert, CircleMinus, CirclePlus, CopyX, PencilLine } from 'lucide-react';
import type { ImportOutcome, ImportRow } from '../../../domain/contract/import.ts';
import { humanize } from '../../ui/format/labels.ts';
import { countOf, formatCount } from '../../ui/format/number.ts';
import { Badge } from '../../ui/status.tsx';
import type { Look } from '../../ui/tone.ts';
import { Words } from '../../ui/words.tsx';
import styles from './import.module.css';
import { changesWords, outcomeWord } from './mapping-words.ts';

const looks: Readonly<Record<ImportOutcome, Omit<Look, 'word'>>> = {
  new: { tone: 'ok', icon: CirclePlus },
  changed: { tone: 'info', icon: PencilLine },
  unchanged: { tone: 'neutral', icon: CircleMinus },
  duplicate: { tone: 'attention', icon: CopyX },
  refused: { tone: 'danger', icon: CircleAlert },
};

export interface ImportRowsProps {
  readonly rows: readonly ImportRow[];
  /** What is new exists only after a run. */
  readonly dryRun: boolean;
}

/** What came, or would come, of each row. */
export function ImportRows({ rows, dryRun }: ImportRowsProps) {
  if (rows.length === 0) return <p className={styles['note']}>No rows</p>;
  return (
    <table className={styles['rows']}>
      <thead>
        <tr>
          <th scope="col">Row</th>
          <th scope="col">Person</th>
          <th scope="col">{dryRun ? 'Would be' : 'Result'}</th>
          <th scope="col">{dryRun ? 'What would come, or why not' : 'What came, or why not'}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.row}>
            <td className={styles['rowNumber']}>{formatCount(row.row)}</td>
            <th scope="row">
              <Person row={row} exists={!(dryRun && row.outcome === 'new')} />
            </th>
            <td className={styles['outcome']}>
              <Badge plain tone={looks[row.outcome].tone} icon={looks[row.outcome].icon}>
                {outcomeWord(row.outcome)}
              </Badge>
            </td>
            <td>
              <Why row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Person({ row, exists }: { readonly row: ImportRow; readonly exists: boolean }) {
  const { personId, displayName, key, outcome } = row;
  const isThere = exists && personId !== null && outcome !== 'refused' && outcome !== 'duplicate';
  const name = displayName ?? key;
  return (
    <>
      {isThere ? (
        <Link to="/persons/$personId" params={{ personId }}>
          <bdi>{name}</bdi>
        </Link>
      ) : (
        <bdi>{name ?? 'Not known'}</bdi>
      )}
      {displayName === null || key === null ? null : <bdi className={styles['key']}>{key}</bdi>}
    </>
  );
}

function Why({ row }: { readonly row: ImportRow }) {
  const { changes, duplicateOf, faults } = row;
  // That it possibly exists is what the row is called already.
  const code = row.code === 'possible-duplicate' ? null : row.code;
  // Whom a duplicate is taken for is said below, with the way there.
  const message = duplicateOf.length > 0 && row.outcome === 'duplicate' ? null : row.message;
  return (
    <div className={styles['why']}>
      {faults.length > 1 ? (
        <ul className={styles['faults']} aria-label={`${countOf(faults.length, 'thing')} to mend`}>
          {faults.map((fault) => (
            <li key={`${fault.code} ${fault.message}`}>
              <Reason {...fault} />
            </li>
          ))}
        </ul>
      ) : (
        <Reason code={code} message={message} field={row.field} />
      )}
      {duplicateOf.map(({ personId, displayName, reasons }) => (
        <p key={personId}>
          {'Possibly '}
          <Link to="/persons/$personId" params={{ personId }}>
            <bdi>{displayName ?? personId}</bdi>
          </Link>
          {`: the same ${reasons.map(({ kind, value }) => `${humanize(kind).toLowerCase()} ${value}`).join(', ')}`}
        </p>
      ))}
      {changes.length === 0 ? null : (
        <p className={styles['changes']}>{changesWords(changes, row.outcome === 'new').join(' ·\u00a0')}</p>
      )}
    </div>
  );
}

/** What is wrong, with the code by which it can be looked up. */
function Reason({ code, message, field }: Pick<ImportRow, 'code' | 'message' | 'field'>) {
  // Most messages begin with it.
  const where = field !== null && message?.startsWith(field) === true ? null : field;
  return (
    <>
      {message === null ? null : (
        <p>
          <bdi>
            <Words text={message} />
          </bdi>
        </p>
      )}
      {code === null ? null : (
        <p className={styles['codes']}>
          Code <code>{code}</code>
          {where === null ? null : (
            <>
              {' in '}
              <code>
                <bdi>{where}</bdi>
              </code>
            </>
          )}
        </p>
      )}
    </>
  );
}
