import type { ProcedureOutput, ProcedureParsed } from '../../../domain/contract/procedures.ts';
import { failure } from '../../../domain/contract/errors.ts';
import { inPieces } from '../in-pieces.ts';
import type { Verdict } from './bulk-command.ts';
import { AT_ONCE, foresee, namedBy, type PreviewAsked, SUPERSEDED } from './bulk-preview.ts';

type NamesInput = ProcedureParsed<'bulk.names'>;
type Names = ProcedureOutput<'bulk.names'>;

export interface NamesAsked extends PreviewAsked {
  readonly names: Pick<NamesInput, 'outcome' | 'code' | 'after' | 'limit'>;
}

function isMeant({ outcome, code }: NamesAsked['names'], verdict: Verdict): boolean {
  if (outcome === 'able') return verdict.state === 'done';
  if (outcome === 'unchanged') return verdict.state === 'unchanged';
  return verdict.state === 'refused' && (code === undefined || (verdict.code ?? '') === code);
}

function after(personIds: readonly string[], last: string | undefined): readonly string[] {
  return last === undefined ? personIds : personIds.slice(personIds.indexOf(last) + 1);
}

/** The next of those that a preview counts and does not name, in the same order. */
export async function nextNames(asked: NamesAsked): Promise<Names> {
  const { personIds, lookup, names } = asked;
  const found: Names['persons'] = [];
  for await (const piece of inPieces(after(personIds, names.after), AT_ONCE)) {
    if (asked.isStale()) throw failure('retryable', 'preview-superseded', SUPERSEDED);
    for (const personId of piece) {
      if (!isMeant(names, foresee(asked, personId, lookup.state(personId)))) continue;
      // One more than is told: only then is there a further page.
      if (found.length === names.limit) return { persons: found, next: found.at(-1)?.personId ?? null };
      found.push(namedBy(lookup, personId));
    }
  }
  return { persons: found, next: null };
}
