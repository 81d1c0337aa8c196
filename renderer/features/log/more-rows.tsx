import { ArrowDown, ArrowUp } from 'lucide-react';
import { countOf } from '../../ui/format/number.ts';
import styles from './log-footer.module.css';

interface NewEventsProps {
  readonly waiting: number;
  readonly more: boolean;
  readonly below: boolean;
  readonly onShow: () => void;
}

/** New events that wait to be shown: in the footer, so that their coming and going moves no row and hides none. */
export function NewEvents({ waiting, more, below, onShow }: NewEventsProps) {
  const words = `${countOf(waiting, 'new event').replace(' ', more ? '+ ' : ' ')}${below ? ' at the end' : ''}`;
  return (
    <div role="status" className={styles['waiting']}>
      {waiting === 0 ? null : (
        <button type="button" className={styles['pill']} onClick={onShow}>
          {below ? <ArrowDown aria-hidden size={14} /> : <ArrowUp aria-hidden size={14} />}
          {words}
        </button>
      )}
    </div>
  );
}

/** The way up from where the list was sent into the log. */
export function EarlierRows({ below, onShow }: { readonly below: boolean; readonly onShow: () => void }) {
  return (
    <button type="button" className={styles['pill']} data-quiet="" onClick={onShow}>
      <ArrowUp aria-hidden size={14} />
      {below ? 'Show older ones above' : 'Show newer ones above'}
    </button>
  );
}
