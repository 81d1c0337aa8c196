import type { BulkChange, BulkPreview } from '../../../domain/contract/bulk.ts';
import { failure } from '../../../domain/contract/errors.ts';
import type { Decision } from '../../../domain/kernel/outcome.ts';
import { type ExistingPerson, type PersonCommand, personDecider } from '../../../domain/person/index.ts';
import type { PersonLookup } from '../../store/sqlite/queries/person-lookup.ts';
import { bulkCommands, idleVerdict, refusalVerdict, UNCHANGED, type Verdict } from './bulk-command.ts';
import { inPieces } from '../in-pieces.ts';

/** Of each kind. */
const MOST_NAMED = 1000;
export const AT_ONCE = 100;
export const SUPERSEDED = 'Another preview was asked for meanwhile. Look at that one.';

export interface PreviewAsked {
  readonly change: BulkChange;
  readonly personIds: readonly string[];
  readonly lookup: PersonLookup;
  /** Instant that the commands would be given at. */
  readonly now: string;
  /** True once nobody waits for the answer any more. */
  readonly isStale: () => boolean;
}

type Named = BulkPreview['persons'][number];

const READY: Verdict = { state: 'done', code: null, message: null };

/** Decided by the same rules as the command will be, on the person as the views show them. */
export function foresee(
  { change, now }: PreviewAsked,
  personId: string,
  person: ExistingPerson | null,
): Verdict {
  const [command] = bulkCommands({ jobId: 'preview', change, personId }, person);
  if (command === undefined || person === null) return idleVerdict(person);
  const context = { now, actor: '', reference: () => undefined };
  const decision: Decision<unknown> = personDecider.decide(
    command as unknown as PersonCommand,
    person,
    context,
  );
  if (!decision.accepted)
    return refusalVerdict(change.action, decision.refusal.code, decision.refusal.message);
  return decision.events.length === 0 ? UNCHANGED : READY;
}

export function namedBy(lookup: PersonLookup, personId: string): Named {
  return { personId, displayName: lookup.row(personId)?.displayName ?? null };
}

class Tally {
  readonly #name: (personId: string) => Named;
  #able = 0;
  #unchanged = 0;
  readonly #persons: Named[] = [];
  readonly #unchangedPersons: Named[] = [];
  readonly #refusals = new Map<string, BulkPreview['refusals'][number]>();

  constructor(name: (personId: string) => Named) {
    this.#name = name;
  }

  add(verdict: Verdict, personId: string): void {
    if (verdict.state === 'unchanged') this.#unchanged += this.#counted(this.#unchangedPersons, personId);
    else if (verdict.state === 'done') this.#able += this.#counted(this.#persons, personId);
    else this.#addRefusal(verdict, personId);
  }

  answer(total: number): BulkPreview {
    const refusals = [...this.#refusals.values()].toSorted((a, b) => b.count - a.count);
    return {
      total,
      able: this.#able,
      persons: this.#persons,
      unchanged: this.#unchanged,
      unchangedPersons: this.#unchangedPersons,
      refusals,
    };
  }

  /** Names are looked up only for the first. */
  #counted(named: Named[], personId: string): number {
    if (named.length < MOST_NAMED) named.push(this.#name(personId));
    return 1;
  }

  #addRefusal({ code, message }: Verdict, personId: string): void {
    const key = code ?? '';
    const known = this.#refusals.get(key) ?? { code: key, message: message ?? '', count: 0, persons: [] };
    this.#refusals.set(key, { ...known, count: known.count + this.#counted(known.persons, personId) });
  }
}

/** What a change would come to, person by person. Others on this thread go on in between. */
export async function previewBulk(asked: PreviewAsked): Promise<BulkPreview> {
  const { personIds, lookup } = asked;
  const tally = new Tally((personId) => namedBy(lookup, personId));
  for await (const piece of inPieces(personIds, AT_ONCE)) {
    if (asked.isStale()) throw failure('retryable', 'preview-superseded', SUPERSEDED);
    for (const personId of piece) {
      tally.add(foresee(asked, personId, lookup.state(personId)), personId);
    }
  }
  return tally.answer(personIds.length);
}
