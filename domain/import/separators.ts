import type { Reading } from '../contract/import-mapping.ts';

type Separator = NonNullable<Reading['separator']>;

const SEPARATORS: readonly Separator[] = [',', ';', '\t', '|'];
/** Rows that are counted. */
const LOOKED_AT = 100;

/** How often a sign stands in each row, quoted parts left out. */
function countsPerRow(text: string, separator: string): number[] {
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  for (const sign of text) {
    if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === separator) count += 1;
    else if (!quoted && sign === '\n') {
      counts.push(count);
      count = 0;
      if (counts.length === LOOKED_AT) return counts;
    }
  }
  if (!text.endsWith('\n')) counts.push(count);
  return counts;
}

/** How many rows have as many as the first one, the header; and how many that are. */
function agreement(text: string, separator: string): { readonly share: number; readonly columns: number } {
  const counts = countsPerRow(text, separator);
  const [header = 0] = counts;
  if (header === 0) return { share: 0, columns: 0 };
  return { share: counts.filter((count) => count === header).length / counts.length, columns: header };
}

/** The separator that parts most rows alike; a comma where none parts anything. */
export function detectSeparator(text: string): Separator {
  const rated = SEPARATORS.map((separator) => ({ separator, ...agreement(text, separator) }));
  const [best] = rated.toSorted((a, b) => b.share - a.share || b.columns - a.columns);
  return best === undefined || best.columns === 0 ? ',' : best.separator;
}
