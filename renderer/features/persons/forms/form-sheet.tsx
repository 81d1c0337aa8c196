import { useBlocker } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { CommandState } from '../../../bridge/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogBody, DialogFooter, Question } from '../../../ui/dialog.tsx';
import { ErrorSummary } from '../../../ui/form/error-summary.tsx';
import { Fields } from '../../../ui/form/field.tsx';
import { MOD_KEY } from '../../../ui/hooks/use-hotkeys.ts';
import { Notice } from '../../../ui/notice.tsx';
import styles from './form-sheet.module.css';
import { ConflictNotice } from './conflict-notice.tsx';
import { OutcomeNotice } from './outcome-notice.tsx';
import { flattenErrors, type Problem, summaryOf } from './problems.ts';
import type { CommandForm } from './use-command-form.ts';

export interface ChangedRecord {
  readonly personId: string;
  /** Others have changed it since the form was opened. */
  readonly newer: boolean;
  /** The fields show the record: untouched ones follow it in plain sight. Other forms say what changed and ask again. */
  readonly shown: boolean;
  /** Moves the form to today's record and keeps what was typed. */
  readonly takeOver: () => Promise<void>;
}

export interface FormSheetProps<V extends FieldValues> {
  readonly title: string;
  readonly description: ReactNode;
  /** What the button does, verb first: "Deactivate person". */
  readonly action: string;
  readonly danger?: boolean | undefined;
  readonly handle: CommandForm<V>;
  readonly labelOf: (path: readonly string[]) => string;
  /** The record that the form changes; absent where it makes one. */
  readonly record?: ChangedRecord | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

type Step = 'idle' | 'sending' | 'refused' | 'conflict' | 'accepted' | 'failed';

function stepOf(state: CommandState): Step {
  if (state.step !== 'done') return state.step;
  return state.outcome.status === 'rejected' ? 'refused' : state.outcome.status;
}

/** A form in a sheet on the right: problems and refusals on top, fields, and the one button below. */
export function FormSheet<V extends FieldValues>(props: FormSheetProps<V>) {
  const { title, description, handle, labelOf, onClose, children } = props;
  const record = sinceDraft(props);
  const { isDirty, submitCount, errors } = handle.form.formState;
  const step = stepOf(handle.command.state);
  const problems = submitCount === 0 ? [] : flattenErrors(errors);
  const summary = summaryOf(problems, labelOf);
  const top = useFocusOnTrouble(submitCount, problems, step);
  const follows = step === 'idle' && isUntouched(props);
  useFollowing(record, follows);
  return (
    <Dialog open onClose={onClose} placement="side" title={title} description={description}>
      <form
        noValidate
        className={styles['form']}
        onSubmit={(event) => void handle.submit(event)}
        onKeyDown={(event) => submitByKey(event)}
      >
        <DialogBody>
          <div ref={top} tabIndex={-1} className={styles['top']}>
            {handle.restored ? <Restored onStartOver={handle.startOver} /> : null}
            {record !== undefined && isOvertaken(record, step, follows) ? (
              <ConflictNotice
                personId={record.personId}
                openedOn={handle.standsOn}
                refused={step === 'conflict'}
                draft={handle.behind}
                shown={record.shown}
                onReload={() => void record.takeOver()}
              />
            ) : (
              <OutcomeNotice state={handle.command.state} problems={summary} />
            )}
            {step === 'refused' ? null : <ErrorSummary problems={summary} />}
            {handle.unchanged ? <Notice tone="info" role="status" title={UNCHANGED} /> : null}
          </div>
          <Fields>{children}</Fields>
        </DialogBody>
        <SheetFooter {...props} sending={step === 'sending' || step === 'accepted'} />
      </form>
      <LeaveQuestion dirty={isDirty && step !== 'accepted'} onDiscard={handle.discard} />
    </Dialog>
  );
}

/** A draft that was typed on an older version has been overtaken, too, and by more than happened since it was opened. */
function sinceDraft<V extends FieldValues>({ record, handle }: FormSheetProps<V>): ChangedRecord | undefined {
  return record === undefined ? undefined : { ...record, newer: record.newer || handle.behind };
}

const UNCHANGED = 'Nothing has been changed yet, so there is nothing to send.';

interface SheetFooterProps {
  readonly action: string;
  readonly danger?: boolean | undefined;
  readonly sending: boolean;
  readonly onClose: () => void;
}

function SheetFooter({ action, danger = false, sending, onClose }: SheetFooterProps) {
  return (
    <DialogFooter>
      <Button
        type="submit"
        variant={danger ? 'danger' : 'primary'}
        busy={sending}
        shortcut={`${MOD_KEY}+Enter`}
      >
        {sending ? 'Sending…' : action}
      </Button>
      <Button variant="quiet" onClick={onClose}>
        Cancel
      </Button>
    </DialogFooter>
  );
}

function submitByKey(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  if (!event.repeat) event.currentTarget.requestSubmit();
}

/** It shows the record and nothing has been typed, nor restored from before. */
function isUntouched<V extends FieldValues>({ record, handle }: FormSheetProps<V>): boolean {
  return record?.shown === true && !handle.form.formState.isDirty && !handle.behind;
}

/** What the operator looked at is no longer so. Once the form is on its way, the change may be its own. */
function isOvertaken(record: ChangedRecord, step: Step, follows: boolean): boolean {
  return step === 'conflict' || (step === 'idle' && record.newer && !follows);
}

/** A form that shows the record and in which nothing has been typed follows it, instead of meeting it as a conflict. */
function useFollowing(record: ChangedRecord | undefined, follows: boolean): void {
  const takeOver = useEffectEvent(() => record?.takeOver().catch(() => undefined));
  const behind = record?.newer === true && follows;
  useEffect(() => {
    if (behind) void takeOver();
  }, [behind]);
}

/** After a submit that did not get through, the words that say why come into view and get the focus. */
function useFocusOnTrouble(submitCount: number, problems: readonly Problem[], step: Step) {
  const top = useRef<HTMLDivElement>(null);
  const trouble = problems.length > 0 || step === 'refused' || step === 'conflict' || step === 'failed';
  useEffect(() => {
    if (submitCount === 0 || !trouble) return;
    top.current?.focus({ preventScroll: true });
    top.current?.scrollIntoView({ block: 'nearest' });
  }, [submitCount, trouble]);
  return top;
}

function Restored({ onStartOver }: { readonly onStartOver: () => void }) {
  return (
    <Notice
      tone="info"
      role="status"
      title="What you had typed before is here again."
      actions={
        <Button size="small" onClick={onStartOver}>
          Start over
        </Button>
      }
    />
  );
}

function LeaveQuestion({ dirty, onDiscard }: { readonly dirty: boolean; readonly onDiscard: () => void }) {
  const blocker = useBlocker({
    shouldBlockFn: () => dirty,
    // Electron cancels the closing of a window without a word; drafts keep what was typed instead.
    enableBeforeUnload: false,
    withResolver: true,
  });
  return (
    <Question
      open={blocker.status === 'blocked'}
      title="Discard what you typed?"
      confirm="Discard"
      cancel="Keep editing"
      onConfirm={() => {
        onDiscard();
        blocker.proceed?.();
      }}
      onCancel={() => blocker.reset?.()}
    >
      This form has not been sent. Nothing on the record has been changed by it.
    </Question>
  );
}
