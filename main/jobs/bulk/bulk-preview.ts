import type { BulkChange, BulkPreview } from '../../../domain/contract/bulk.ts';
import { failure } from '../../../domain/contract/errors.ts';
import type { Decision } from '../../../domain/kernel/outcome.ts';
import { type ExistingPerson, type PersonCommand, personDecider } from '../../../domain/person/index.ts';
import type { PersonLookup } from '../../store/sqlite/queries/person-lookup.ts';
import { bulkCommands, idleVerdict, refusalVerdict, UNCHANGED, type Verdict } from './bulk-command.ts';
import { inPieces } from '../in-pieces.ts';

/** Of each kind. */
const MOST_NAMED = 1000;
const AT_ONCE = 100;
const SUPERSEDED = 'Another preview was asked for meanwhile. Look at that one.';

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
function foresee({ change, now }: PreviewAsked, personId: string, person: ExistingPerson | null): Verdict {
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

class Tally {
  #able = 0;
  #unchanged = 0;
  readonly #persons: Named[] = [];
  readonly #refusals = new Map<string, BulkPreview['refusals'][number]>();

  add(verdict: Verdict, person: Named): void {
    if (verdict.state === 'unchanged') this.#unchanged += 1;
    else if (verdict.state === 'done') this.#addAble(person);
    else this.#addRefusal(verdict, person);
  }

  answer(total: number): BulkPreview {
    const refusals = [...this.#refusals.values()].toSorted((a, b) => b.count - a.count);
    return { total, able: this.#able, persons: this.#persons, unchanged: this.#unchanged, refusals };
  }

  #addAble(person: Named): void {
    this.#able += 1;
    if (this.#persons.length < MOST_NAMED) this.#persons.push(person);
  }

  #addRefusal({ code, message }: Verdict, person: Named): void {
    const key = code ?? '';
    const known = this.#refusals.get(key) ?? { code: key, message: message ?? '', count: 0, persons: [] };
    if (known.persons.length < MOST_NAMED) known.persons.push(person);
    this.#refusals.set(key, { ...known, count: known.count + 1 });
  }
}

/** What a change would come to, person by person. Others on this thread go on in between. */
export async function previewBulk(asked: PreviewAsked): Promise<BulkPreview> {
  const { personIds, lookup } = asked;
  const tally = new Tally();
  for await (const piece of inPieces(personIds, AT_ONCE)) {
    if (asked.isStale()) throw failure('retryable', 'preview-superseded', SUPERSEDED);
    for (const personId of piece) {
      const person = lookup.state(personId);
      const verdict = foresee(asked, personId, person);
      const named = verdict.state === 'unchanged' ? null : (lookup.row(personId)?.displayName ?? null);
      tally.add(verdict, { personId, displayName: named });
    }
  }
  return tally.answer(personIds.length);
}
