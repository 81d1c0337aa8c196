import type { LucideIcon } from 'lucide-react';
import type { PersonDetail } from '../../../../domain/contract/views.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { abilitiesOf, personOf } from '../person-model.ts';
import styles from './compare.module.css';
import type { CopyOver } from './use-copy-over.ts';

/** Where what stands in a column can be copied to. */
export interface CopyTarget {
  readonly other: PersonDetail;
  /** Points to it. */
  readonly arrow: LucideIcon;
  readonly copyOver: CopyOver;
}

interface CopyButtonProps extends CopyTarget {
  /** Said after the name of the other. */
  readonly what: string;
  /** What the other must allow. */
  readonly needs: 'addComponent' | 'editComponent';
  readonly onCopy: () => Promise<void>;
}

/** One copy at a time: the next one stands on the version that this one leaves. */
export function CopyButton({ other, arrow, copyOver: { state }, what, needs, onCopy }: CopyButtonProps) {
  if (!abilitiesOf(personOf(other))[needs]) return null;
  return (
    <IconButton
      icon={arrow}
      size="small"
      className={styles['copy']}
      label={`Copy to ${other.displayName}: ${what}`}
      data-copy-over=""
      aria-disabled={state.step === 'sending'}
      onClick={() => {
        if (state.step !== 'sending') void onCopy();
      }}
    />
  );
}
