import type { ConsoleError } from '../../../../domain/contract/errors.ts';
import type { EventRow } from '../../../../domain/contract/views.ts';
import type { AppNotice } from '../../../state/notices.ts';
import type { Undoable } from '../../../state/undo-stack.ts';
import { nextStep } from '../../../ui/error-words.ts';
import { actorName } from '../../../ui/format/labels.ts';
import { readingOf } from '../../../words/event-data.ts';
import { eventWords } from '../../../words/event-words.ts';
import type { TakenBack } from './take-back.ts';

type Words = Omit<AppNotice, 'id'>;

const inSentence = (title: string): string => `${title.charAt(0).toLowerCase()}${title.slice(1)}`;

const MOST_NAMED = 3;

function sinceText(since: readonly EventRow[]): string {
  const named = since
    .slice(0, MOST_NAMED)
    .map((row) => `${inSentence(eventWords(readingOf(row)).title)} by ${actorName(row.actor)}`);
  const more = since.length > MOST_NAMED ? `, and ${since.length - MOST_NAMED} more` : '';
  return named.length === 0 ? '' : ` Since then: ${named.join(', ')}${more}.`;
}

function partText({ steps }: Undoable, done: number): string {
  return done === 0 ? 'Nothing was overwritten.' : `${done} of ${steps.length} parts were taken back.`;
}

/** What became of an undo, for a notice. */
export function undoWords(entry: Undoable, { outcome, done, since }: TakenBack): Words {
  const { personId, personName, title } = entry;
  if (outcome.status === 'accepted')
    return {
      tone: 'undo',
      title: `Undone: ${inSentence(title)}`,
      // By name once the undo shows: a rename that was taken back leaves the one before it.
      person: personId,
      commandId: outcome.commandId,
    };
  if (outcome.status === 'conflict')
    return {
      tone: 'attention',
      title: `Not undone: ${personName} was changed since`,
      detail: `${partText(entry, done)}${sinceText(since)} Look at the history, and change by hand what is still to be changed.`,
      code: outcome.code ?? 'version-conflict',
    };
  return {
    tone: 'danger',
    title: `Not undone: ${inSentence(title)}`,
    detail: `${outcome.message ?? 'A rule refused this.'}. ${partText(entry, done)}`,
    code: outcome.code ?? 'rejected',
  };
}

/** The command did not get through. */
export function undoFailed({ title }: Undoable, error: ConsoleError): Words {
  return {
    tone: 'danger',
    title: `Not undone: ${inSentence(title)}`,
    detail: `${error.message} ${nextStep(error)}`,
    code: error.code,
  };
}

/** Nothing of this window is left to be taken back. */
export const nothingToUndo: Words = {
  tone: 'info',
  title: 'There is nothing to undo',
  detail: 'Only what was changed in this window since it was opened can be undone by key.',
};
