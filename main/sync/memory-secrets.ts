import type { Secrets } from '../../domain/ports/secrets.ts';

/** Where no keyring is: for as long as this process lives. */
export function memorySecrets(): Secrets {
  const kept = new Map<string, string>();
  return {
    read: async (id) => kept.get(id) ?? null,
    keep: async (id, secret) => void kept.set(id, secret),
    forget: async (id) => void kept.delete(id),
    where: async () => ({
      home: 'memory',
      kept: Object.fromEntries([...kept.keys()].map((id) => [id, 'memory' as const])),
    }),
  };
}
