import { displayName, isJsonObject, type PersonName } from '../../domain/contract/forms.ts';

/** From how a list shows a name to what shows more of it: a change of a middle name is in no list. */
export const NAME_STYLES = ['list', 'formal', 'informal'] as const;

/** A name as an event or a conflict holds it; undefined where it is none that can be written. */
export function nameText(value: unknown, style: (typeof NAME_STYLES)[number] = 'list'): string | undefined {
  try {
    return isJsonObject(value) ? displayName(value as unknown as PersonName, style) : undefined;
  } catch {
    return undefined;
  }
}
