import { useNavigate, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { type FormSearch, parseFormSearch, withoutForm } from './form-address.ts';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The form of this entry was opened over the page of the entry before. */
    readonly overPage?: boolean;
  }
}

/** Opens a form over the page that is shown, or in the place of the form that is open. */
export function useOpenForm(): (form: FormSearch) => void {
  const navigate = useNavigate();
  const router = useRouter();
  return useCallback(
    (form: FormSearch) => {
      const inPlace = parseFormSearch(router.state.location.search).form !== undefined;
      const search = (old: object) => ({ ...withoutForm(old), ...form });
      void navigate({ to: '.', search, replace: inPlace, state: inPlace ? true : { overPage: true } });
    },
    [navigate, router],
  );
}

/** Closes whatever form is open. One that has been sent is closed without asking (`sent`). */
export function useCloseForm(sent = false): () => void {
  const navigate = useNavigate();
  const router = useRouter();
  return useCallback(() => {
    // One step back, where that is the page below: else the way back would lead over the same page twice.
    if (router.state.location.state.overPage === true) router.history.back({ ignoreBlocker: sent });
    else void navigate({ to: '.', search: withoutForm, replace: true, ignoreBlocker: sent });
  }, [navigate, router, sent]);
}
