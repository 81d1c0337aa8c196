import { useBlocker } from '@tanstack/react-router';
import {
  type ReactNode,
  type RefObject,
  useEffect,
  useContext,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import type { FieldValues } from 'react-hook-form';
import type { CommandState } from '../../../bridge/use-command.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog, DialogBody, DialogFooter, Question } from '../../../ui/dialog.tsx';
import { ErrorSummary, type FieldProblem, revealFirst } from '../../../ui/form/error-summary.tsx';
import { Fields } from '../../../ui/form/field.tsx';
import { submitByKey } from '../../../ui/form/submit-by-key.ts';
import { MOD_KEY } from '../../../ui/hooks/use-hotkeys.ts';
import { Notice } from '../../../ui/notice.tsx';
import { RestoredNotice } from '../../../ui/restored-notice.tsx';
import styles from './form-sheet.module.css';
import type { ChangedRecord } from './changed-record.ts';
import { ConflictInHand } from './conflict-in-hand.ts';
import { ConflictSides } from './conflict-sides.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { OutcomeNotice } from './outcome-notice.tsx';
import { flattenErrors, summaryOf } from './problems.ts';
import type { CommandForm } from './use-command-form.ts';

export interface FormSheetProps<V extends FieldValues> {
  readonly title: string;
  readonly description: ReactNode;
  /** What the button does, verb first: "Deactivate person". */
  readonly action: string;
  readonly danger?: boolean | undefined;
  /** Under the page, where that is what is decided about. */
  readonly below?: boolean | undefined;
  readonly handle: CommandForm<V>;
  readonly labelOf: (path: readonly string[]) => string;
  /** The record that the form changes; absent where it makes one. */
  readonly record?: ChangedRecord<V> | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

type Step = 'idle' | 'sending' | 'refused' | 'conflict' | 'accepted' | 'failed';

function stepOf(state: CommandState): Step {
  if (state.step !== 'done') return state.step;
  return state.outcome.status === 'rejected' ? 'refused' : state.outcome.status;
}

/** A form in a sheet on the right, or under the page: problems and refusals on top, fields, and the one button below. */
export function FormSheet<V extends FieldValues>(props: FormSheetProps<V>) {
  const { title, description, below = false, handle, labelOf, onClose, children } = props;
  const record = sinceDraft(props);
  const { submitCount, errors } = handle.form.formState;
  const step = stepOf(handle.command.state);
  const problems = submitCount === 0 ? [] : flattenErrors(errors);
  const summary = summaryOf(problems, labelOf);
  const top = useFocusOnTrouble(submitCount, summary, step);
  const follows = step === 'idle' && isUntouched(props);
  useFollowing(props, record, follows);
  const sheet = useRef<HTMLFormElement>(null);
  const sendAgain = useSendAgain(sheet);
  return (
    <Dialog
      open
      onClose={onClose}
      placement={below ? 'below' : 'side'}
      title={title}
      description={description}
    >
      <form
        ref={sheet}
        noValidate
        className={styles['form']}
        onSubmit={(event) => void handle.submit(event)}
        onKeyDown={submitByKey}
      >
        <DialogBody>
          <div ref={top} tabIndex={-1} className={styles['top']}>
            {handle.restored ? <RestoredNotice onStartOver={handle.startOver} /> : null}
            {record !== undefined && isOvertaken(record, step, follows) ? (
              <ConflictNotice
                record={record}
                handle={handle}
                refused={step === 'conflict'}
                action={props.action}
                danger={props.danger ?? false}
                onSettled={sendAgain}
                onDiscard={onClose}
              />
            ) : (
              <>
                <ConflictSides record={record} handle={handle} />
                <OutcomeNotice state={handle.command.state} problems={summary} />
              </>
            )}
            {step === 'refused' ? null : <ErrorSummary problems={summary} />}
            {handle.unchanged ? <Unchanged /> : null}
          </div>
          <Fields>{children}</Fields>
        </DialogBody>
        <SheetFooter {...props} step={step} />
      </form>
      <LeaveQuestion
        isDirty={() => step !== 'accepted' && handle.isTyped()}
        step={step}
        onDiscard={handle.discard}
      />
    </Dialog>
  );
}

/** A draft that was typed on an older version has been overtaken, too, and by more than happened since it was opened. */
function sinceDraft<V extends FieldValues>({
  record,
  handle,
}: FormSheetProps<V>): ChangedRecord<V> | undefined {
  return record === undefined ? undefined : { ...record, newer: record.newer || handle.behind };
}

const UNCHANGED = 'Nothing has been changed yet, so there is nothing to send.';

const SAID = 'The record says all of this already. Drop the change in conflict instead.';

function Unchanged() {
  const isConflict = useContext(ConflictInHand) !== null;
  return <Notice tone="info" role="status" title={isConflict ? SAID : UNCHANGED} />;
}

interface SheetFooterProps {
  readonly action: string;
  readonly danger?: boolean | undefined;
  readonly step: Step;
  readonly onClose: () => void;
}

const busyWords: Readonly<Partial<Record<Step, string>>> = { sending: 'Sending…', accepted: 'Saved' };

function SheetFooter({ action, danger = false, step, onClose }: SheetFooterProps) {
  const busy = busyWords[step];
  return (
    <DialogFooter>
      <Button
        type="submit"
        variant={danger ? 'danger' : 'primary'}
        busy={busy !== undefined}
        shortcut={`${MOD_KEY}+Enter`}
      >
        {busy ?? action}
      </Button>
      <Button variant="quiet" onClick={onClose}>
        Cancel
      </Button>
    </DialogFooter>
  );
}

function showsRecord<V>(record: ChangedRecord<V> | undefined): boolean {
  return record !== undefined && record.leaves.length > 0;
}

/** It shows the record and nothing has been typed, nor restored from before. */
function isUntouched<V extends FieldValues>({ record, handle }: FormSheetProps<V>): boolean {
  return showsRecord(record) && !handle.form.formState.isDirty && !handle.behind;
}

/** What the operator looked at is no longer so. Once the form is on its way, the change may be its own. */
function isOvertaken<V>(record: ChangedRecord<V>, step: Step, follows: boolean): boolean {
  return step === 'conflict' || (step === 'idle' && record.newer && !follows);
}

/** A form that shows the record and in which nothing has been typed follows it, instead of meeting it as a conflict. */
function useFollowing<V extends FieldValues>(
  { handle }: FormSheetProps<V>,
  record: ChangedRecord<V> | undefined,
  follows: boolean,
): void {
  const follow = useEffectEvent(() => {
    if (record === undefined) return;
    record.moveTo(record.today);
    handle.rebase(record.valuesOf(record.today));
  });
  const behind = record?.newer === true && follows;
  useEffect(() => {
    if (behind) follow();
  }, [behind]);
}

/** Once the form stands on today's record: sends it, or leaves the last look at it to the operator. */
function useSendAgain(sheet: RefObject<HTMLFormElement | null>): (send: boolean) => void {
  const [settled, setSettled] = useState<{ readonly send: boolean } | null>(null);
  useEffect(() => {
    if (settled?.send === true) sheet.current?.requestSubmit();
    else if (settled !== null) sheet.current?.querySelector<HTMLElement>('[type="submit"]')?.focus();
  }, [settled, sheet]);
  return (send) => setSettled({ send });
}

/**
 * After a submit that did not get through one goes on in the first field that is at fault: the words that say why are
 * read out all the same. Where no field is, they come into view and get the focus.
 */
function useFocusOnTrouble(submitCount: number, problems: readonly FieldProblem[], step: Step) {
  const top = useRef<HTMLDivElement>(null);
  const toFault = useEffectEvent(() => revealFirst(problems));
  const stopped = step === 'refused' || step === 'conflict' || step === 'failed';
  useEffect(() => {
    if (!stopped) return;
    top.current?.focus({ preventScroll: true });
    top.current?.scrollIntoView({ block: 'nearest' });
  }, [stopped]);
  // Counted once the answer is there, so that what was refused of a field is known by then.
  useEffect(() => {
    if (submitCount > 0) toFault();
  }, [submitCount]);
  return top;
}

function whatWasSent(step: Step): string {
  if (step === 'sending') return 'It has been sent, and is carried out whether or not you stay.';
  if (step === 'failed')
    return 'Whether it was carried out is not known: the person’s history will show it. What you typed is not kept.';
  return 'This form has not been sent. Nothing on the record has been changed by it.';
}

interface LeaveQuestionProps {
  readonly isDirty: () => boolean;
  readonly step: Step;
  readonly onDiscard: () => void;
}

function LeaveQuestion({ isDirty, step, onDiscard }: LeaveQuestionProps) {
  const blocker = useBlocker({
    shouldBlockFn: isDirty,
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
      {whatWasSent(step)}
    </Question>
  );
}
