import { create } from 'zustand';

export interface AppNotice {
  readonly id: string;
  readonly tone: 'ok' | 'info' | 'attention' | 'danger';
  readonly title: string;
  readonly detail?: string | undefined;
  /** Shows the way of this command below the title. */
  readonly commandId?: string | undefined;
}

interface NoticeStore {
  readonly notices: readonly AppNotice[];
  readonly show: (notice: Omit<AppNotice, 'id'>) => void;
  readonly dismiss: (id: string) => void;
}

/** More would cover the page that they tell about. */
const MOST = 2;

export const useNotices = create<NoticeStore>()((set) => ({
  notices: [],
  show: (notice) =>
    set(({ notices }) => ({ notices: [...notices, { ...notice, id: crypto.randomUUID() }].slice(-MOST) })),
  dismiss: (id) => set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
}));
