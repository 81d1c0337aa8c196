import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PersonRow } from '../../../domain/contract/views.ts';
import { call } from '../../bridge/client.ts';
import { keys } from '../../bridge/query-keys.ts';
import type { Members, Selection } from '../../state/selection.ts';
import type { Rows } from '../../ui/data-table/rows.ts';
import { asConsoleError } from '../../ui/error-words.ts';

/** Rows are asked about so many at a time: those that stay in their place are not asked about again. */
const ASKED_AT_ONCE = 500;

/** Many thousand ids: what tells two pieces apart is put together when the rows change, not whenever they are drawn. */
interface Piece {
  readonly personIds: readonly string[];
  readonly hash: string;
}

function pieces(rows: readonly PersonRow[]): readonly Piece[] {
  const count = Math.ceil(rows.length / ASKED_AT_ONCE);
  return Array.from({ length: count }, (_, piece) => {
    const those = rows.slice(piece * ASKED_AT_ONCE, (piece + 1) * ASKED_AT_ONCE);
    const personIds = those.map(({ personId }) => personId);
    return { personIds, hash: personIds.join() };
  });
}

type Known = readonly (readonly [personId: string, isIn: boolean])[];

async function askAbout(selectionId: string, personIds: readonly string[]): Promise<Known> {
  const { personIds: outside } = await call('selections.outside', { selectionId, personIds: [...personIds] });
  const others = new Set(outside);
  return personIds.map((id) => [id, !others.has(id)] as const);
}

export interface KnownMembers {
  readonly members: Members;
  /** The selection is no longer there: the thread that held it was started anew. */
  readonly gone: boolean;
}

/** Which of the rows are in a selection of everybody, as it was taken: the rows have gone on since. */
export function useSelectionMembers(selection: Selection, rows: Rows<PersonRow>): KnownMembers {
  const asked = useMemo(() => (selection.kind === 'all' ? pieces(rows.loaded) : []), [selection.kind, rows]);
  const selectionId = selection.kind === 'all' ? selection.selectionId : '';
  return useQueries({
    queries: asked.map(({ personIds, hash }) => ({
      queryKey: keys.selectionMembers(selectionId, personIds),
      queryHash: `selection ${selectionId} ${hash}`,
      queryFn: () => askAbout(selectionId, personIds),
      // While rows that have moved are asked about, what is known of this selection holds.
      placeholderData: (known: Known | undefined, before?: { readonly queryKey: readonly unknown[] }) =>
        before?.queryKey[1] === selectionId ? known : undefined,
    })),
    combine: membersIn,
  });
}

interface Answer {
  readonly data?: Known | undefined;
  readonly error: Error | null;
}

/** Outside of the hook, so that it is put together again only where an answer has changed. */
function membersIn(answers: readonly Answer[]): KnownMembers {
  return {
    members: new Map(answers.flatMap(({ data }) => data ?? [])),
    gone: answers.some(({ error }) => error !== null && asConsoleError(error).code === 'selection-gone'),
  };
}
