import { CircleAlert, CircleCheck, CircleMinus, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { BulkPreview } from '../../../domain/contract/bulk.ts';
import type { ProcedureInput } from '../../../domain/contract/procedures.ts';
import { actionWords } from '../../ui/bulk-words.ts';
import { formatCount } from '../../ui/format/number.ts';
import styles from './bulk.module.css';
import { Who, type WhoProps } from './who.tsx';

/** What will become of whom: nothing has been done yet. */
export function PreviewList({
  asked,
  preview,
}: {
  readonly asked: ProcedureInput<'bulk.preview'>;
  readonly preview: BulkPreview;
}) {
  const { able, persons, unchanged, unchangedPersons, refusals } = preview;
  return (
    <ul className={styles['preview']} aria-label="What will happen">
      <Line
        icon={CircleCheck}
        tone={able === 0 ? 'neutral' : 'ok'}
        title={`${formatCount(able)} will be ${actionWords(asked.action).done}`}
        who={persons}
        count={able}
        asked={{ ...asked, outcome: 'able' }}
      />
      {refusals.map(({ code, message, count, persons: some }) => (
        <Line
          key={code}
          icon={CircleAlert}
          tone="danger"
          title={`${formatCount(count)} cannot be: ${lowerFirst(message)}`}
          who={some}
          count={count}
          asked={{ ...asked, outcome: 'refused', code }}
        >
          Error code <code>{code}</code>
        </Line>
      ))}
      {unchanged === 0 ? null : (
        <Line
          icon={CircleMinus}
          tone="neutral"
          title={`${formatCount(unchanged)} ${unchanged === 1 ? 'needs' : 'need'} no change`}
          who={unchangedPersons}
          count={unchanged}
          asked={{ ...asked, outcome: 'unchanged' }}
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
  readonly who: BulkPreview['persons'];
  readonly count: number;
  readonly asked: WhoProps['asked'];
  readonly children?: ReactNode;
}

function Line({ icon: Icon, tone, title, who, count, asked, children }: LineProps) {
  return (
    <li className={styles['line']} data-tone={tone}>
      <Icon aria-hidden />
      <div>
        <p className={styles['lineTitle']}>{title}</p>
        {children === undefined ? null : <p className={styles['names']}>{children}</p>}
        <Who persons={who} count={count} what={title} asked={asked} />
      </div>
    </li>
  );
}
