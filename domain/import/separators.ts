import type { Reading } from '../contract/import-mapping.ts';

type Separator = NonNullable<Reading['separator']>;

const SEPARATORS: readonly Separator[] = [',', ';', '\t', '|'];
/** Rows that are counted. */
const LOOKED_AT = 100;

/** The rows of a text, quoted parts left out: what stands in them parts nothing. */
function bareRows(text: string): readonly string[] {
  const rows = text.replaceAll(/"[^"]*"?/g, '').split('\n');
  return (rows.at(-1) === '' ? rows.slice(0, -1) : rows).slice(0, LOOKED_AT);
}

function countsPerRow(text: string, separator: string): number[] {
  return bareRows(text).map((row) => row.split(separator).length - 1);
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
