import { CircleAlert } from 'lucide-react';
import { createContext, type ReactNode, use, useId } from 'react';
import styles from './field.module.css';

interface FieldIds {
  readonly input: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly required: boolean;
}

export const FieldContext = createContext<FieldIds | null>(null);

/** What an input inside a `Field` needs to be tied to its label, help and error. */
export function useFieldIds(): FieldIds {
  const ids = use(FieldContext);
  if (ids === null) throw new Error('An input stands outside its Field');
  return ids;
}

export interface FieldProps {
  readonly label: string;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly required?: boolean | undefined;
  /** Where what is needed depends on other fields, nothing is said about it at the label. */
  readonly unmarked?: boolean | undefined;
  /** Fixed id of the input, so that an error summary can link to it. */
  readonly id?: string | undefined;
  readonly children: ReactNode;
}

function describe(input: string, help: ReactNode, error: string | undefined) {
  const helpId = help === undefined ? undefined : `${input}-help`;
  const errorId = error === undefined ? undefined : `${input}-error`;
  return { helpId, errorId, describedBy: [errorId, helpId].filter(Boolean).join(' ') || undefined };
}

/** Label above, help under, the error under that. */
export function Field({ label, help, error, required = false, unmarked = false, id, children }: FieldProps) {
  const generated = useId();
  const input = id ?? generated;
  const { helpId, errorId, describedBy } = describe(input, help, error);
  return (
    <FieldContext value={{ input, describedBy, invalid: error !== undefined, required }}>
      <div className={styles['field']}>
        <label htmlFor={input} className={styles['label']}>
          {label}
          {required || unmarked ? null : <span className={styles['optional']}>optional</span>}
        </label>
        {children}
        <FieldError id={errorId} error={error} />
        {help === undefined ? null : (
          <p id={helpId} className={styles['help']}>
            {help}
          </p>
        )}
      </div>
    </FieldContext>
  );
}

export interface RowFieldProps {
  readonly label: string;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly id: string;
  readonly children: ReactNode;
}

/** For choices as short as yes and no: label and choices share a line. The group names itself. */
export function RowField({ label, help, error, id, children }: RowFieldProps) {
  const { helpId, errorId, describedBy } = describe(id, help, error);
  return (
    <FieldContext value={{ input: id, describedBy, invalid: error !== undefined, required: false }}>
      <div className={styles['rowField']}>
        <span className={styles['label']} aria-hidden>
          {label}
        </span>
        {children}
        <FieldError id={errorId} error={error} />
        {help === undefined ? null : (
          <p id={helpId} className={styles['help']}>
            {help}
          </p>
        )}
      </div>
    </FieldContext>
  );
}

export interface LineFieldProps {
  readonly label: string;
  readonly error?: string | undefined;
  readonly required?: boolean | undefined;
  readonly id: string;
  readonly children: ReactNode;
}

/** For many short inputs under each other: the label beside the input, so that a form reads like a table. */
export function LineField({ label, error, required = false, id, children }: LineFieldProps) {
  const { errorId, describedBy } = describe(id, undefined, error);
  return (
    <FieldContext value={{ input: id, describedBy, invalid: error !== undefined, required }}>
      <div className={styles['lineField']}>
        <label htmlFor={id} className={styles['lineLabel']}>
          {label}
        </label>
        <div className={styles['lineInput']}>
          {children}
          <FieldError id={errorId} error={error} />
        </div>
      </div>
    </FieldContext>
  );
}

export function FieldError({
  id,
  error,
}: {
  readonly id?: string | undefined;
  readonly error: string | undefined;
}) {
  if (error === undefined) return null;
  return (
    <p id={id} className={styles['error']}>
      <CircleAlert aria-hidden size={14} />
      {error}
    </p>
  );
}

export interface FieldGroupProps {
  readonly legend: string;
  readonly optional?: boolean | undefined;
  readonly help?: ReactNode;
  readonly children: ReactNode;
}

/** Several fields that say one thing together, such as an address. */
export function FieldGroup({ legend, optional = false, help, children }: FieldGroupProps) {
  return (
    <fieldset className={styles['group']}>
      <legend className={styles['legend']}>
        {legend}
        {optional ? <span className={styles['optional']}>optional</span> : null}
      </legend>
      {help === undefined ? null : <p className={styles['help']}>{help}</p>}
      {children}
    </fieldset>
  );
}

/** A part of a form under a heading of its own. */
export function FieldSection({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className={styles['section']}>
      <legend className={styles['sectionTitle']}>{title}</legend>
      {children}
    </fieldset>
  );
}

export interface FoldProps {
  readonly summary: string;
  readonly hint?: string | undefined;
  readonly open?: boolean | undefined;
  readonly children: ReactNode;
}

/** What most forms leave empty, folded away. */
export function Fold({ summary, hint, open, children }: FoldProps) {
  return (
    <details className={styles['fold']} open={open}>
      <summary className={styles['summary']}>
        {summary}
        {hint === undefined ? null : <span className={styles['optional']}>{hint}</span>}
      </summary>
      <div className={styles['folded']}>{children}</div>
    </details>
  );
}

export function Fields({ children }: { readonly children: ReactNode }) {
  return <div className={styles['fields']}>{children}</div>;
}
