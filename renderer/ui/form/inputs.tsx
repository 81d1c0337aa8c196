import type { InputHTMLAttributes, ReactNode, Ref, TextareaHTMLAttributes } from 'react';
import { classNames } from '../class-names.ts';
import { useFieldIds } from './field.tsx';
import styles from './inputs.module.css';

export function useInputProps() {
  const { input, describedBy, invalid, required } = useFieldIds();
  return {
    id: input,
    'aria-describedby': describedBy,
    'aria-invalid': invalid ? true : undefined,
    'aria-required': required ? true : undefined,
  } as const;
}

export interface TextInputProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly mono?: boolean | undefined;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

export function TextInput({ mono = false, className, ...rest }: TextInputProps) {
  return (
    <input
      type="text"
      dir="auto"
      autoComplete="off"
      spellCheck={false}
      {...useInputProps()}
      {...rest}
      className={classNames(styles['input'], mono && 'mono', className)}
    />
  );
}

export interface TextAreaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  readonly ref?: Ref<HTMLTextAreaElement> | undefined;
}

export function TextArea(props: TextAreaProps) {
  return (
    <textarea
      dir="auto"
      rows={3}
      {...useInputProps()}
      {...props}
      className={classNames(styles['input'], styles['area'])}
    />
  );
}

export interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  readonly label: string;
  readonly help?: ReactNode;
  readonly ref?: Ref<HTMLInputElement> | undefined;
}

/** Its own label, so it stands without a `Field`. */
export function Checkbox({ label, help, ...rest }: CheckboxProps) {
  return (
    <label className={styles['checkbox']}>
      <input type="checkbox" {...rest} className={styles['box']} />
      <span>
        {label}
        {help === undefined ? null : <span className={styles['boxHelp']}>{help}</span>}
      </span>
    </label>
  );
}
