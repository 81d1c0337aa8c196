import { Check } from 'lucide-react';
import type { PersonDetail } from '../../../../domain/contract/views.ts';
import { personOf } from '../person-model.ts';
import styles from './compare.module.css';
import { compareRows, type CompareValue } from './compare-rows.ts';

export interface CompareTableProps {
  readonly first: PersonDetail;
  readonly second: PersonDetail;
  readonly onlyDifferences: boolean;
}

export function CompareTable({ first, second, onlyDifferences }: CompareTableProps) {
  const rows = compareRows(personOf(first), personOf(second));
  const shown = onlyDifferences ? rows.filter(({ isSame }) => !isSame) : rows;
  if (shown.length === 0) return <p className={styles['none']}>Both records say the same.</p>;
  return (
    <table className={styles['table']}>
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
            <Values values={row.first} />
            <Values values={row.second} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Values({ values }: { readonly values: readonly CompareValue[] }) {
  if (values.length === 0) return <td className={styles['nothing']}>–</td>;
  return (
    <td>
      <ul>
        {values.map(({ text, isShared, isOtherwise }, index) => (
          <li key={index} className={styles['value']} data-shared={isShared ? '' : undefined}>
            <bdi>{text}</bdi>
            {isShared ? <Check aria-label="in both" size={12} /> : null}
            {isOtherwise ? <span className={styles['otherwise']}>details differ</span> : null}
          </li>
        ))}
      </ul>
    </td>
  );
}
