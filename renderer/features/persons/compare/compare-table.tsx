import { ArrowLeft, ArrowRight, Check } from 'lucide-react';
import { useRef } from 'react';
import type { PersonDetail } from '../../../../domain/contract/views.ts';
import { Notice } from '../../../ui/notice.tsx';
import { nextStep } from '../../../ui/error-words.ts';
import { personOf } from '../person-model.ts';
import { CopyButton, type CopyTarget } from './copy-button.tsx';
import styles from './compare.module.css';
import { Differences } from './differences.tsx';
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

interface ValuesProps extends CopyTarget {
  readonly values: readonly CompareValue[];
  readonly row: CompareRow;
}

function Values({ values, row, ...target }: ValuesProps) {
  if (values.length === 0) return <td className={styles['nothing']}>—</td>;
  return (
    <td>
      <ul>
        {values.map((value, index) => (
          <li key={index} className={styles['value']} data-shared={value.isShared ? '' : undefined}>
            <ValueLine value={value} label={row.label} {...target} />
          </li>
        ))}
      </ul>
    </td>
  );
}

interface ValueLineProps extends CopyTarget {
  readonly value: CompareValue;
  readonly label: string;
}

function ValueLine({ value: { text, isShared, lacking, otherwise }, label, ...target }: ValueLineProps) {
  const what = `${label.toLowerCase()} ${text}`;
  return (
    <>
      <div className={styles['said']}>
        <bdi>{text}</bdi>
        {isShared ? <Check aria-label="in both" size={12} /> : null}
        {otherwise === null ? null : <span className={styles['otherwise']}>details differ</span>}
        {lacking === null ? null : (
          <CopyButton
            {...target}
            what={what}
            needs="addComponent"
            onCopy={() => target.copyOver.copy(lacking, target.other)}
          />
        )}
      </div>
      {otherwise === null ? null : <Differences {...target} what={what} otherwise={otherwise} />}
    </>
  );
}
