/** Keeps the entries that were used last. A Map remembers insertion order, which is all that is needed. */
export interface Lru<K, V> {
  readonly get: (key: K) => V | undefined;
  readonly set: (key: K, value: V) => void;
  readonly delete: (key: K) => void;
  readonly clear: () => void;
}

export function createLru<K, V>(capacity: number, evicted?: (key: K, value: V) => void): Lru<K, V> {
  const entries = new Map<K, V>();
  const trim = (): void => {
    if (entries.size <= capacity) return;
    const [oldest] = entries;
    if (oldest === undefined) return;
    entries.delete(oldest[0]);
    evicted?.(...oldest);
  };
  return {
    get: (key) => {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    set: (key, value) => {
      entries.delete(key);
      entries.set(key, value);
      trim();
    },
    delete: (key) => entries.delete(key),
    clear: () => entries.clear(),
  };
}
