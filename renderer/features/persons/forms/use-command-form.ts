import { type BaseSyntheticEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import {
  type DefaultValues,
  type FieldValues,
  type Path,
  set,
  useForm,
  type UseFormReturn,
} from 'react-hook-form';
import type { Outcome } from '../../../../domain/contract/commands.ts';
import { type CommandHandle, type CommandToSend, useCommand } from '../../../bridge/use-command.ts';
import { dropDraft, readDraft, writeDraft } from './drafts.ts';
import { issuesIn, type Problem, pathText } from './problems.ts';

export interface CommandFormOptions<V extends FieldValues> {
  /** Names the draft: form and person. */
  readonly draftKey: string;
  readonly defaults: V;
  readonly validate: (values: V) => readonly Problem[];
  /** Null where nothing would change. */
  readonly build: (values: V) => CommandToSend | null;
  /** Where a refusal's path (in the command's data) stands in the form. */
  readonly fieldOf: (path: readonly string[]) => readonly string[];
  readonly onAccepted: (outcome: Outcome) => void | Promise<void>;
}

export interface CommandForm<V extends FieldValues> {
  readonly form: UseFormReturn<V>;
  readonly command: CommandHandle;
  readonly submit: (event?: BaseSyntheticEvent) => Promise<void>;
  /** True after a submit that would have changed nothing. */
  readonly unchanged: boolean;
  readonly restored: boolean;
  readonly startOver: () => void;
  readonly discard: () => void;
  /** Takes what others changed and keeps what was typed here. */
  readonly rebase: (defaults: V) => void;
}

function errorsOf(problems: readonly Problem[]): object {
  const errors = {};
  for (const { path, message } of problems.toReversed()) {
    set(errors, path.length === 0 ? 'root.form' : pathText(path), { type: 'schema', message });
  }
  return errors;
}

const SAVE_AFTER_MS = 400;

/** Keeps what is typed in storage, and brings back what a crash or a reload has left there. */
function useDraft<V extends FieldValues>(form: UseFormReturn<V>, key: string) {
  const [draft, setDraft] = useState(() => readDraft(key));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const restore = useEffectEvent(() => {
    for (const [name, value] of Object.entries(draft ?? {})) {
      form.setValue(name as Path<V>, value as never, { shouldDirty: true });
    }
  });
  useEffect(() => {
    restore();
    const end = form.subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty }) => {
        clearTimeout(timer.current);
        if (isDirty === true) timer.current = setTimeout(() => writeDraft(key, values), SAVE_AFTER_MS);
      },
    });
    return () => {
      clearTimeout(timer.current);
      end();
    };
  }, [form, key]);
  const drop = () => {
    clearTimeout(timer.current);
    dropDraft(key);
    setDraft(null);
  };
  return { restored: draft !== null, drop };
}

function useCheckedForm<V extends FieldValues>({
  defaults,
  validate,
}: CommandFormOptions<V>): UseFormReturn<V> {
  return useForm<V>({
    defaultValues: defaults as DefaultValues<V>,
    mode: 'onTouched',
    shouldFocusError: false,
    resolver: (values) => {
      const problems = validate(values);
      return problems.length === 0 ? { values, errors: {} } : { values: {}, errors: errorsOf(problems) };
    },
  });
}

/** One form, one command: checks while typing, sends, and puts refusals where they belong. */
export function useCommandForm<V extends FieldValues>(options: CommandFormOptions<V>): CommandForm<V> {
  const { defaults, build, fieldOf, onAccepted, draftKey } = options;
  const command = useCommand();
  const [unchanged, setUnchanged] = useState(false);
  const form = useCheckedForm(options);
  const draft = useDraft(form, draftKey);
  const receive = async (outcome: Outcome | null) => {
    if (outcome?.status === 'accepted') {
      draft.drop();
      await onAccepted(outcome);
    }
    for (const { path, message } of issuesIn(outcome?.details)) {
      form.setError(pathText(fieldOf(path)) as Path<V>, { type: 'refused', message });
    }
  };
  const submit = form.handleSubmit(async (values) => {
    const toSend = build(values);
    setUnchanged(toSend === null);
    if (toSend !== null) await receive(await command.send(toSend));
  });
  const startOver = () => {
    form.reset(defaults);
    draft.drop();
  };
  const rebase = (next: V) => {
    form.reset(next, { keepDirtyValues: true, keepTouched: true });
    command.reset();
  };
  return {
    form,
    command,
    submit,
    unchanged,
    restored: draft.restored,
    startOver,
    discard: draft.drop,
    rebase,
  };
}
