/** `1 event`, `2 events`: nouns whose plural ends in s. */
export function countOf(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`;
}
