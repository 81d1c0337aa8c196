/** What has been typed in one go, and when its last letter came. */
export interface Typed {
  readonly text: string;
  readonly at: number;
}

/** As long as the system's own lists wait for the next letter. */
const PAUSE_MS = 1_000;

export const nothingTyped: Typed = { text: '', at: 0 };

/** True while another letter, or a space, would belong to the same word. */
export function isTyping({ text, at }: Typed, now: number): boolean {
  return text !== '' && now - at < PAUSE_MS;
}

export function typeOn(typed: Typed, letter: string, now: number): Typed {
  return { text: isTyping(typed, now) ? typed.text + letter : letter, at: now };
}

/** Neither case nor accents keep anybody from finding it. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * The next label that begins with what was typed, from the present one round to it; undefined where none does. One
 * letter, once or again and again, goes on to the next one that it begins.
 */
export function findByTyping(labels: readonly string[], present: number, text: string): number | undefined {
  const wanted = folded(text);
  const [first = ''] = wanted;
  const isOneLetter = [...wanted].every((letter) => letter === first);
  const beginning = isOneLetter ? first : wanted;
  const from = isOneLetter ? present + 1 : Math.max(0, present);
  const order = labels.map((_, step) => (from + step) % labels.length);
  return order.find((index) => folded(labels[index] ?? '').startsWith(beginning));
}
