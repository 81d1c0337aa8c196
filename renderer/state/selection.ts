import { create } from 'zustand';

/** Chosen one by one. */
interface Some {
  readonly kind: 'some';
  readonly ids: ReadonlySet<string>;
}

/** Everybody who matched at a moment, but for those who were taken out again. */
export interface All {
  readonly kind: 'all';
  readonly selectionId: string;
  readonly count: number;
  /** ISO 8601 in UTC. */
  readonly takenAt: string;
  readonly except: ReadonlySet<string>;
}

export type Selection = Some | All;

export const NOBODY: Selection = { kind: 'some', ids: new Set() };

export function countOfSelection(selection: Selection): number {
  return selection.kind === 'some' ? selection.ids.size : selection.count - selection.except.size;
}

interface SelectedRow {
  readonly personId: string;
  readonly updatedAt: string;
}

/** Who is known to be in a selection of everybody, by id; of those who are not named it is not known yet. */
export type Members = ReadonlyMap<string, boolean>;

/**
 * Whoever came to match after everybody was selected is not among them. Until that is known, only those count who have
 * not changed since.
 */
export function isMember(all: All, { personId, updatedAt }: SelectedRow, members: Members): boolean {
  return members.get(personId) ?? updatedAt <= all.takenAt;
}

export function isSelected(selection: Selection, row: SelectedRow, members: Members): boolean {
  if (selection.kind === 'some') return selection.ids.has(row.personId);
  return !selection.except.has(row.personId) && isMember(selection, row, members);
}

interface Found {
  readonly loaded: readonly SelectedRow[];
  /** How many match, where it is known. */
  readonly matching: number | null;
}

/** Whether those chosen one by one are all that match can be told only where every one of these is loaded. */
function namesEach({ ids }: Some, { loaded, matching }: Found): boolean {
  return loaded.length === matching && loaded.every(({ personId }) => ids.has(personId));
}

/** Of all that match, how many are selected: none, some or every one. */
export function coverage(selection: Selection, members: Members, found: Found): 'none' | 'some' | 'all' {
  if (countOfSelection(selection) === 0) return 'none';
  if (selection.kind === 'some') return namesEach(selection, found) ? 'all' : 'some';
  return selection.except.size === 0 && [...members.values()].every(Boolean) ? 'all' : 'some';
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}

export function toggle(selection: Selection, id: string): Selection {
  return selection.kind === 'some'
    ? { kind: 'some', ids: toggled(selection.ids, id) }
    : { ...selection, except: toggled(selection.except, id) };
}

/** A range is added to what is selected; nothing of it is taken away. */
export function addRange(selection: Selection, range: readonly string[]): Selection {
  if (selection.kind === 'some') return { kind: 'some', ids: new Set([...selection.ids, ...range]) };
  const back = new Set(range);
  return { ...selection, except: new Set([...selection.except].filter((id) => !back.has(id))) };
}

interface SelectionStore {
  readonly selection: Selection;
  /** The list that it was made from. */
  readonly of: string;
  /** Another list is shown: nobody is selected in it. */
  readonly begin: (of: string) => void;
  /** False: it would be too many to name one by one, and nothing has changed. */
  readonly change: (selection: Selection) => boolean;
  readonly clear: () => void;
}

/** More are chosen by what they have in common: as many as the engine takes by name. */
export const MOST_CHOSEN = 5000;

/** Who is selected in the persons list. It is for this window only and ends with it. */
export const useSelection = create<SelectionStore>()((set) => ({
  selection: NOBODY,
  of: '',
  begin: (of) => set({ selection: NOBODY, of }),
  change: (selection) => {
    const named = selection.kind === 'some' ? selection.ids : selection.except;
    if (named.size > MOST_CHOSEN) return false;
    set({ selection });
    return true;
  },
  clear: () => set({ selection: NOBODY }),
}));

/** As procedures take it. */
export function targetOf(selection: Selection) {
  return selection.kind === 'some'
    ? { personIds: [...selection.ids] }
    : { selectionId: selection.selectionId, except: [...selection.except] };
}
