import { classNames } from '../../ui/class-names.ts';
import { Time } from '../../ui/time.tsx';
import { MoreRows, useFewRows } from './few-rows.tsx';
import styles from './link.module.css';

/** A message as it came, with why nothing came of it. */
export interface KeptMessage {
  readonly key: number;
  /** Its number, or what it asked for. */
  readonly title: string;
  readonly subject: string;
  readonly why: string;
  /** Blank where there is no more to say. */
  readonly detail: string;
  readonly at: string;
  readonly body: string;
}

export interface MessageTableProps {
  /** Of the first column. */
  readonly what: string;
  readonly rows: readonly KeptMessage[];
  readonly total: number;
}

/** Messages that nothing came of, the newest first; each opens to what it said. */
export function MessageTable({ what, rows, total }: MessageTableProps) {
  const { shown, hidden, showAll } = useFewRows(rows);
  return (
    <>
      <table className={classNames(styles['table'], styles['three'])}>
        <thead>
          <tr>
            <th scope="col">{what}</th>
            <th scope="col">Why</th>
            <th scope="col">Came</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ key, title, subject, why, detail, at, body }) => (
            <tr key={key}>
              <th scope="row">
                <details>
                  <summary>
                    {title} <span className={styles['subject']}>{subject}</span>
                  </summary>
                  <pre className={styles['body']}>{body}</pre>
                </details>
              </th>
              <td>
                {why}
                {detail === '' ? null : <span className={styles['detail']}>{detail}</span>}
              </td>
              <td>
                <Time at={at} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <MoreRows shown={shown.length} hidden={hidden} total={total} showAll={showAll} />
    </>
  );
}
