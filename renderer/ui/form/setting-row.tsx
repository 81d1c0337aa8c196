import { type ReactNode, useId } from 'react';
import { FieldContext } from './field.tsx';
import styles from './setting-row.module.css';

export interface SettingRowProps {
  readonly label: string;
  readonly help?: ReactNode;
  /** The control is none that a label can point to: it names itself. */
  readonly selfNamed?: boolean | undefined;
  readonly children: ReactNode;
}

/** What can be set to the left, what it is set to at the right edge. */
export function SettingRow({ label, help, selfNamed = false, children }: SettingRowProps) {
  const input = useId();
  const describedBy = help === undefined ? undefined : `${input}-help`;
  return (
    <FieldContext value={{ input, describedBy, invalid: false, required: false }}>
      <div className={styles['row']}>
        <div className={styles['words']}>
          {selfNamed ? (
            <span className={styles['label']}>{label}</span>
          ) : (
            <label htmlFor={input} className={styles['label']}>
              {label}
            </label>
          )}
          {help === undefined ? null : (
            <p id={describedBy} className={styles['help']}>
              {help}
            </p>
          )}
        </div>
        <div className={styles['control']}>{children}</div>
      </div>
    </FieldContext>
  );
}

/** Rows that belong together, in one frame. */
export function SettingRows({ children }: { readonly children: ReactNode }) {
  return <div className={styles['rows']}>{children}</div>;
}
