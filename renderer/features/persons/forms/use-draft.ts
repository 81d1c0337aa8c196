import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { dropDraft, readDraft, typedIn, writeDraft } from './drafts.ts';

const SAVE_AFTER_MS = 400;

/**
 * Keeps what is typed in storage, and brings back what a crash or a reload has left there. A restored form goes on
 * standing on the version that it was typed on, so that what others changed since is not overwritten unseen.
 */
export function useDraft<V extends FieldValues>(form: UseFormReturn<V>, key: string, version: number) {
  const [draft, setDraft] = useState(() => readDraft(key));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const standsOn = draft?.version ?? version;
  const restore = useEffectEvent(() => {
    for (const [path, value] of Object.entries(draft?.typed ?? {})) {
      form.setValue(path as Path<V>, value as never, { shouldDirty: true });
    }
  });
  const save = useEffectEvent((values: V, marks: unknown) =>
    writeDraft(key, { version: standsOn, typed: typedIn(values, marks) }),
  );
  useEffect(() => {
    restore();
    const end = form.subscribe({
      formState: { values: true, isDirty: true, dirtyFields: true },
      callback: ({ values, isDirty, dirtyFields }) => {
        clearTimeout(timer.current);
        if (isDirty !== true) return;
        timer.current = setTimeout(() => save(values, dirtyFields), SAVE_AFTER_MS);
      },
    });
    return () => {
      clearTimeout(timer.current);
      end();
    };
  }, [form, key]);
  const settle = () => setDraft(null);
  const drop = () => {
    clearTimeout(timer.current);
    dropDraft(key);
    settle();
  };
  return { restored: draft !== null, standsOn, drop, settle };
}
