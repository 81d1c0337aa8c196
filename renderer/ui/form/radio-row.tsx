import { useFieldIds } from './field.tsx';
import styles from './radio-row.module.css';

export interface RadioRowProps {
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  readonly label: string;
}

/** A few choices side by side: native radio buttons, so arrow keys and forms just work. */
export function RadioRow({ name, options, value, onChange, onBlur, label }: RadioRowProps) {
  const { input, describedBy, invalid } = useFieldIds();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid ? true : undefined}
      className={styles['row']}
      onBlur={onBlur}
    >
      {options.map((option, index) => (
        <label key={option.value} className={styles['choice']}>
          <input
            type="radio"
            id={index === 0 ? input : `${input}-${index}`}
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
