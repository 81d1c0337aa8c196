import { CircleAlert, CircleCheck, CircleMinus, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { BulkAction, BulkPreview } from '../../../domain/contract/bulk.ts';
import { actionWords } from '../../ui/bulk-words.ts';
import { formatCount } from '../../ui/format/number.ts';
import styles from './bulk.module.css';
import { Who } from './who.tsx';

/** What will become of whom: nothing has been done yet. */
export function PreviewList({
  action,
  preview,
}: {
  readonly action: BulkAction;
  readonly preview: BulkPreview;
}) {
  const { able, persons, unchanged, refusals } = preview;
  return (
    <ul className={styles['preview']} aria-label="What will happen">
      <Line
        icon={CircleCheck}
        tone={able === 0 ? 'neutral' : 'ok'}
        title={`${formatCount(able)} will be ${actionWords(action).done}`}
        who={persons}
        count={able}
      />
      {refusals.map(({ code, message, count, persons: some }) => (
        <Line
          key={code}
          icon={CircleAlert}
          tone="danger"
          title={`${formatCount(count)} cannot be: ${lowerFirst(message)}`}
          who={some}
          count={count}
        >
          <code>{code}</code>
        </Line>
      ))}
      {unchanged === 0 ? null : (
        <Line
          icon={CircleMinus}
          tone="neutral"
          title={`${formatCount(unchanged)} ${unchanged === 1 ? 'needs' : 'need'} no change`}
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
  readonly who?: BulkPreview['persons'];
  readonly count?: number;
  readonly children?: ReactNode;
}

function Line({ icon: Icon, tone, title, who = [], count = 0, children }: LineProps) {
  return (
    <li className={styles['line']} data-tone={tone}>
      <Icon aria-hidden />
      <div>
        <p className={styles['lineTitle']}>
          {title} {children}
        </p>
        <Who persons={who} count={count} what={title} />
      </div>
    </li>
  );
}
