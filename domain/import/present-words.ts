/** How sources write that something has no end yet, in place of a date. */
export const PRESENT_WORDS: readonly string[] = [
  'present',
  'at present',
  'to present',
  'today',
  'current',
  'currently',
  'now',
  'until now',
  'to date',
  'ongoing',
  'heute',
  'bis heute',
  'aktuell',
  'jetzt',
  'laufend',
  "aujourd'hui",
  'aujourd’hui',
  'en cours',
  'actuel',
  'presente',
  'oggi',
];

const words = new Set(PRESENT_WORDS);

export function isPresentWord(text: string): boolean {
  return words.has(text.toLowerCase());
}
