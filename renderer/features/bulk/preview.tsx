import { CircleAlert, CircleCheck, CircleMinus, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { BulkAction, BulkPreview } from '../../../domain/contract/bulk.ts';
import { actionWords } from '../../ui/bulk-words.ts';
import { formatCount } from '../../ui/format/number.ts';
import styles from './bulk.module.css';
import { examplesWords } from './bulk-texts.ts';

/** What will become of whom: nothing has been done yet. */
export function PreviewList({
  action,
  preview,
}: {
  readonly action: BulkAction;
  readonly preview: BulkPreview;
}) {
  const { able, examples, unchanged, refusals } = preview;
  return (
    <ul className={styles['preview']} aria-label="What will happen">
      <Line
        icon={CircleCheck}
        tone={able === 0 ? 'neutral' : 'ok'}
        title={`${formatCount(able)} will be ${actionWords(action).done}`}
        names={examplesWords(examples, able)}
      />
      {refusals.map(({ code, message, count, examples: some }) => (
        <Line
          key={code}
          icon={CircleAlert}
          tone="danger"
          title={`${formatCount(count)} cannot be: ${lowerFirst(message)}`}
          names={examplesWords(some, count)}
        >
          <code>{code}</code>
        </Line>
      ))}
      {unchanged === 0 ? null : (
        <Line
          icon={CircleMinus}
          tone="neutral"
          title={`${formatCount(unchanged)} ${unchanged === 1 ? 'needs' : 'need'} no change`}
          names=""
        />
      )}
    </ul>
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

interface LineProps {
  readonly icon: LucideIcon;
  readonly tone: 'ok' | 'danger' | 'neutral';
  readonly title: string;
  readonly names: string;
  readonly children?: ReactNode;
}

function Line({ icon: Icon, tone, title, names, children }: LineProps) {
  return (
    <li className={styles['line']} data-tone={tone}>
      <Icon aria-hidden />
      <div>
        <p className={styles['lineTitle']}>
          {title} {children}
        </p>
        {names === '' ? null : (
          <p className={styles['names']}>
            <bdi>{names}</bdi>
          </p>
        )}
      </div>
    </li>
  );
}
