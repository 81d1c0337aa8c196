import type { ProcedureOutput } from '../../../domain/contract/procedures.ts';
import { failure } from '../../../domain/contract/errors.ts';
import type { PersonFilter } from '../../../domain/contract/person-filter.ts';
import { matchingPersons } from '../../store/sqlite/queries/matching-persons.ts';
import type { QueryContext } from '../../store/sqlite/queries/query-context.ts';
import type { ReadViews } from '../read-views.ts';
import { inPieces } from '../in-pieces.ts';

/** The last ones: each may name every person there is. */
const KEPT = 8;
/** Persons compared before others on this thread have their turn. */
const COMPARED_AT_ONCE = 50;

export interface SelectionsOptions {
  readonly readViews: ReadViews;
  readonly newId: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Everybody who matched a filter at a moment. Whoever comes to match later is not in it; nothing of it is on disk. */
export class Selections {
  readonly #options: SelectionsOptions;
  readonly #taken = new Map<string, readonly string[]>();

  constructor(options: SelectionsOptions) {
    this.#options = options;
  }

  async take(filter: PersonFilter): Promise<ProcedureOutput<'selections.take'>> {
    const takenAt = new Date(this.#options.now()).toISOString();
    const personIds = await this.#options.readViews((context) => this.#matching(context, filter));
    const selectionId = this.#options.newId();
    this.#taken.set(selectionId, personIds);
    for (const oldest of [...this.#taken.keys()].slice(0, -KEPT)) this.#taken.delete(oldest);
    return { selectionId, count: personIds.length, takenAt };
  }

  /** Throws `selection-gone`. */
  get(selectionId: string): readonly string[] {
    const personIds = this.#taken.get(selectionId);
    if (personIds !== undefined) return personIds;
    const message = 'This selection is no longer kept. Select the persons again.';
    throw failure('rejected', 'selection-gone', message);
  }

  /** Throws `selection-gone`. */
  outside(selectionId: string, personIds: readonly string[]): string[] {
    const outside = new Set(personIds);
    for (const member of this.get(selectionId)) outside.delete(member);
    return [...outside];
  }

  async #matching(context: QueryContext, filter: PersonFilter): Promise<readonly string[]> {
    const { persons, isSuch } = matchingPersons(context, filter);
    if (isSuch === null) return persons.map(({ personId }) => personId);
    const found: string[] = [];
    for await (const piece of inPieces(persons, COMPARED_AT_ONCE)) {
      found.push(...piece.filter(({ key }) => isSuch(key)).map(({ personId }) => personId));
    }
    return found;
  }
}
