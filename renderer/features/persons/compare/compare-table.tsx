import { ArrowLeft, ArrowRight, Check, type LucideIcon } from 'lucide-react';
import { useRef } from 'react';
import type { PersonDetail } from '../../../../domain/contract/views.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { nextStep } from '../../../ui/error-words.ts';
import { abilitiesOf, personOf } from '../person-model.ts';
import styles from './compare.module.css';
import { useNextCopy } from './use-next-copy.ts';
import { type CompareRow, compareRows, type CompareValue } from './compare-rows.ts';
import { type CopyOver, useCopyOver } from './use-copy-over.ts';

export interface CompareTableProps {
  readonly first: PersonDetail;
  readonly second: PersonDetail;
  readonly onlyDifferences: boolean;
}

export function CompareTable({ first, second, onlyDifferences }: CompareTableProps) {
  const rows = compareRows(personOf(first), personOf(second));
  const shown = onlyDifferences ? rows.filter(({ isSame }) => !isSame) : rows;
  const copyOver = useCopyOver();
  const table = useRef<HTMLTableElement>(null);
  useNextCopy(table, `${first.version} ${second.version}`);
  if (shown.length === 0) return <p className={styles['none']}>Both records say the same.</p>;
  return (
    <>
      <CopyFailure state={copyOver.state} />
      <table ref={table} className={styles['table']}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">What</th>
            <th scope="col">{first.displayName}</th>
            <th scope="col">{second.displayName}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.label} data-same={row.isSame ? '' : undefined}>
              <th scope="row">{row.label}</th>
              <Values values={row.first} row={row} other={second} arrow={ArrowRight} copyOver={copyOver} />
              <Values values={row.second} row={row} other={first} arrow={ArrowLeft} copyOver={copyOver} />
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function CopyFailure({ state }: Pick<CopyOver, 'state'>) {
  if (state.step !== 'failed') return null;
  return (
    <Notice tone="danger" role="alert" title={state.error.message}>
      {nextStep(state.error)} Code <code>{state.error.code}</code>
    </Notice>
  );
}

interface ValuesProps {
  readonly values: readonly CompareValue[];
  readonly row: CompareRow;
  /** The other record: where a part of this one can be copied to. */
  readonly other: PersonDetail;
  /** Points to it. */
  readonly arrow: LucideIcon;
  readonly copyOver: CopyOver;
}

function Values({ values, row, other, arrow, copyOver }: ValuesProps) {
  if (values.length === 0) return <td className={styles['nothing']}>—</td>;
  return (
    <td>
      <ul>
        {values.map((value, index) => (
          <li key={index} className={styles['value']} data-shared={value.isShared ? '' : undefined}>
            <bdi>{value.text}</bdi>
            {value.isShared ? <Check aria-label="in both" size={12} /> : null}
            {value.isOtherwise ? <span className={styles['otherwise']}>details differ</span> : null}
            <CopyButton value={value} label={row.label} other={other} arrow={arrow} copyOver={copyOver} />
          </li>
        ))}
      </ul>
    </td>
  );
}

interface CopyButtonProps extends Pick<ValuesProps, 'other' | 'arrow' | 'copyOver'> {
  readonly value: CompareValue;
  readonly label: string;
}

function CopyButton({ value: { lacking, text }, label, other, arrow, copyOver }: CopyButtonProps) {
  if (lacking === null || !abilitiesOf(personOf(other)).addComponent) return null;
  return (
    <IconButton
      icon={arrow}
      size="small"
      className={styles['copy']}
      label={`Copy to ${other.displayName}: ${label.toLowerCase()} ${text}`}
      data-copy-over=""
      aria-disabled={copyOver.state.step === 'sending'}
      onClick={() => {
        if (copyOver.state.step !== 'sending') void copyOver.copy(lacking, other);
      }}
    />
  );
}
