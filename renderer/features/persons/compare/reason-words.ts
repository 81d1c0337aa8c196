import type { DuplicatePair } from '../../../../domain/contract/views.ts';
import { calendarDate } from '../../../ui/format/time.ts';

type Reason = DuplicatePair['reasons'][number];

function oneReason({ kind, value, degree }: Reason): readonly string[] {
  switch (kind) {
    case 'email':
      return [`the e-mail address ${value}`];
    case 'phone':
      return [`the phone number ${value}`];
    case 'birth-date-and-name':
      return [`the date of birth ${calendarDate(value)}`, degree === 1 ? 'the name' : 'nearly the name'];
  }
}

/** `the e-mail address a@b.org and the phone number +41 …`: what two records share. */
export function reasonWords(reasons: readonly Reason[]): string {
  const words = reasons.flatMap(oneReason);
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
