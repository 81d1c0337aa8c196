import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { type FormSearch, withoutForm } from './form-address.ts';

/** Opens a form over the page that is shown. */
export function useOpenForm(): (form: FormSearch) => void {
  const navigate = useNavigate();
  return useCallback(
    (form: FormSearch) => {
      void navigate({ to: '.', search: (old: object) => ({ ...withoutForm(old), ...form }) });
    },
    [navigate],
  );
}

/** Closes whatever form is open. One that has been sent is closed without asking (`sent`). */
export function useCloseForm(sent = false): () => void {
  const navigate = useNavigate();
  return useCallback(() => {
    void navigate({ to: '.', search: (old: object) => withoutForm(old), replace: true, ignoreBlocker: sent });
  }, [navigate, sent]);
}
