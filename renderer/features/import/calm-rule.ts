import { create } from 'zustand';
import type { Problem } from './mapping-problems.ts';

/**
 * The place of a rule that has just been added, until one has left it or tried to go on: what it lacks is not held
 * against it while it is being filled in. Null: none.
 */
export const useCalmRule = create<{ readonly index: number | null }>()(() => ({ index: null }));

export function beginCalm(index: number): void {
  useCalmRule.setState({ index });
}

export function endCalm(): void {
  useCalmRule.setState({ index: null });
}

/** What is told of all that stands in the way of an import. */
export function toldProblems(problems: readonly Problem[], calm: number | null): readonly Problem[] {
  return calm === null ? problems : problems.filter(({ at }) => !at.startsWith(`components/${calm}/`));
}
