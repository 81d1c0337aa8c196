import { useContext, useState } from 'react';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { ConflictInHand } from './conflict-in-hand.ts';
import { differing } from './form-paths.ts';

interface MineOptions<V> {
  readonly draftKey: string;
  readonly defaults: V;
  readonly mine?: V | undefined;
}

/** What a form that decides a conflict begins with: mine, over what the record says. Other forms begin with the record. */
export function useMine<V extends FieldValues>(form: UseFormReturn<V>, options: MineOptions<V>) {
  const conflict = useContext(ConflictInHand);
  const [mine] = useState(options.mine);
  const begin = mine === undefined ? {} : differing(mine, options.defaults);
  const { isDirty } = form.formState;
  const type = (): void => {
    for (const [path, value] of Object.entries(begin))
      form.setValue(path as Path<V>, value as never, { shouldDirty: true });
  };
  const isTyped = (): boolean =>
    mine === undefined ? isDirty : Object.keys(differing(form.getValues(), mine)).length > 0;
  const key = conflict === null ? options.draftKey : `conflict.${conflict.conflictId}`;
  return { mine, begin, type, isTyped, key };
}
