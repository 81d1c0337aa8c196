import type { CommandState } from '../../../bridge/use-command.ts';
import { nextStep } from '../../../ui/error-words.ts';
import { type FieldProblem, ProblemList } from '../../../ui/form/error-summary.tsx';
import { speltDates } from '../../../ui/format/word-parts.ts';
import { Notice } from '../../../ui/notice.tsx';

export interface OutcomeNoticeProps {
  readonly state: CommandState;
  /** What the refusal names, or what is still wrong since. */
  readonly problems: readonly FieldProblem[];
}

/** A code and its words are for whoever sends commands; here the button does what they say. */
function UnknownOutcome() {
  return (
    <Notice
      tone="danger"
      role="alert"
      title="The engine stopped before it answered: whether this was carried out is not known."
    >
      Send it again as it is. It is carried out once, whatever came of the first time. Code{' '}
      <code>engine-stopped</code>
    </Notice>
  );
}

/** Why a command was not carried out; nothing while all is well. */
export function OutcomeNotice({ state, problems }: OutcomeNoticeProps) {
  if (state.step === 'sending' && state.again === true) {
    return (
      <Notice tone="attention" role="status" title="The engine stopped before it answered.">
        This is sent again as soon as the engine is back. It is carried out once, whatever came of the first
        time.
      </Notice>
    );
  }
  if (state.step === 'failed') {
    const { error } = state;
    if (error.code === 'engine-stopped') return <UnknownOutcome />;
    return (
      <Notice tone="danger" role="alert" title={error.message}>
        {nextStep(error)} Everything you typed is still here. Code <code>{error.code}</code>
      </Notice>
    );
  }
  if (state.step !== 'done' || state.outcome.status !== 'rejected') return null;
  const { message = 'A rule refused this.', code } = state.outcome;
  const title = speltDates(message);
  return (
    <Notice tone="danger" role="alert" title={title}>
      {/* A refusal about one field stands there in the same words. */}
      <ProblemList problems={problems.filter((problem) => problem.message !== title)} />
      Nothing was changed.
      {code === undefined ? null : (
        <>
          {' '}
          Code <code>{code}</code>
        </>
      )}
    </Notice>
  );
}
