/**
 * Runs a task for each item, at most `width` at a time; answers in the items' order.
 * @template T, R
 * @param {readonly T[]} items
 * @param {number} width
 * @param {(item: T) => Promise<R>} task
 * @returns {Promise<R[]>}
 */
export async function inPool(items, width, task) {
  /** @type {R[]} */
  const results = [];
  const queue = items.entries();
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await task(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
