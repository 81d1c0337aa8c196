import { createContext, use } from 'react';
import type { FoundPath, ImportSample } from '../../../domain/contract/import.ts';
import type { ImportMapping } from '../../../domain/contract/import-mapping.ts';
import type { Place } from './mapping-edit.ts';

/** What every part of the mapping's form needs. */
export interface Editor {
  readonly mapping: ImportMapping;
  readonly paths: readonly FoundPath[];
  /** By the name of a place: what its value comes to in the sample row. */
  readonly samples: Readonly<Record<string, ImportSample>>;
  readonly problems: ReadonlyMap<string, string>;
  /** Undefined takes away what is there. */
  readonly edit: (place: Place, value: unknown) => void;
  readonly replace: (mapping: ImportMapping) => void;
}

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = use(EditorContext);
  if (editor === null) throw new Error('A part of a mapping stands outside its form');
  return editor;
}
