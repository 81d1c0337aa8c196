/** Lets others have their turn: commands of operators wait no longer than a few messages take. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
