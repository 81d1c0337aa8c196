import { type BaseSyntheticEvent, useRef, useState } from 'react';
import {
  type DefaultValues,
  type FieldValues,
  type Path,
  useForm,
  type UseFormReturn,
} from 'react-hook-form';
import type { Outcome } from '../../../../domain/contract/commands.ts';
import {
  type CommandHandle,
  type CommandState,
  type CommandToSend,
  useCommand,
} from '../../../bridge/use-command.ts';
import { useStillHere } from '../../../ui/hooks/use-still-here.ts';
import { useApplyTo } from './apply-to.ts';
import { useMine } from './use-mine.ts';
import { errorsOf, type Problem, pathText, refusalProblems } from './problems.ts';
import { useDraft } from './use-draft.ts';
import { REFUSED, usePausedChecks } from './use-paused-checks.ts';

export interface CommandFormOptions<V extends FieldValues> {
  /** Names the draft: form and person. */
  readonly draftKey: string;
  readonly defaults: V;
  /** What it begins with though the record says otherwise: mine of a conflict. */
  readonly mine?: V | undefined;
  /** Version of the person that the defaults are taken from; 0 where there is no person yet. */
  readonly version: number;
  readonly validate: (values: V) => readonly Problem[];
  /** Null where nothing would change. */
  readonly build: (values: V, standsOn: number) => CommandToSend | null;
  /** Where a refusal's path (in the command's data) stands in the form. */
  readonly fieldOf: (path: readonly string[]) => readonly string[];
  readonly onAccepted: (outcome: Outcome) => void | Promise<void>;
}

export interface CommandForm<V extends FieldValues> {
  readonly form: UseFormReturn<V>;
  readonly command: CommandHandle;
  /** What the form stands on: the opened version, or the one that a restored draft was typed on. */
  readonly standsOn: number;
  readonly submit: (event?: BaseSyntheticEvent) => Promise<void>;
  /** True after a submit that would have changed nothing. */
  readonly unchanged: boolean;
  readonly restored: boolean;
  /** Mine of a conflict, as the form began with it. */
  readonly mine: V | undefined;
  /** Whether something would be lost by leaving. */
  readonly isTyped: () => boolean;
  /** The restored draft was typed on an older version than the one that is opened. */
  readonly behind: boolean;
  readonly startOver: () => void;
  readonly discard: () => void;
  /** Moves the form to today's record; the decided fields hold what was chosen, others keep what was typed. */
  readonly rebase: (defaults: V, decided?: ReadonlyMap<string, unknown>) => void;
}

function useCheckedForm<V extends FieldValues>({
  defaults,
  validate,
}: CommandFormOptions<V>): UseFormReturn<V> {
  const form = useForm<V>({
    defaultValues: defaults as DefaultValues<V>,
    // What is left is checked at once; while one types, see `usePausedChecks`.
    mode: 'onBlur',
    reValidateMode: 'onBlur',
    shouldFocusError: false,
    resolver: (values) => {
      const problems = validate(values);
      return problems.length === 0 ? { values, errors: {} } : { values: {}, errors: errorsOf(problems) };
    },
  });
  usePausedChecks(form);
  return form;
}

type Submit = CommandForm<FieldValues>['submit'];

/** A second click or a held key must not send again: nothing gets through while the first is on its way. */
function useOneAtATime(submit: Submit): Submit {
  const busy = useRef(false);
  return async (event) => {
    event?.preventDefault();
    if (busy.current) return;
    busy.current = true;
    await submit(event).finally(() => {
      busy.current = false;
    });
  };
}

function isAccepted(state: CommandState): boolean {
  return state.step === 'done' && state.outcome.status === 'accepted';
}

/** One form, one command: checks while typing, sends, and puts refusals where they belong. */
export function useCommandForm<V extends FieldValues>(options: CommandFormOptions<V>): CommandForm<V> {
  const { version, build, fieldOf, onAccepted } = options;
  const command = useCommand(useApplyTo());
  const [unchanged, setUnchanged] = useState(false);
  const form = useCheckedForm(options);
  const { mine, begin, type, isTyped, key } = useMine(form, options);
  const draft = useDraft(form, { key, version, begin });
  const stillHere = useStillHere();
  const receive = async (outcome: Outcome | null) => {
    if (outcome?.status === 'accepted') {
      // Left and opened again, it has a draft of its own by now.
      if (stillHere()) draft.drop();
      await onAccepted(outcome);
    }
    for (const { path, message } of outcome === null ? [] : refusalProblems(outcome))
      form.setError(pathText(fieldOf(path)) as Path<V>, { type: REFUSED, message });
  };
  const submit = useOneAtATime(
    form.handleSubmit(async (values) => {
      if (isAccepted(command.state)) return;
      const toSend = build(values, draft.standsOn);
      setUnchanged(toSend === null);
      if (toSend !== null) await receive(await command.send(toSend));
    }),
  );
  const startOver = () => {
    form.reset(options.defaults);
    type();
    draft.drop();
  };
  const rebase: CommandForm<V>['rebase'] = (next, decided = new Map()) => {
    form.reset(next, { keepDirtyValues: true, keepTouched: true });
    for (const [path, value] of decided)
      form.setValue(path as Path<V>, value as never, { shouldDirty: true });
    draft.settle();
    command.reset();
  };
  const { restored, standsOn } = draft;
  const ways = { submit, startOver, discard: draft.drop, rebase, isTyped };
  return { form, command, standsOn, unchanged, restored, mine, behind: standsOn < version, ...ways };
}
