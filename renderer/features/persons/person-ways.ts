import { useNavigate } from '@tanstack/react-router';
import { Copy, History, type LucideIcon, ScrollText } from 'lucide-react';
import type { PersonDetail } from '../../../domain/contract/views.ts';
import { useNotices } from '../../state/notices.ts';
import { copyText } from '../../ui/copy-button.tsx';

/** What leads on from a person without changing them. */
export interface PersonWay {
  readonly id: 'look-back' | 'copy-id' | 'show-in-log';
  readonly title: string;
  readonly icon: LucideIcon;
  /** Other words for it. */
  readonly also: string;
  readonly run: () => void;
}

async function copyId(personId: string): Promise<void> {
  const done = await copyText(personId);
  useNotices
    .getState()
    .show(
      done ? { tone: 'ok', title: 'Id copied' } : { tone: 'attention', title: 'The id could not be copied' },
    );
}

export interface PersonWaysOptions {
  /** Begins to look back; absent where one does not: in the past already, or beside the list. */
  readonly onAsOf: ((version: number) => void) | undefined;
}

export function usePersonWays(
  { personId, headVersion }: Pick<PersonDetail, 'personId' | 'headVersion'>,
  { onAsOf }: PersonWaysOptions,
): readonly PersonWay[] {
  const navigate = useNavigate();
  const lookBack: readonly PersonWay[] =
    onAsOf === undefined || headVersion < 2
      ? []
      : [
          {
            id: 'look-back',
            title: 'Look back',
            icon: History,
            also: 'past version earlier history as of',
            run: () => onAsOf(headVersion - 1),
          },
        ];
  return [
    ...lookBack,
    {
      id: 'copy-id',
      title: 'Copy id',
      icon: Copy,
      also: 'clipboard identifier uuid',
      run: () => void copyId(personId),
    },
    {
      id: 'show-in-log',
      title: 'Show in the event log',
      icon: ScrollText,
      also: 'history audit events stream',
      run: () => void navigate({ to: '/log', search: { stream: `person-${personId}` } }),
    },
  ];
}
