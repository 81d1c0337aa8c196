import type { PersonDetail } from '../../../domain/contract/views.ts';
import { useHotkeys } from '../../ui/hooks/use-hotkeys.ts';
import { useOpenForm } from './forms/use-open-form.ts';
import { personActions } from './person-actions.ts';
import { personOf } from './person-model.ts';

/** The keys of what can be done to the person that is shown. */
export function usePersonHotkeys(detail: PersonDetail | undefined): void {
  const openForm = useOpenForm();
  const actions = detail === undefined ? [] : personActions(personOf(detail));
  const entries = actions.flatMap(({ form, shortcut }) =>
    shortcut === undefined
      ? []
      : [[shortcut.toLowerCase(), () => openForm({ form, person: detail?.personId })] as const],
  );
  useHotkeys(Object.fromEntries(entries));
}
