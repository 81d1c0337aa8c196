import { definitionOf } from '../../domain/contract/forms.ts';
import { humanize } from '../ui/format/labels.ts';

/** A component's type in words. */
export function typeTitle(type: string): string {
  return definitionOf(type)?.title ?? humanize(type);
}
