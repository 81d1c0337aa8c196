import type { BulkAction } from '../../../domain/contract/bulk.ts';
import type { BulkRequest } from '../../state/bulk-request.ts';
import { actionWords } from '../../ui/bulk-words.ts';
import { countOf } from '../../ui/format/number.ts';

interface OrderTexts {
  /** What it means, before it is done. */
  readonly consequence: string;
  readonly field: 'reason' | 'tag';
  readonly danger: boolean;
}

const texts: Readonly<Record<BulkAction, OrderTexts>> = {
  deactivate: {
    consequence: 'They stay deactivated until somebody reactivates them. Their data and history stay.',
    field: 'reason',
    danger: false,
  },
  reactivate: {
    consequence:
      'Those who were deactivated become active again; who was reactivated meanwhile stays as they are.',
    field: 'reason',
    danger: false,
  },
  archive: {
    consequence:
      'Their records are closed for good: they are only read from then on, and this cannot be undone.',
    field: 'reason',
    danger: true,
  },
  'add-tag': {
    consequence: 'Whoever has the tag already keeps it as it is.',
    field: 'tag',
    danger: false,
  },
  'remove-tag': {
    consequence: 'It is taken away from those who have it.',
    field: 'tag',
    danger: false,
  },
};

export function orderTexts(action: BulkAction): OrderTexts {
  return texts[action];
}

/** Of a tag that is given, whom it is taken from or given back to: those whom another change was made to. */
export function consequenceOf({ action, tag }: Pick<BulkRequest, 'action' | 'tag'>): string {
  if (tag === undefined) return texts[action].consequence;
  return action === 'add-tag'
    ? 'Who lost the tag gets it back, spelled so; who has it again by now is left as they are.'
    : 'Who was given the tag loses it again; who had it before keeps it.';
}

/** `Deactivate 530 persons`. */
export function orderTitle(action: BulkAction, count: number): string {
  return `${actionWords(action).verb} ${countOf(count, 'person')}`;
}

/** `Ana, Bo and 3 more`. */
export function examplesWords(
  examples: readonly { readonly displayName: string | null }[],
  count: number,
): string {
  const names = examples.flatMap(({ displayName }) => displayName ?? []);
  if (names.length === 0) return '';
  const more = count - names.length;
  return more > 0 ? `${names.join(', ')} and ${countOf(more, 'other')}` : names.join(', ');
}
