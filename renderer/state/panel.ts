import { create } from 'zustand';

/** What opens over the page, one at a time. */
export type Panel = 'about' | 'operator' | 'palette' | 'shortcuts';

interface PanelStore {
  readonly panel: Panel | null;
  readonly open: (panel: Panel | null) => void;
}

export const usePanel = create<PanelStore>()((set) => ({ panel: null, open: (panel) => set({ panel }) }));
