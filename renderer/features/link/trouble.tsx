import type { ReactNode } from 'react';
import type { ConsoleError } from '../../../domain/contract/errors.ts';
import { nextStep } from '../../ui/error-words.ts';
import { Notice } from '../../ui/notice.tsx';
import { Time } from '../../ui/time.tsx';

/** The first sentence says what is wrong, the others what to do. */
const FIRST_SENTENCE = /^(?<what>.+?\.) (?<rest>.+)$/su;

export interface TroubleProps {
  readonly error: ConsoleError;
  readonly tone: 'attention' | 'danger';
  readonly nextAttemptAt?: string | null;
  readonly actions?: ReactNode;
}

/** What stands in the way, what to do about it, and when it is tried again. */
export function Trouble({ error, tone, nextAttemptAt = null, actions }: TroubleProps) {
  const { what, rest } = FIRST_SENTENCE.exec(error.message)?.groups ?? { what: error.message, rest: '' };
  // That nothing was changed is said by the message where it matters, and what is tried again needs nobody.
  const step = error.kind === 'rejected' || error.kind === 'retryable' ? '' : nextStep(error);
  const words = [rest, step].filter(Boolean).join(' ');
  return (
    <Notice tone={tone} role="status" title={what} actions={actions}>
      {words === '' ? null : `${words} `}
      {nextAttemptAt === null ? null : (
        <>
          Next attempt at <Time clock at={nextAttemptAt} />.{' '}
        </>
      )}
      Code <code>{error.code}</code>
    </Notice>
  );
}
