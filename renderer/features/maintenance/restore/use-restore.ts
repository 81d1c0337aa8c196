import { create } from 'zustand';
import type { ConsoleError } from '../../../../domain/contract/errors.ts';
import type { Restored, RestoreAsked } from '../../../../domain/contract/restore.ts';
import { call } from '../../../bridge/client.ts';
import { useRestoreProgress } from '../../../bridge/restore-progress.ts';
import { asConsoleError } from '../../../ui/error-words.ts';

/** How far a restore has come. `looking`: a file is chosen, copied and checked; nothing has been touched before `restoring`. */
export type RestoreStep =
  | { readonly step: 'looking' }
  | { readonly step: 'asks'; readonly asked: RestoreAsked; readonly refused: ConsoleError | null }
  | { readonly step: 'restoring'; readonly asked: RestoreAsked }
  | { readonly step: 'done'; readonly restored: Restored }
  | { readonly step: 'failed'; readonly error: ConsoleError };

interface RestoreStore {
  readonly now: RestoreStep | null;
  readonly look: () => Promise<void>;
  readonly begin: (asked: RestoreAsked) => Promise<void>;
  /** Leaves the log as it is. */
  readonly giveUp: () => void;
}

/** Kept outside of any page: the engine is stopped and started meanwhile, and pages come and go with it. */
export const useRestore = create<RestoreStore>()((set, get) => ({
  now: null,
  look: async () => {
    const looking = { step: 'looking' } as const;
    set({ now: looking });
    useRestoreProgress.setState({ now: null });
    // Whoever has given up meanwhile, or chosen anew, hears no more of this one.
    const answer = (now: RestoreStep | null) => (get().now === looking ? set({ now }) : undefined);
    try {
      const { asked } = await call('restore.choose', {});
      answer(asked === null ? null : { step: 'asks', asked, refused: null });
    } catch (thrown) {
      answer({ step: 'failed', error: asConsoleError(thrown) });
    }
  },
  begin: async (asked) => {
    set({ now: { step: 'restoring', asked } });
    try {
      set({ now: { step: 'done', restored: await call('restore.begin', { restoreId: asked.restoreId }) } });
    } catch (thrown) {
      const error = asConsoleError(thrown);
      // What is in the way passes: the same copy can be put in place then.
      const canWait = error.code === 'restore-while-busy';
      set({ now: canWait ? { step: 'asks', asked, refused: error } : { step: 'failed', error } });
    }
  },
  giveUp: () => {
    set({ now: null });
    // A copy that stays behind is taken away when the folder is next opened.
    void call('restore.drop', {}).catch(() => undefined);
  },
}));
