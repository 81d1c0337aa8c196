import { useEffect } from 'react';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';

const PAUSE_MS = 700;
/** Type of the errors that a refused command leaves at its fields. */
export const REFUSED = 'refused';

/** What the checks need of a form. */
export type TypedForm<V extends FieldValues> = Pick<
  UseFormReturn<V>,
  'subscribe' | 'trigger' | 'getFieldState'
>;

/**
 * A field complains while one types, but only after a pause: its first characters may still become right. One that
 * complains already is looked at with every key, so that it is quiet as soon as it is right. Answers what ends it.
 */
export function checkWhilePausing<V extends FieldValues>(form: TypedForm<V>): () => void {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const check = (name: Path<V>) => {
    waiting.delete(name);
    void form.trigger(name);
  };
  const checkAfterPause = (name: Path<V>) => {
    // Who sends at once may be refused within the pause: what a rule says of the value is not for the schema to take back.
    if (form.getFieldState(name).error?.type === REFUSED) waiting.delete(name);
    else check(name);
  };
  const end = form.subscribe({
    formState: { values: true },
    callback: ({ name, type }) => {
      // What is filled in by the form itself, a draft for one, nobody is typing.
      if (name === undefined || type !== 'change') return;
      const field = name as Path<V>;
      clearTimeout(waiting.get(field));
      if (form.getFieldState(field).invalid) check(field);
      else waiting.set(field, setTimeout(checkAfterPause, PAUSE_MS, field));
    },
  });
  return () => {
    end();
    waiting.forEach((timer) => clearTimeout(timer));
  };
}

export function usePausedChecks<V extends FieldValues>(form: UseFormReturn<V>): void {
  useEffect(() => checkWhilePausing(form), [form]);
}
