import { get } from 'react-hook-form';
import type { Leaf } from './leaves.ts';
import { same } from './sparse-patch.ts';

export type Side = 'mine' | 'theirs';

/** A field that somebody changed since the form was opened. */
export interface ChangedField {
  readonly leaf: Leaf;
  /** Who changed it, to different values where it was both. */
  readonly by: Side | 'both';
  readonly opened: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface ThreeSides {
  readonly opened: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

/** Fields say the same where what they read as does: `''` and an empty list are both nothing. */
function agree({ text }: Leaf, one: unknown, other: unknown): boolean {
  return same(one, other) || (text(one) === '' && text(other) === '');
}

function whoChanged(leaf: Leaf, { opened, mine, theirs }: ThreeSides): ChangedField['by'] | null {
  const [here, there] = [!agree(leaf, opened, mine), !agree(leaf, opened, theirs)];
  if (here && there) return agree(leaf, mine, theirs) ? 'theirs' : 'both';
  if (here) return 'mine';
  return there ? 'theirs' : null;
}

/** The fields of a form that changed since it was opened, on either side. */
export function changedFields(leaves: readonly Leaf[], sides: ThreeSides): readonly ChangedField[] {
  return leaves.flatMap((leaf) => {
    const [opened, mine, theirs] = [sides.opened, sides.mine, sides.theirs].map((values): unknown =>
      get(values, leaf.path),
    );
    const by = whoChanged(leaf, { opened, mine, theirs });
    return by === null ? [] : [{ leaf, by, opened, mine, theirs }];
  });
}

export type Choices = Readonly<Record<string, Side>>;

/** Fields that both changed and for which nobody has chosen yet. */
export function undecided(fields: readonly ChangedField[], choices: Choices): readonly ChangedField[] {
  return fields.filter(({ by, leaf }) => by === 'both' && choices[leaf.path] === undefined);
}

/** What each changed field holds once it is decided. What nobody decided stays mine: nothing typed is lost. */
export function mergedValues(
  fields: readonly ChangedField[],
  choices: Choices,
): ReadonlyMap<string, unknown> {
  return new Map(
    fields.map(({ leaf, by, mine, theirs }) => {
      const side = by === 'both' ? (choices[leaf.path] ?? 'mine') : by;
      return [leaf.path, side === 'mine' ? mine : theirs];
    }),
  );
}

/** The same side for every field that both changed. */
export function allOf(fields: readonly ChangedField[], side: Side): Choices {
  return Object.fromEntries(fields.filter(({ by }) => by === 'both').map(({ leaf }) => [leaf.path, side]));
}
