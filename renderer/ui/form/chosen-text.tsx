import { ChevronDown } from 'lucide-react';
import styles from './select.module.css';

/** What is chosen, as it stands on a button that opens a list of choices. */
export function ChosenText({ children }: { readonly children: string }) {
  return (
    <>
      <span className={styles['text']}>
        <bdi>{children}</bdi>
      </span>
      <ChevronDown aria-hidden className={styles['chevron']} />
    </>
  );
}
