import type { ExistingPerson } from '../../../../domain/person/index.ts';
import type { WritableDb } from '../open-database.ts';

/** Writes one person's rows into one generation of a view's tables, in place of those that were there. */
export type PutPerson = (key: number, person: ExistingPerson) => void;

/**
 * A read model. Its rows are a function of a person's state alone, so writing them twice changes nothing, and a
 * refold after a rebase is one more write. Tables carry a generation, `persons_3`: a rebuild fills the next one
 * beside the one in use.
 */
export interface PersonView {
  readonly name: string;
  readonly title: string;
  /** Base names of its tables; the first holds the rows that are counted. */
  readonly tables: readonly string[];
  readonly create: (generation: number) => string;
  /** What is done once all rows are there, one a statement: an index costs less at the end of a rebuild than row by row. */
  readonly indexes?: (generation: number) => readonly string[];
  /** `fresh`: the tables are known to hold nothing of this person. */
  readonly prepare: (db: WritableDb, generation: number, fresh: boolean) => PutPerson;
  /** After many writes: one step of some milliseconds at each call; false once nothing is left. */
  readonly tidy?: (db: WritableDb, generation: number) => () => boolean;
}
