/** `1 event`, `2 events`; words that take more than an s bring their plural along. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}
