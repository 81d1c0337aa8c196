import { create } from 'zustand';
import type { RestoreProgress } from '../../domain/contract/restore.ts';

/** How far the copying of a backup is that was chosen last; null as long as nothing is known of it. */
export const useRestoreProgress = create<{ readonly now: RestoreProgress | null }>()(() => ({ now: null }));
