const USUAL = [0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;

/** The sizes that are offered, and the one in use wherever the window's own steps led to. */
export function zoomChoices(now: number) {
  return [...new Set([...USUAL, now])]
    .toSorted((a, b) => a - b)
    .map((factor) => ({ value: String(factor), label: `${Math.round(factor * 100)} %` }));
}
