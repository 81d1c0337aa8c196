import { create } from 'zustand';

export interface AppNotice {
  readonly id: string;
  readonly tone: 'ok' | 'info' | 'attention' | 'danger' | 'undo';
  readonly title: string;
  /** The id of whom it is about, who is shown by the name that they have by then. */
  readonly person?: string | undefined;
  readonly detail?: string | undefined;
  /** To be quoted when a failure is reported. */
  readonly code?: string | undefined;
  /** Shows the way of this command below the title. */
  readonly commandId?: string | undefined;
  /** The change on the undo stack that can be taken back from here. */
  readonly undo?: string | undefined;
}

interface NoticeStore {
  readonly notices: readonly AppNotice[];
  /** Answers the id of the notice. */
  readonly show: (notice: Omit<AppNotice, 'id'>) => string;
  readonly offerUndo: (id: string, undo: string) => void;
  readonly dismiss: (id: string) => void;
}

/** More would cover the page that they tell about. */
const MOST = 2;

/** What tells that all is well makes room first, the oldest of it. */
function withRoom(notices: readonly AppNotice[]): readonly AppNotice[] {
  if (notices.length <= MOST) return notices;
  const calm = notices.findIndex(({ tone }) => tone !== 'danger' && tone !== 'attention');
  return notices.toSpliced(Math.max(0, calm), 1);
}

export const useNotices = create<NoticeStore>()((set) => ({
  notices: [],
  show: (notice) => {
    const id = crypto.randomUUID();
    set(({ notices }) => ({ notices: withRoom([...notices, { ...notice, id }]) }));
    return id;
  },
  offerUndo: (id, undo) =>
    set(({ notices }) => ({
      notices: notices.map((notice) => (notice.id === id ? { ...notice, undo } : notice)),
    })),
  dismiss: (id) => set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
}));
