/**
 * Whether a text surely stands in a cell whole. To cut a text off takes a clip of its own in every cell that is drawn, which
 * a list that is scrolled pays for in each frame; most texts are far from needing it.
 */

/** Of a glyph, in em: more than any of Inter's has, at regular and medium weight. */
const WIDTHS: readonly (readonly [glyphs: string, em: number])[] = [
  [" !'(),./:;I[\\]`fijlrt|", 0.43],
  ['MWmw%@&', 1.06],
  ['ABCDEFGHJKLNOPQRSTUVXYZ', 0.82],
];
const OTHER = 0.68;
const ASCII = 128;

const advances = new Float32Array(ASCII).fill(OTHER);
for (const [glyphs, em] of WIDTHS) for (const glyph of glyphs) advances[glyph.charCodeAt(0)] = em;

/** Between a cell's edges and what is in it, in CSS pixels. */
const PADDING = 16;
const TEXT_12 = 12;
export const TEXT_13 = 13;

/** `track` is the least width of its column, `size` that of its text, in CSS pixels at the window's own zoom. */
export function surelyFits(text: string, track: number, size = TEXT_12): boolean {
  let em = 0;
  for (let at = 0; at < text.length; at += 1) {
    // What is not plain ASCII may come from any font.
    const advance = advances[text.charCodeAt(at)];
    if (advance === undefined) return false;
    em += advance;
  }
  return em * size <= track - PADDING;
}
