import { useEffect, useEffectEvent, useState } from 'react';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { type Draft, dropDraft, readDraft, typedIn, writeDraft } from './drafts.ts';

const SAVE_AFTER_MS = 400;

interface LateSave {
  /** After a pause; what was to be saved before is forgotten. */
  readonly soon: (save: () => void) => void;
  readonly now: () => void;
  readonly forget: () => void;
}

function lateSave(): LateSave {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: (() => void) | null = null;
  const forget = () => {
    clearTimeout(timer);
    waiting = null;
  };
  const now = () => {
    const save = waiting;
    forget();
    save?.();
  };
  const soon = (save: () => void) => {
    forget();
    waiting = save;
    timer = setTimeout(now, SAVE_AFTER_MS);
  };
  return { soon, now, forget };
}

interface DraftOptions {
  readonly key: string;
  readonly version: number;
  readonly begin: Draft['typed'];
}

/**
 * Keeps what is typed in storage, and brings back what a crash or a reload has left there. A restored form goes on
 * standing on the version that it was typed on, so that what others changed since is not overwritten unseen. Where there is
 * nothing to bring back, `begin` is typed in: what a form begins with though the record says otherwise.
 */
export function useDraft<V extends FieldValues>(
  form: UseFormReturn<V>,
  { key, version, begin }: DraftOptions,
) {
  const [draft, setDraft] = useState(() => readDraft(key));
  const [late] = useState(lateSave);
  const standsOn = draft?.version ?? version;
  const restore = useEffectEvent(() => {
    for (const [path, value] of Object.entries(draft?.typed ?? begin)) {
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
        if (isDirty === true) late.soon(() => save(values, dirtyFields));
        else if (isDirty === false) {
          late.forget();
          dropDraft(key);
        }
      },
    });
    return () => {
      // The form may go without having been closed: what it is about can be removed by others.
      late.now();
      end();
    };
  }, [form, key, late]);
  const settle = () => setDraft(null);
  const drop = () => {
    late.forget();
    dropDraft(key);
    settle();
  };
  return { restored: draft !== null, standsOn, drop, settle };
}
