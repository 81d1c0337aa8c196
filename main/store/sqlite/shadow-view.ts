import type { ExistingPerson, PersonState } from '../../../domain/person/index.ts';
import type { ShadowView, ViewInput } from '../../../domain/ports/view-store.ts';
import type { CrashHook } from '../crash-points.ts';
import type { WritableDb } from './open-database.ts';
import { translating } from './sqlite-errors.ts';
import { createGeneration, dropGeneration } from './view-tables.ts';
import type { PersonView } from './views/view.ts';

export interface ShadowOptions {
  readonly db: WritableDb;
  readonly file: string;
  readonly view: PersonView;
  readonly generation: number;
  readonly crashPoint: CrashHook;
  /** Within the last transaction: makes the generation the one in use. */
  readonly checkpoint: (position: number) => void;
  /** After it: what was in use before may go. */
  readonly swapped: () => void;
}

/** The person in an input; null for a stream that makes none. */
export function personIn(input: ViewInput): ExistingPerson | null {
  const state = input.state as PersonState;
  return state.exists ? state : null;
}

/** A stream that is written a second time has rows already. */
function createPut({ db, view, generation }: ShadowOptions): (inputs: readonly ViewInput[]) => void {
  const written = new Set<number>();
  const fresh = view.prepare(db, generation, true);
  const again = view.prepare(db, generation, false);
  return (inputs) => {
    for (const input of inputs) {
      const person = personIn(input);
      if (person === null) continue;
      (written.has(input.streamKey) ? again : fresh)(input.streamKey, person);
      written.add(input.streamKey);
    }
  };
}

/** The next generation of a view's tables, filled beside the one in use. */
export function createShadow(options: ShadowOptions): ShadowView {
  const { db, file, view, generation, crashPoint } = options;
  const put = translating(file, () => {
    dropGeneration(db, view, generation);
    createGeneration(db, view, generation);
    return createPut(options);
  });
  crashPoint('after-shadow-tables');
  return {
    write: (inputs) => {
      translating(file, () => db.transaction(() => put(inputs)).immediate());
      crashPoint('after-shadow-commit');
    },
    indexes: (view.indexes?.(generation) ?? []).map((sql) => () => {
      translating(file, () => db.exec(sql));
      crashPoint('after-shadow-index');
    }),
    swap: (lastInputs, position) => {
      translating(file, () =>
        db
          .transaction(() => {
            put(lastInputs);
            options.checkpoint(position);
            crashPoint('before-swap-commit');
          })
          .immediate(),
      );
      crashPoint('after-swap-commit');
      translating(file, () => options.swapped());
    },
    discard: () => translating(file, () => dropGeneration(db, view, generation)),
  };
}
