import { startNats } from '../../e2e/harness/nats.ts';

/** On a server of its own, which is gone afterwards. */
export async function withNats<T>(act: (url: string) => Promise<T>): Promise<T> {
  const nats = await startNats();
  try {
    return await act(nats.url);
  } finally {
    await nats.remove();
  }
}
