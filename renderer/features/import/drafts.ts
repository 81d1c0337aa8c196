import { create } from 'zustand';
import { isJsonObject } from '../../../domain/contract/forms.ts';
import type { ImportMapping, Reading } from '../../../domain/contract/import-mapping.ts';

/** An import that was begun, kept in this window's storage so that a crash costs nothing. */
export interface ImportDraft {
  /** Of the file. */
  readonly name: string;
  /** Not known of what was begun before this was kept. */
  readonly begunAt?: string | undefined;
  readonly reading: Reading;
  /** Null as long as nobody has touched what was suggested. */
  readonly mapping: ImportMapping | null;
  /** It has come to its end: kept for going back, and no longer shown as begun. */
  readonly imported?: boolean | undefined;
  /** The last dry run, and what it was made of. */
  readonly tried: { readonly jobId: string; readonly of: string; readonly mark: string } | null;
}

export type Drafts = Readonly<Record<string, ImportDraft>>;

const KEY = 'person-console.draft.imports';
const MOST = 6;
const SAVE_AFTER_MS = 300;

function isMapping(value: unknown): boolean {
  return isJsonObject(value) && isJsonObject(value['person']) && Array.isArray(value['components']);
}

function isDraft(value: unknown): value is ImportDraft {
  if (!isJsonObject(value)) return false;
  const { name, begunAt, reading, mapping, tried } = value;
  if (typeof name !== 'string' || !isJsonObject(reading)) return false;
  if (!['string', 'undefined'].includes(typeof begunAt)) return false;
  return (mapping === null || isMapping(mapping)) && (tried === null || isJsonObject(tried));
}

export function parseDrafts(text: string | null): Drafts {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    if (!isJsonObject(value)) return {};
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, ImportDraft] => isDraft(entry[1])),
    );
  } catch {
    return {};
  }
}

/** The one that was touched last comes last; the oldest are forgotten. */
export function withDraft(drafts: Drafts, fileId: string, draft: ImportDraft): Drafts {
  const others = Object.entries(drafts).filter(([id]) => id !== fileId);
  return Object.fromEntries([...others, [fileId, draft] as const].slice(-MOST));
}

interface DraftStore {
  readonly drafts: Drafts;
  readonly edit: (fileId: string, changes: Partial<ImportDraft>) => void;
  readonly drop: (fileId: string) => void;
}

const blank: ImportDraft = { name: '', reading: {}, mapping: null, tried: null };

export const useImportDrafts = create<DraftStore>()((set) => ({
  drafts: parseDrafts(localStorage.getItem(KEY)),
  edit: (fileId, changes) =>
    set(({ drafts }) => ({
      drafts: withDraft(drafts, fileId, {
        ...(drafts[fileId] ?? { ...blank, begunAt: new Date().toISOString() }),
        imported: false,
        ...changes,
      }),
    })),
  drop: (fileId) =>
    set(({ drafts }) => ({
      drafts: Object.fromEntries(Object.entries(drafts).filter(([id]) => id !== fileId)),
    })),
}));

let timer: ReturnType<typeof setTimeout> | undefined;

function save(): void {
  clearTimeout(timer);
  try {
    localStorage.setItem(KEY, JSON.stringify(useImportDrafts.getState().drafts));
  } catch {
    // A full storage must not get in the way of typing; the page itself still holds everything.
  }
}

useImportDrafts.subscribe(() => {
  clearTimeout(timer);
  timer = setTimeout(save, SAVE_AFTER_MS);
});
window.addEventListener('pagehide', save);
